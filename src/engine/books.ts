import { Outcome, type Plan } from "#plan/plan.js";
import type { MeasureKey } from "./measure-key.js";
import { Quantile } from "./quantile.js";
import type { Tally } from "./tally.js";

/** The ratio, not defined when there is nothing to compare with. */
export function ratio(one: number, other: number): number {
  return other === 0 ? Number.NaN : one / other;
}

/** Columns of the tally by service and group, and by station and group. */
const visitColumns = [
  "came",
  "outcomes",
  "joiners",
  "waited",
  "waitedByServed",
  "timeInside",
  "timeOfServed",
  "between",
  "withinPromise",
  "rating",
] as const;
const stayColumns = ["joined", "called", "queued", "queuedByCalled", "inHand"] as const;

/** What is summed over visitors: parts of the cells of a column. */
export interface VisitSum {
  /** Place among the columns. */
  readonly column: number;
  /** Numbers a cell has, and which of them are meant. */
  readonly stride: number;
  readonly parts: readonly number[];
}

export function sumOf(column: Exclude<(typeof visitColumns)[number], "outcomes">): VisitSum {
  return { column: visitColumns.indexOf(column), stride: 1, parts: [0] };
}

/** Visitors who left in one of these ways. */
export function ended(...outcomes: readonly Outcome[]): VisitSum {
  return { column: visitColumns.indexOf("outcomes"), stride: Outcome.count, parts: outcomes };
}

/** What is summed over stays at a station: place among the columns. */
export function staySumOf(column: (typeof stayColumns)[number]): number {
  return stayColumns.indexOf(column);
}

const timeInside = sumOf("timeInside");

/** A tally, asked in the words of the measures. */
export class Books {
  tally!: Tally;
  everybody = 0;
  #visits: readonly Float64Array[] = [];
  #stays: readonly Float64Array[] = [];
  readonly hoursOpen: number;
  /** Seconds of servers on the roster, by station and interval. */
  readonly #rostered: Float64Array;
  /** The same by station, over the whole day. */
  readonly #rosteredAt: readonly number[];

  constructor(readonly plan: Plan) {
    this.hoursOpen = plan.closes / 3600;
    this.#rostered = rosteredTimes(plan);
    const count = plan.intervals.length;
    this.#rosteredAt = plan.stations.map((_, station) =>
      this.#rostered.subarray(station * count, (station + 1) * count).reduce((sum, time) => sum + time, 0),
    );
  }

  open(tally: Tally): void {
    if (tally !== this.tally) {
      this.tally = tally;
      this.#visits = visitColumns.map((column) => tally[column]);
      this.#stays = stayColumns.map((column) => tally[column]);
    }
    this.everybody = 0;
    for (let i = 0; i < tally.came.length; i++) this.everybody += tally.came[i];
  }

  /** Over the visitors of a service or of all, of a group or of all. */
  sum({ column, stride, parts }: VisitSum, { scope, place, group }: MeasureKey): number {
    const { groups, services } = this.tally;
    const values = this.#visits[column];
    const firstService = scope === "service" ? place : 0;
    const lastService = scope === "service" ? place : services - 1;
    const firstGroup = group >= 0 ? group : 0;
    const lastGroup = group >= 0 ? group : groups - 1;
    let sum = 0;
    for (let s = firstService; s <= lastService; s++) {
      for (let g = firstGroup; g <= lastGroup; g++) {
        for (let i = 0; i < parts.length; i++) sum += values[(s * groups + g) * stride + parts[i]];
      }
    }
    return sum;
  }

  visitorCost(at: MeasureKey): number {
    return (this.sum(timeInside, at) / 3600) * this.plan.visitorHour;
  }

  staffCost(): number {
    return this.sumOverStations((station) => {
      const rostered = this.#rosteredAt[station] / 3600;
      return (rostered + this.overtime(station)) * this.plan.stations[station].serverHour;
    });
  }

  /** Hours worked after closing, and beyond the end of a shift within the day. */
  overtime(station: number): number {
    const { tally } = this;
    const row = tally.rowOfBusy(station);
    return (tally.areas[row * tally.intervals + tally.intervals - 1] + tally.lateShift[station]) / 3600;
  }

  utilisation(station: number): number {
    return ratio(this.tally.areaOf(this.tally.rowOfBusy(station)), this.#rosteredAt[station]);
  }

  utilisationIn(station: number, interval: number): number {
    const { tally } = this;
    const at = station * tally.intervals + interval;
    return ratio(tally.areas[tally.rowOfBusy(station) * tally.intervals + interval], this.#rostered[at]);
  }

  /** The average number over an interval; not defined for the open one after closing. */
  averageIn(row: number, interval: number): number {
    const { intervals } = this.plan;
    if (interval === intervals.length - 1) return Number.NaN;
    return this.tally.areas[row * intervals.length + interval] / (intervals[interval + 1] - intervals[interval]);
  }

  waitIn(station: number, interval: number): number {
    const at = station * this.tally.intervals + interval;
    return this.tally.queuedIn[at] / this.tally.joinedIn[at];
  }

  areaWhileOpen(row: number): number {
    let sum = 0;
    for (let i = 0; i < this.tally.intervals - 1; i++) sum += this.tally.areas[row * this.tally.intervals + i];
    return sum;
  }

  /** Over the stays at a station, of a group or of all. @param column from `staySumOf` */
  atStation(column: number, { place, group }: MeasureKey): number {
    const values = this.#stays[column];
    const first = place * this.tally.groups;
    if (group >= 0) return values[first + group];
    let sum = 0;
    for (let i = 0; i < this.tally.groups; i++) sum += values[first + i];
    return sum;
  }

  sumOverStations(value: (station: number) => number): number {
    let sum = 0;
    for (let s = 0; s < this.tally.stations; s++) sum += value(s);
    return sum;
  }

  stationWaitQuantile({ place }: MeasureKey, quantile: Quantile): number {
    return this.tally.quantiles[place * Quantile.count + quantile];
  }

  waitQuantile({ place, group }: MeasureKey, quantile: Quantile): number {
    const { stations, services, groups, quantiles } = this.tally;
    const cell = place >= 0 ? stations + place : stations + services + (group < 0 ? groups : group);
    return quantiles[cell * Quantile.count + quantile];
  }
}

/** Seconds of servers on the roster while the centre is open, by station and interval. */
function rosteredTimes(plan: Plan): Float64Array {
  const count = plan.intervals.length;
  const times = new Float64Array(plan.stations.length * count);
  for (const pool of plan.pools) {
    for (let shift = 0; shift < pool.rosterTimes.length; shift++) {
      const from = pool.rosterTimes[shift];
      const to = Math.min(pool.rosterTimes[shift + 1] ?? plan.closes, plan.closes);
      for (let i = 0; i < count - 1; i++) {
        const overlap = Math.min(to, plan.intervals[i + 1]) - Math.max(from, plan.intervals[i]);
        if (overlap > 0) times[pool.station * count + i] += overlap * pool.rosterCounts[shift];
      }
    }
  }
  return times;
}
