import type { Outcome, Plan } from "#plan/plan.js";
import { DayIntervalColumn, StationIntervalColumn, StayColumn, VisitColumn } from "./columns.js";
import type { Formulas, Register } from "./formulas.js";
import type { MeasureKey } from "./measure-key.js";
import type { Quantile } from "./quantile.js";
import type { SumsLayout } from "./sums-layout.js";

/** Columns side by side, added. */
export interface VisitColumns {
  readonly first: VisitColumn;
  readonly count: number;
}

/** Which visitors: of a service and a group; -1: of all. */
export type Whose = Pick<MeasureKey, "scope" | "place" | "group">;

/** Numbers by interval. */
export interface Row {
  readonly first: Register;
  readonly stride: number;
}

const everybody: Whose = { scope: "whole", place: -1, group: -1 };

/** The sums of a day in the words of the measures, as formulas. */
export class Books {
  /** Seconds of servers on the roster, by station and interval. */
  readonly #rostered: Float64Array;

  constructor(
    readonly plan: Plan,
    readonly layout: SumsLayout,
    readonly formulas: Formulas,
  ) {
    this.#rostered = rosteredTimes(plan);
  }

  /** Over the visitors of a service or of all, of a group or of all. */
  visits({ first, count }: VisitColumns, { scope, place, group }: Whose = everybody): Register {
    const { layout } = this;
    const isOneService = scope === "service";
    return this.formulas.block(
      layout.visit(first, isOneService ? place : 0, Math.max(group, 0)),
      { count, stride: 1 },
      { count: group < 0 ? layout.groups : 1, stride: VisitColumn.count },
      { count: isOneService ? 1 : layout.services, stride: layout.groups * VisitColumn.count },
    );
  }

  /** Over the stays at a station, of a group or of all. */
  stays(column: StayColumn, station: number, group = -1): Register {
    const count = group < 0 ? this.layout.groups : 1;
    const first = this.layout.stay(column, station, Math.max(group, 0));
    return this.formulas.block(first, { count, stride: StayColumn.count });
  }

  eachService<T>(value: (service: number) => T): T[] {
    return range(this.layout.services).map(value);
  }

  eachGroup<T>(value: (group: number) => T): T[] {
    return range(this.layout.groups).map(value);
  }

  eachStation<T>(value: (station: number) => T): T[] {
    return range(this.layout.stations).map(value);
  }

  hours(seconds: Register): Register {
    return this.formulas.divide(seconds, this.formulas.constant(3600));
  }

  perHourOpen(count: Register): Register {
    return this.formulas.divide(count, this.formulas.constant(this.plan.closes / 3600));
  }

  /** The average over the time while the centre is open. @param row of person-seconds, by interval */
  whileOpen(row: Row): Register {
    const sum = this.#sumOf(row, this.layout.intervals - 1);
    return this.formulas.divide(sum, this.formulas.constant(this.plan.closes));
  }

  /** The average over an interval; not defined for the open one after closing. @param row of person-seconds, by interval */
  averageIn(row: Row, interval: number): Register {
    const { intervals } = this.plan;
    if (interval === intervals.length - 1) return this.formulas.constant(Number.NaN);
    const width = this.formulas.constant(intervals[interval + 1] - intervals[interval]);
    return this.formulas.divide(row.first + interval * row.stride, width);
  }

  /** Person-seconds waiting at a station. */
  waiting(station: number): Row {
    return this.#stationRow(StationIntervalColumn.waiting, station);
  }

  /** Person-seconds inside. */
  inside(): Row {
    const first = this.layout.dayInterval(DayIntervalColumn.inside, 0);
    return { first, stride: DayIntervalColumn.count };
  }

  /** A row's sum over the whole replication. */
  total(row: Row): Register {
    return this.#sumOf(row, this.layout.intervals);
  }

  utilisation(station: number): Register {
    const busy = this.total(this.#stationRow(StationIntervalColumn.busy, station));
    return this.formulas.ratio(busy, this.formulas.constant(this.#rosteredAt(station)));
  }

  utilisationIn(station: number, interval: number): Register {
    const rostered = this.#rostered[station * this.layout.intervals + interval];
    return this.formulas.ratio(this.#busyIn(station, interval), this.formulas.constant(rostered));
  }

  waitIn(station: number, interval: number): Register {
    const of = (column: StationIntervalColumn): Register => this.layout.stationInterval(column, station, interval);
    return this.formulas.divide(of(StationIntervalColumn.queued), of(StationIntervalColumn.joined));
  }

  /** Of those who came in an interval, all queues together. */
  waitOfArrivals(interval: number): Register {
    const of = (column: DayIntervalColumn): Register => this.layout.dayInterval(column, interval);
    return this.formulas.divide(of(DayIntervalColumn.waited), of(DayIntervalColumn.came));
  }

  /** Hours worked after closing, and beyond the end of a shift within the day. */
  overtime(station: number): Register {
    const afterClosing = this.#busyIn(station, this.layout.intervals - 1);
    return this.hours(this.formulas.sum([afterClosing, this.layout.lateShift(station)]));
  }

  staffCost(): Register {
    const { formulas, plan } = this;
    return formulas.sum(
      this.eachStation((station) => {
        const rostered = formulas.constant(this.#rosteredAt(station) / 3600);
        const hours = formulas.sum([rostered, this.overtime(station)]);
        return formulas.multiply(hours, formulas.constant(plan.stations[station].serverHour));
      }),
    );
  }

  visitorCost(): Register {
    const hours = this.hours(this.visits(column(VisitColumn.timeInside)));
    return this.formulas.multiply(hours, this.formulas.constant(this.plan.visitorHour));
  }

  stationWaitQuantile(station: number, quantile: Quantile): Register {
    return this.layout.quantile(station, quantile);
  }

  /** Of a service's visitors, of a group's, or of all. */
  waitQuantile({ scope, place, group }: Whose, quantile: Quantile): Register {
    const { stations, services, waitCells } = this.layout;
    const ofGroup = group < 0 ? waitCells : stations + services + group;
    return this.layout.quantile(scope === "service" ? stations + place : ofGroup, quantile);
  }

  #stationRow(column: StationIntervalColumn, station: number): Row {
    return { first: this.layout.stationInterval(column, station, 0), stride: StationIntervalColumn.count };
  }

  #sumOf({ first, stride }: Row, intervals: number): Register {
    return this.formulas.block(first, { count: intervals, stride });
  }

  #busyIn(station: number, interval: number): Register {
    return this.layout.stationInterval(StationIntervalColumn.busy, station, interval);
  }

  /** Seconds of servers on the roster, over the whole day. */
  #rosteredAt(station: number): number {
    const count = this.layout.intervals;
    return this.#rostered.subarray(station * count, (station + 1) * count).reduce((sum, time) => sum + time, 0);
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

export function column(first: VisitColumn): VisitColumns {
  return { first, count: 1 };
}

/** Visits that ended in one of these ways, which stand side by side. */
export function endings(first: Outcome, last = first): VisitColumns {
  return { first: VisitColumn.firstOutcome + first, count: last - first + 1 };
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
