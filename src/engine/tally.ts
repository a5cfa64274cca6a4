import { Outcome, type Plan } from "#plan/plan.js";
import { Columns } from "./columns.js";
import type { EngineExports } from "./instance.js";
import { Quantile } from "./quantile.js";
import { WaitCounts } from "./wait-counts.js";

/** What one replication counted and added up, as the engine leaves it. Good until the next replication. */
export class Tally {
  readonly groups: number;
  readonly stations: number;
  readonly services: number;
  /** Intervals of the day, the open one after closing included. */
  readonly intervals: number;

  // By service and group: `array[service * groups + group]`.
  readonly came: Float64Array;
  /** `outcomes[(service * groups + group) * Outcome.count + outcome]` */
  readonly outcomes: Float64Array;
  /** Visitors who joined a queue at least once. */
  readonly joiners: Float64Array;
  readonly waited: Float64Array;
  readonly waitedByServed: Float64Array;
  readonly timeInside: Float64Array;
  readonly timeOfServed: Float64Array;
  /** Walking, and time spent at no station. */
  readonly between: Float64Array;
  readonly withinPromise: Float64Array;
  readonly rating: Float64Array;

  // By station and group: `array[station * groups + group]`.
  readonly joined: Float64Array;
  readonly called: Float64Array;
  readonly queued: Float64Array;
  readonly queuedByCalled: Float64Array;
  readonly inHand: Float64Array;

  // By station and interval: `array[station * intervals + interval]`, by the moment of joining.
  readonly joinedIn: Float64Array;
  readonly queuedIn: Float64Array;
  // By interval of arrival.
  readonly cameIn: Float64Array;
  readonly waitedIn: Float64Array;

  /** Person- and server-seconds: rows of intervals, see `rowOfWaiting`, `rowOfBusy`, `rowOfInside`. */
  readonly areas: Float64Array;
  /** Work of servers beyond the end of their shift within the day, by station. */
  readonly lateShift: Float64Array;
  /** Cells: stations, then services, then groups. */
  readonly waits: WaitCounts;
  /**
   * Order statistics of the waits, to the second: `quantiles[cell * Quantile.count + quantile]`, the cells as in `waits`, and
   * behind them all visitors. NaN where nobody joined a queue.
   */
  readonly quantiles: Float64Array;
  giniOfWaits = 0;
  /** When the last visitor left. */
  lastLeft = 0;

  /** Visitors who are neither out nor counted as inside: none, or we have lost them. */
  lost = 0;

  constructor(plan: Plan) {
    this.groups = plan.groups.length;
    this.stations = plan.stations.length;
    this.services = plan.services.length;
    this.intervals = plan.intervals.length;
    const visitCells = this.services * this.groups;
    this.came = new Float64Array(visitCells);
    this.outcomes = new Float64Array(visitCells * Outcome.count);
    this.joiners = new Float64Array(visitCells);
    this.waited = new Float64Array(visitCells);
    this.waitedByServed = new Float64Array(visitCells);
    this.timeInside = new Float64Array(visitCells);
    this.timeOfServed = new Float64Array(visitCells);
    this.between = new Float64Array(visitCells);
    this.withinPromise = new Float64Array(visitCells);
    this.rating = new Float64Array(visitCells);
    const stayCells = this.stations * this.groups;
    this.joined = new Float64Array(stayCells);
    this.called = new Float64Array(stayCells);
    this.queued = new Float64Array(stayCells);
    this.queuedByCalled = new Float64Array(stayCells);
    this.inHand = new Float64Array(stayCells);
    this.joinedIn = new Float64Array(this.stations * this.intervals);
    this.queuedIn = new Float64Array(this.stations * this.intervals);
    this.cameIn = new Float64Array(this.intervals);
    this.waitedIn = new Float64Array(this.intervals);
    this.areas = new Float64Array((2 * this.stations + 1) * this.intervals);
    this.lateShift = new Float64Array(this.stations);
    this.waits = new WaitCounts(this.stations + this.services + this.groups);
    this.quantiles = new Float64Array((this.waits.cells + 1) * Quantile.count);
  }

