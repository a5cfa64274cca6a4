import { DayColumn, DayIntervalColumn, StationIntervalColumn, StayColumn, VisitColumn } from "#engine/columns.js";
import { Counts } from "#engine/counts.js";
import { type Key, Replicator, type ReplicatorOptions } from "#engine/replication.js";
import { SumsLayout } from "#engine/sums-layout.js";
import { Outcome, type Plan } from "#plan/plan.js";

/** What one replication counted and added up, as columns. A copy. */
export class Tally {
  readonly groups: number;
  readonly stations: number;
  readonly services: number;
  readonly intervals: number;

  // By service and group: `array[service * groups + group]`.
  readonly came: Float64Array;
  /** `outcomes[(service * groups + group) * Outcome.count + outcome]` */
  readonly outcomes: Float64Array;
  readonly joiners: Float64Array;
  readonly waited: Float64Array;
  readonly waitedByServed: Float64Array;
  readonly timeInside: Float64Array;
  readonly timeOfServed: Float64Array;
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
  readonly lateShift: Float64Array;
  /** By the second; cells: stations, then services, then groups. */
  readonly waits: Counts;
  readonly lastLeft: number;

  /** @param replicator that has just run the replication, and no other since its waits were last taken */
  constructor(plan: Plan, replicator: Replicator) {
    const { sums } = replicator;
    const layout = new SumsLayout(plan);
    const { services, groups, stations, intervals } = layout;
    const table = (rows: number, columns: number, place: (row: number, column: number) => number): Float64Array =>
      Float64Array.from({ length: rows * columns }, (_, i) => sums[place(Math.floor(i / columns), i % columns)]!);
    const visit = (column: VisitColumn) => table(services, groups, (s, g) => layout.visit(column, s, g));
    const stay = (column: StayColumn) => table(stations, groups, (s, g) => layout.stay(column, s, g));
    const stationInterval = (column: StationIntervalColumn) =>
      table(stations, intervals, (s, i) => layout.stationInterval(column, s, i));
    const dayInterval = (column: DayIntervalColumn) => table(1, intervals, (_, i) => layout.dayInterval(column, i));

    this.groups = groups;
    this.stations = stations;
    this.services = services;
    this.intervals = intervals;
    this.came = visit(VisitColumn.came);
    this.outcomes = table(services * groups, Outcome.count, (cell, outcome) =>
      layout.visit(VisitColumn.firstOutcome + outcome, Math.floor(cell / groups), cell % groups),
    );
    this.joiners = visit(VisitColumn.joiners);
    this.waited = visit(VisitColumn.waited);
    this.waitedByServed = visit(VisitColumn.waitedByServed);
    this.timeInside = visit(VisitColumn.timeInside);
    this.timeOfServed = visit(VisitColumn.timeOfServed);
    this.between = visit(VisitColumn.between);
    this.withinPromise = visit(VisitColumn.withinPromise);
    this.rating = visit(VisitColumn.rating);
    this.joined = stay(StayColumn.joined);
    this.called = stay(StayColumn.called);
    this.queued = stay(StayColumn.queued);
    this.queuedByCalled = stay(StayColumn.queuedByCalled);
    this.inHand = stay(StayColumn.inHand);
    this.joinedIn = stationInterval(StationIntervalColumn.joined);
    this.queuedIn = stationInterval(StationIntervalColumn.queued);
    this.cameIn = dayInterval(DayIntervalColumn.came);
    this.waitedIn = dayInterval(DayIntervalColumn.waited);
    const [waiting, busy] = [StationIntervalColumn.waiting, StationIntervalColumn.busy].map(stationInterval);
    this.areas = Float64Array.of(...waiting!, ...busy!, ...dayInterval(DayIntervalColumn.inside));
    this.lateShift = table(1, stations, (_, s) => layout.lateShift(s));
    this.lastLeft = sums[layout.day(DayColumn.lastLeft)]!;
    this.waits = new Counts(layout.waitCells);
    this.waits.add(replicator.takeWaits());
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
    return this.areas.subarray(row * this.intervals, (row + 1) * this.intervals).reduce((sum, area) => sum + area, 0);
  }
}

/** A plan's replications, of each of which everything is told. */
export class TalliedDays {
  readonly replicator: Replicator;

  constructor(
    readonly plan: Plan,
    options: ReplicatorOptions = {},
  ) {
    this.replicator = new Replicator(plan, options);
  }

  run(seed: Key, replication: number): Tally {
    this.replicator.run(seed, replication);
    return new Tally(this.plan, this.replicator);
  }
}
