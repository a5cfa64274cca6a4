import { Outcome, type Plan } from "#plan/plan.js";
import type { MeasureKey } from "./measure-key.js";
import { Quantile } from "./quantile.js";
import type { Tally } from "./tally.js";

/** The ratio, not defined when there is nothing to compare with. */
export function ratio(one: number, other: number): number {
  return other === 0 ? Number.NaN : one / other;
}

/** A tally, asked in the words of the measures. */
export class Books {
  tally!: Tally;
  everybody = 0;
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
    this.tally = tally;
    this.everybody = 0;
    for (let i = 0; i < tally.came.length; i++) this.everybody += tally.came[i];
  }

  came(at: MeasureKey): number {
    return this.sum(this.tally.came, at);
  }

  /** @param column of the tally, by service and group */
  sum(column: Float64Array, at: MeasureKey): number {
    return this.#sumOf(column, at, 1, 0);
  }

  ended(at: MeasureKey, ending: Outcome): number {
    return this.#sumOf(this.tally.outcomes, at, Outcome.count, ending);
  }

  gaveUp(at: MeasureKey): number {
    return this.ended(at, Outcome.reneged) + this.ended(at, Outcome.balked);
  }

  /** Of those who joined a queue: what they waited in all queues together. */
  meanWait(at: MeasureKey): number {
    return this.sum(this.tally.waited, at) / this.sum(this.tally.joiners, at);
  }

  meanTime(at: MeasureKey): number {
    return this.sum(this.tally.timeInside, at) / this.came(at);
  }

  deniedShare(at: MeasureKey): number {
    return this.ended(at, Outcome.denied) / this.came(at);
  }

  visitorCost(at: MeasureKey): number {
    return (this.sum(this.tally.timeInside, at) / 3600) * this.plan.visitorHour;
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

  /** @param column of the tally, by station and group */
  atStation(column: Float64Array, { place, group }: MeasureKey): number {
    const first = place * this.tally.groups;
    if (group >= 0) return column[first + group];
    let sum = 0;
    for (let i = 0; i < this.tally.groups; i++) sum += column[first + i];
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

  #sumOf(column: Float64Array, { scope, place, group }: MeasureKey, stride: number, offset: number): number {
    const { groups, services } = this.tally;
    const firstService = scope === "service" ? place : 0;
    const lastService = scope === "service" ? place : services - 1;
    const firstGroup = group >= 0 ? group : 0;
    const lastGroup = group >= 0 ? group : groups - 1;
    let sum = 0;
    for (let s = firstService; s <= lastService; s++) {
      for (let g = firstGroup; g <= lastGroup; g++) sum += column[(s * groups + g) * stride + offset];
    }
    return sum;
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