  /** Takes the sums of the replication the engine has just run: its rows become our columns. */
  read(engine: EngineExports): void {
    const { buffer } = engine.memory;
    const rows = (place: number, length: number): Float64Array => new Float64Array(buffer, place, length);
    this.#readVisits(rows(engine.visitSums(), this.came.length * Columns.visit));
    this.#readStays(rows(engine.staySums(), this.joined.length * Columns.stay));
    this.#readStationIntervals(rows(engine.stationIntervals(), this.joinedIn.length * Columns.stationInterval));
    this.#readDayIntervals(rows(engine.dayIntervals(), this.intervals * Columns.dayInterval));
    this.lateShift.set(rows(engine.lateShift(), this.stations));
    this.lastLeft = engine.lastLeft();
    this.lost = engine.lost();
    this.quantiles.set(rows(engine.quantiles(), this.quantiles.length));
    this.giniOfWaits = engine.giniOfWaits();
    const { cells } = this.waits;
    this.waits.width = engine.countsWidth();
    this.waits.counts = new Uint32Array(buffer, engine.counts(), cells * this.waits.width);
    this.waits.top = new Int32Array(buffer, engine.tops(), cells);
  }

  rowOfWaiting(station: number): number {
    return station;
  }

  rowOfBusy(station: number): number {
    return this.stations + station;
  }

  get rowOfInside(): number {
    return 2 * this.stations;
  }

  /** Person- or server-seconds of a row, over the whole replication. */
  areaOf(row: number): number {
    let sum = 0;
    for (let i = 0; i < this.intervals; i++) sum += this.areas[row * this.intervals + i];
    return sum;
  }

  #readVisits(rows: Float64Array): void {
    for (let cell = 0; cell < this.came.length; cell++) {
      const row = cell * Columns.visit;
      this.came[cell] = rows[row];
      this.joiners[cell] = rows[row + 1];
      this.waited[cell] = rows[row + 2];
      this.waitedByServed[cell] = rows[row + 3];
      this.timeInside[cell] = rows[row + 4];
      this.timeOfServed[cell] = rows[row + 5];
      this.between[cell] = rows[row + 6];
      this.withinPromise[cell] = rows[row + 7];
      this.rating[cell] = rows[row + 8];
      for (let outcome = 0; outcome < Outcome.count; outcome++) {
        this.outcomes[cell * Outcome.count + outcome] = rows[row + Columns.firstOutcome + outcome];
      }
    }
  }

  #readStays(rows: Float64Array): void {
    for (let cell = 0; cell < this.joined.length; cell++) {
      const row = cell * Columns.stay;
      this.joined[cell] = rows[row];
      this.called[cell] = rows[row + 1];
      this.queued[cell] = rows[row + 2];
      this.queuedByCalled[cell] = rows[row + 3];
      this.inHand[cell] = rows[row + 4];
    }
  }

  #readStationIntervals(rows: Float64Array): void {
    const busy = this.stations * this.intervals;
    for (let cell = 0; cell < this.joinedIn.length; cell++) {
      const row = cell * Columns.stationInterval;
      this.joinedIn[cell] = rows[row];
      this.queuedIn[cell] = rows[row + 1];
      this.areas[cell] = rows[row + 2];
      this.areas[busy + cell] = rows[row + 4];
    }
  }

  #readDayIntervals(rows: Float64Array): void {
    const inside = this.rowOfInside * this.intervals;
    for (let i = 0; i < this.intervals; i++) {
      const row = i * Columns.dayInterval;
      this.cameIn[i] = rows[row];
      this.waitedIn[i] = rows[row + 1];
      this.areas[inside + i] = rows[row + 2];
    }
  }
}
