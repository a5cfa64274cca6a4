import type { Plan } from "#plan/plan.js";
import { DayColumn, DayIntervalColumn, StationIntervalColumn, StayColumn, VisitColumn } from "./columns.js";
import { Quantile } from "./quantile.js";

/** Where each sum of a day stands among all of them: one row of numbers, laid out as in assembly/tally.ts. */
export class SumsLayout {
  readonly services: number;
  readonly groups: number;
  readonly stations: number;
  /** Intervals of the day, the open one after closing included. */
  readonly intervals: number;
  /** How many numbers there are. */
  readonly length: number;
  readonly #stays: number;
  readonly #stationIntervals: number;
  readonly #dayIntervals: number;
  readonly #lateShift: number;
  readonly #quantiles: number;
  readonly #day: number;

  constructor(plan: Plan) {
    this.services = plan.services.length;
    this.groups = plan.groups.length;
    this.stations = plan.stations.length;
    this.intervals = plan.intervals.length;
    this.#stays = this.services * this.groups * VisitColumn.count;
    this.#stationIntervals = this.#stays + this.stations * this.groups * StayColumn.count;
    this.#dayIntervals = this.#stationIntervals + this.stations * this.intervals * StationIntervalColumn.count;
    this.#lateShift = this.#dayIntervals + this.intervals * DayIntervalColumn.count;
    this.#quantiles = this.#lateShift + this.stations;
    this.#day = this.#quantiles + (this.waitCells + 1) * Quantile.count;
    this.length = this.#day + DayColumn.count;
  }

  /** Cells in which waits are counted: stations, then services, then groups. Behind them stand all visitors. */
  get waitCells(): number {
    return this.stations + this.services + this.groups;
  }

  visit(column: VisitColumn, service: number, group: number): number {
    return (service * this.groups + group) * VisitColumn.count + column;
  }

  stay(column: StayColumn, station: number, group: number): number {
    return this.#stays + (station * this.groups + group) * StayColumn.count + column;
  }

  stationInterval(column: StationIntervalColumn, station: number, interval: number): number {
    return this.#stationIntervals + (station * this.intervals + interval) * StationIntervalColumn.count + column;
  }

  dayInterval(column: DayIntervalColumn, interval: number): number {
    return this.#dayIntervals + interval * DayIntervalColumn.count + column;
  }

  /** Work of servers beyond the end of their shift within the day. */
  lateShift(station: number): number {
    return this.#lateShift + station;
  }

  /** An order statistic of the waits of a cell, to the second; NaN where nobody joined a queue. */
  quantile(cell: number, quantile: Quantile): number {
    return this.#quantiles + cell * Quantile.count + quantile;
  }

  day(column: DayColumn): number {
    return this.#day + column;
  }
}
