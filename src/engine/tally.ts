import { Outcome, type Plan } from "#plan/plan.js";
import { Journal, JournalEntry } from "./journal.js";
import { ratingOf } from "./rating.js";
import { binOf, WaitCounts } from "./wait-counts.js";

/** Codes of `Tally.stays`: `(cell << Stay.bits) | kind`, the cell being `station * groups + group`. Times: joined, called, done. */
export const enum Stay {
  /** Gone at "called" without having been called; there is no "done". */
  uncalled = 0,
  /** The server still has others in hand. */
  served = 1,
  /** The server was busy from "called" to "done" and has nobody in hand any more. */
  lastInHand = 2,
  /** The server was busy from "called" to "done" with no visitor: a gap, or a ticket without a holder. */
  withoutVisitor = 3,
  mask = 3,
  bits = 2,
}

/** Codes of `Tally.visits`: `(cell << Visit.bits) | hasJoined | outcome`, the cell being `service * groups + group`. Times: arrived, left, waited. */
export const enum Visit {
  outcome = 7,
  hasJoined = 8,
  bits = 4,
}

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

  /** Not yet in the sums: whoever fills a journal posts it. */
  readonly stays = new Journal();
  readonly visits = new Journal();

  readonly #closes: number;
  readonly #width: number;
  readonly #starts: Float64Array;
  readonly #promise: number;
  readonly #sums: readonly Float64Array[];
  readonly #stationOfCell: Int32Array;
  readonly #serviceOfCell: Int32Array;
  readonly #groupOfCell: Int32Array;

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
    this.#stationOfCell = Int32Array.from({ length: stationCells }, (_, cell) => Math.floor(cell / this.groups));
    this.#serviceOfCell = Int32Array.from({ length: visitorCells }, (_, cell) => Math.floor(cell / this.groups));
    this.#groupOfCell = Int32Array.from({ length: visitorCells }, (_, cell) => cell % this.groups);
    this.waits = new WaitCounts(this.stations + this.services + this.groups);
  }

  clear(): void {
    for (const array of this.#sums) array.fill(0);
    this.waits.clear();
    this.stays.count = 0;
    this.visits.count = 0;
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
    const interval = (time / this.#width) | 0;
    return interval < this.intervals - 1 ? interval : this.intervals - 2;
  }

  /** Enters the stays at stations. One short loop a kind of sum: see {@link Journal}. */
  postStays(): void {
    this.#addStays();
    this.#countStays();
    this.#spreadStays();
    this.stays.count = 0;
  }

  /** Enters the visits to the centre. */
  postVisits(): void {
    this.#addVisits();
    this.#rateVisits();
    this.#countVisits();
    this.#spreadVisits();
    this.visits.count = 0;
  }

  #addStays(): void {
    const { joined, called, queued, queuedByCalled, inHand } = this;
    const { codes, times, count } = this.stays;
    for (let i = 0; i < count; i++) {
      const kind = codes[i] & Stay.mask;
      if (kind === Stay.withoutVisitor) continue;
      const cell = codes[i] >> Stay.bits;
      const wait = times[(i << JournalEntry.bits) | 1] - times[i << JournalEntry.bits];
      joined[cell]++;
      queued[cell] += wait;
      if (kind === Stay.uncalled) continue;
      called[cell]++;
      queuedByCalled[cell] += wait;
      inHand[cell] += times[(i << JournalEntry.bits) | 2] - times[(i << JournalEntry.bits) | 1];
    }
  }

  #countStays(): void {
    const stationOf = this.#stationOfCell;
    const { codes, times, count } = this.stays;
    let longest = 0;
    for (let i = 0; i < count; i++) {
      const wait = times[(i << JournalEntry.bits) | 1] - times[i << JournalEntry.bits];
      if (wait > longest) longest = wait;
    }
    this.waits.makeRoomFor(longest);
    const { counts, top, width } = this.waits;
    for (let i = 0; i < count; i++) {
      if ((codes[i] & Stay.mask) === Stay.withoutVisitor) continue;
      const station = stationOf[codes[i] >> Stay.bits];
      const bin = binOf(times[(i << JournalEntry.bits) | 1] - times[i << JournalEntry.bits]);
      counts[station * width + bin]++;
      if (bin > top[station]) top[station] = bin;
    }
  }

  #spreadStays(): void {
    const { areas, intervals, joinedIn, queuedIn, stations } = this;
    const stationOf = this.#stationOfCell;
    const { codes, times, count } = this.stays;
    for (let i = 0; i < count; i++) {
      const kind = codes[i] & Stay.mask;
      const station = stationOf[codes[i] >> Stay.bits];
      const joined = times[i << JournalEntry.bits];
      const called = times[(i << JournalEntry.bits) | 1];
      const calledIn = this.intervalAt(called);
      if (kind !== Stay.withoutVisitor) {
        const interval = this.intervalAt(joined);
        const first = station * intervals + interval;
        joinedIn[first]++;
        queuedIn[first] += called - joined;
        if (interval === calledIn) areas[first] += called - joined;
        else this.#addLong(station, interval, calledIn, i << JournalEntry.bits);
      }
      if (kind >= Stay.lastInHand) {
        const doneIn = this.intervalAt(times[(i << JournalEntry.bits) | 2]);
        if (calledIn === doneIn)
          areas[(stations + station) * intervals + calledIn] += times[(i << JournalEntry.bits) | 2] - called;
        else this.#addLong(stations + station, calledIn, doneIn, (i << JournalEntry.bits) | 1);
      }
    }
  }

  /** One person or server more from `times[at]` to `times[at + 1]` of the stays, in a row of `areas`, over several intervals. */
  #addLong(row: number, from: number, to: number, at: number): void {
    const { areas, wholes, intervals } = this;
    const { times } = this.stays;
    const starts = this.#starts;
    areas[row * intervals + from] += starts[from + 1] - times[at];
    areas[row * intervals + to] += times[at + 1] - starts[to];
    wholes[row * intervals + from + 1]++;
    wholes[row * intervals + to]--;
  }

  #addVisits(): void {
    const { came, outcomes, timeInside, joiners, waited, timeOfServed, waitedByServed, withinPromise } = this;
    const { codes, times, count } = this.visits;
    const promise = this.#promise;
    let lastLeft = this.lastLeft;
    for (let i = 0; i < count; i++) {
      const cell = codes[i] >> Visit.bits;
      const ending = codes[i] & Visit.outcome;
      const time = times[(i << JournalEntry.bits) | 1] - times[i << JournalEntry.bits];
      const wait = times[(i << JournalEntry.bits) | 2];
      came[cell]++;
      outcomes[cell * Outcome.count + ending]++;
      timeInside[cell] += time;
      if ((codes[i] & Visit.hasJoined) !== 0) {
        joiners[cell]++;
        waited[cell] += wait;
      }
      if (ending === Outcome.served) {
        timeOfServed[cell] += time;
        waitedByServed[cell] += wait;
        if (wait <= promise) withinPromise[cell]++;
      }
      if (times[(i << JournalEntry.bits) | 1] > lastLeft) lastLeft = times[(i << JournalEntry.bits) | 1];
    }
    this.lastLeft = lastLeft;
  }

  /** Ratings are not on the grid of times: their sum depends on the order, which is that of leaving. */
  #rateVisits(): void {
    const { rating } = this;
    const { codes, times, count } = this.visits;
    for (let i = 0; i < count; i++) {
      if ((codes[i] & Visit.outcome) !== Outcome.served) continue;
      rating[codes[i] >> Visit.bits] += ratingOf(times[(i << JournalEntry.bits) | 2]);
    }
  }

  #countVisits(): void {
    const cellOfService = this.stations;
    const cellOfGroup = this.stations + this.services;
    const serviceOf = this.#serviceOfCell;
    const groupOf = this.#groupOfCell;
    const { codes, times, count } = this.visits;
    let longest = 0;
    for (let i = 0; i < count; i++)
      if (times[(i << JournalEntry.bits) | 2] > longest) longest = times[(i << JournalEntry.bits) | 2];
    this.waits.makeRoomFor(longest);
    const { counts, top, width } = this.waits;
    for (let i = 0; i < count; i++) {
      if ((codes[i] & Visit.hasJoined) === 0) continue;
      const bin = binOf(times[(i << JournalEntry.bits) | 2]);
      const service = cellOfService + serviceOf[codes[i] >> Visit.bits];
      const group = cellOfGroup + groupOf[codes[i] >> Visit.bits];
      counts[service * width + bin]++;
      if (bin > top[service]) top[service] = bin;
      counts[group * width + bin]++;
      if (bin > top[group]) top[group] = bin;
    }
  }

  #spreadVisits(): void {
    const { areas, wholes, intervals, cameIn, waitedIn } = this;
    const starts = this.#starts;
    const row = this.rowOfInside * intervals;
    const { times, count } = this.visits;
    for (let i = 0; i < count; i++) {
      const arrived = times[i << JournalEntry.bits];
      const left = times[(i << JournalEntry.bits) | 1];
      const first = this.intervalAt(arrived);
      const last = this.intervalAt(left);
      cameIn[first]++;
      waitedIn[first] += times[(i << JournalEntry.bits) | 2];
      if (first === last) areas[row + first] += left - arrived;
      else {
        areas[row + first] += starts[first + 1] - arrived;
        areas[row + last] += left - starts[last];
        wholes[row + first + 1]++;
        wholes[row + last]--;
      }
    }
  }

  /** Enters what is still in the journals and turns the whole intervals into areas. To be called once, after the last event. */
  close(): void {
    this.postStays();
    this.postVisits();
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
