import { Outcome, type Plan } from "#plan/plan.js";
import { ratingOf } from "./rating.js";
import { WaitCounts } from "./wait-counts.js";

/** What one replication counts and adds up. Used again for the next one after `clear`. */
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
  /** Whole intervals to add to `areas`, as differences from one interval to the next. */
  readonly wholes: Float64Array;
  /** Work of servers beyond the end of their shift within the day, by station. */
  readonly lateShift: Float64Array;
  /** Cells: stations, then services, then groups. */
  readonly waits: WaitCounts;
  /** When the last visitor left. */
  lastLeft = 0;

  readonly #closes: number;
  readonly #width: number;
  readonly #starts: Float64Array;
  readonly #promise: number;
  readonly #sums: readonly Float64Array[];

  constructor(plan: Plan) {
    this.groups = plan.groups.length;
    this.stations = plan.stations.length;
    this.services = plan.services.length;
    this.intervals = plan.intervals.length;
    this.#closes = plan.closes;
    this.#width = plan.intervalWidth;
    this.#starts = plan.intervals;
    this.#promise = plan.promiseWait;
    const sums: Float64Array[] = [];
    const sumsOf = (length: number): Float64Array => {
      const array = new Float64Array(length);
      sums.push(array);
      return array;
    };
    const visitorCells = this.services * this.groups;
    this.came = sumsOf(visitorCells);
    this.outcomes = sumsOf(visitorCells * Outcome.count);
    this.joiners = sumsOf(visitorCells);
    this.waited = sumsOf(visitorCells);
    this.waitedByServed = sumsOf(visitorCells);
    this.timeInside = sumsOf(visitorCells);
    this.timeOfServed = sumsOf(visitorCells);
    this.between = sumsOf(visitorCells);
    this.withinPromise = sumsOf(visitorCells);
    this.rating = sumsOf(visitorCells);
    const stationCells = this.stations * this.groups;
    this.joined = sumsOf(stationCells);
    this.called = sumsOf(stationCells);
    this.queued = sumsOf(stationCells);
    this.queuedByCalled = sumsOf(stationCells);
    this.inHand = sumsOf(stationCells);
    this.joinedIn = sumsOf(this.stations * this.intervals);
    this.queuedIn = sumsOf(this.stations * this.intervals);
    this.cameIn = sumsOf(this.intervals);
    this.waitedIn = sumsOf(this.intervals);
    this.areas = sumsOf((2 * this.stations + 1) * this.intervals);
    this.wholes = sumsOf((2 * this.stations + 1) * this.intervals);
    this.lateShift = sumsOf(this.stations);
    this.#sums = sums;
    this.waits = new WaitCounts(this.stations + this.services + this.groups);
  }

  clear(): void {
    for (const array of this.#sums) array.fill(0);
    this.waits.clear();
    this.lastLeft = 0;
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

  /** The interval of the day that a moment lies in. */
  intervalAt(time: number): number {
    if (time >= this.#closes) return this.intervals - 1;
    const interval = Math.floor(time / this.#width);
    return interval < this.intervals - 1 ? interval : this.intervals - 2;
  }

  /** Somebody stood in a queue: called at `to`, or gone at `to` without having been called. */
  addQueueing(station: number, group: number, from: number, to: number, wasCalled: boolean): void {
    const wait = to - from;
    const cell = station * this.groups + group;
    this.joined[cell]++;
    this.queued[cell] += wait;
    if (wasCalled) {
      this.called[cell]++;
      this.queuedByCalled[cell] += wait;
    }
    this.waits.add(station, wait);
    const interval = this.intervalAt(from);
    const inInterval = station * this.intervals + interval;
    this.joinedIn[inInterval]++;
    this.queuedIn[inInterval] += wait;
    if (wait > 0) this.addArea(station, interval, from, to);
  }

  /** A visit to the centre is over. */
  addVisit(service: number, group: number, arrived: number, left: number, waited: number, ending: number, hasJoined: boolean): void {
    const cell = service * this.groups + group;
    const time = left - arrived;
    this.came[cell]++;
    this.outcomes[cell * Outcome.count + ending]++;
    this.timeInside[cell] += time;
    if (hasJoined) {
      this.joiners[cell]++;
      this.waited[cell] += waited;
      this.waits.add(this.stations + service, waited);
      this.waits.add(this.stations + this.services + group, waited);
    }
    if (ending === Outcome.served) {
      this.timeOfServed[cell] += time;
      this.waitedByServed[cell] += waited;
      this.rating[cell] += ratingOf(waited);
      if (waited <= this.#promise) this.withinPromise[cell]++;
    }
    const interval = this.intervalAt(arrived);
    this.cameIn[interval]++;
    this.waitedIn[interval] += waited;
    this.addArea(2 * this.stations, interval, arrived, left);
    if (left > this.lastLeft) this.lastLeft = left;
  }

  /** One person or server more from `from` (which lies in `interval`) to `to`, in a row of `areas`. */
  addArea(row: number, interval: number, from: number, to: number): void {
    const first = row * this.intervals + interval;
    const last = row * this.intervals + this.intervalAt(to);
    if (first === last) {
      this.areas[first] += to - from;
      return;
    }
    const starts = this.#starts;
    this.areas[first] += starts[interval + 1] - from;
    this.areas[last] += to - starts[last - row * this.intervals];
    this.wholes[first + 1]++;
    this.wholes[last]--;
  }

  /** Turns the whole intervals into areas. To be called once, after the last event. */
  close(): void {
    const { areas, wholes, intervals } = this;
    const starts = this.#starts;
    for (let row = 0; row <= 2 * this.stations; row++) {
      let present = 0;
      for (let i = 0; i < intervals - 1; i++) {
        present += wholes[row * intervals + i];
        areas[row * intervals + i] += present * (starts[i + 1] - starts[i]);
      }
    }
  }

  /** Person- or server-seconds of a row, over the whole replication. */
  areaOf(row: number): number {
    let sum = 0;
    for (let i = 0; i < this.intervals; i++) sum += this.areas[row * this.intervals + i];
    return sum;
  }
}
