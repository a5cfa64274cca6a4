import { Outcome, type Plan } from "#plan/plan.js";
import type { Tally } from "./tally.js";

/** Which number of a replication this is. Indices are those of the plan; -1: all, or none in particular. */
export interface MeasureKey {
  readonly measure: string;
  readonly statistic: string;
  readonly unit: string;
  readonly scope: MeasureScope;
  /** Station or service. */
  readonly place: number;
  readonly group: number;
  readonly interval: number;
}

export type MeasureScope = "whole" | "station" | "service" | "interval" | "station-interval";

/** One measure: what it is called, where it is taken, and its value from a tally; NaN where it is not defined. */
interface Definition {
  readonly measure: string;
  readonly statistic: string;
  readonly unit: string;
  /** Where it is taken: each scope gives one number a place. */
  readonly scopes: readonly MeasureScope[];
  /** Also by group (`each`), only by group against the first (`against-first`), or not (`none`). */
  readonly groups: "each" | "against-first" | "none";
  readonly value: (books: Books, key: MeasureKey) => number;
}

/** Every measure; one line more here is one measure more in the result. */
const definitions: readonly Definition[] = [
  visitors("came", "total", "visitors", (books, at) => books.came(at)),
  visitors("served", "total", "visitors", (books, at) => books.ended(at, Outcome.served)),
  visitors("served", "share", "share", (books, at) => books.ended(at, Outcome.served) / books.came(at)),
  visitors("gave-up", "total", "visitors", (books, at) => books.gaveUp(at)),
  visitors("gave-up", "share", "share", (books, at) => books.gaveUp(at) / books.came(at)),
  visitors("turned-away", "total", "visitors", (books, at) => books.ended(at, Outcome.turnedAway)),
  visitors("turned-away", "share", "share", (books, at) => books.ended(at, Outcome.turnedAway) / books.came(at)),
  visitors("denied", "total", "visitors", (books, at) => books.ended(at, Outcome.denied)),
  visitors("denied", "share", "share", (books, at) => books.ended(at, Outcome.denied) / books.came(at)),
  visitors("inside-at-end", "total", "visitors", (books, at) => books.ended(at, Outcome.inside)),
  visitors("wait", "mean", "s", (books, at) => books.meanWait(at)),
  visitors("wait", "median", "s", (books, at) => books.waitQuantile(at, 0.5)),
  visitors("wait", "p90", "s", (books, at) => books.waitQuantile(at, 0.9)),
  visitors("wait", "p95", "s", (books, at) => books.waitQuantile(at, 0.95)),
  visitors("wait", "max", "s", (books, at) => books.waitQuantile(at, 1)),
  visitors("wait-of-served", "mean", "s", (books, at) => books.sum("waitedByServed", at) / books.ended(at, Outcome.served)),
  visitors("wait-of-all-who-came", "mean", "s", (books, at) => books.sum("waited", at) / books.came(at)),
  visitors("time-in-centre", "mean", "s", (books, at) => books.sum("timeInside", at) / books.came(at)),
  visitors("time-in-centre-of-served", "mean", "s", (books, at) => books.sum("timeOfServed", at) / books.ended(at, Outcome.served)),
  visitors("walking-time", "mean", "s", (books, at) => books.sum("between", at) / books.came(at)),
  visitors("within-promise", "share", "share", (books, at) => books.sum("withinPromise", at) / books.came(at)),
  visitors("satisfaction", "mean", "points", (books, at) => books.sum("rating", at) / books.came(at)),

  gap("wait-gap", "difference", "s", (books, group, first) => books.meanWait(group) - books.meanWait(first)),
  gap("wait-gap", "ratio", "ratio", (books, group, first) => ratio(books.meanWait(group), books.meanWait(first))),
  gap("time-in-centre-gap", "difference", "s", (books, group, first) => books.meanTime(group) - books.meanTime(first)),
  gap("time-in-centre-gap", "ratio", "ratio", (books, group, first) => ratio(books.meanTime(group), books.meanTime(first))),
  gap("denied-gap", "difference", "share", (books, group, first) => books.deniedShare(group) - books.deniedShare(first)),
  gap("denied-gap", "ratio", "ratio", (books, group, first) => ratio(books.deniedShare(group), books.deniedShare(first))),

  whole("wait-gap", "gini", "ratio", (books) => books.giniOfWaits()),
  whole("people-inside", "average", "visitors", (books) => books.areaWhileOpen(books.tally.rowOfInside) / books.plan.closes),
  whole("throughput", "average", "visitors/h", (books, at) => books.ended(at, Outcome.served) / books.hoursOpen),
  whole("finish-after-closing", "total", "s", (books) => Math.max(0, books.tally.lastLeft - books.plan.closes)),
  whole("overtime", "total", "h", (books) => books.sumOverStations((station) => books.overtime(station))),
  whole("staff-cost", "total", "KZT", (books) => books.staffCost()),
  whole("visitor-cost", "total", "KZT", (books, at) => books.visitorCost(at)),
  whole("total-cost", "total", "KZT", (books, at) => books.staffCost() + books.visitorCost(at)),

  station("joined", "total", "visitors", (books, at) => books.atStation("joined", at)),
  station("gave-up", "total", "visitors", (books, at) => books.atStation("joined", at) - books.atStation("called", at)),
  stationAndGroup("wait", "mean", "s", (books, at) => books.atStation("queued", at) / books.atStation("joined", at)),
  station("wait", "median", "s", (books, at) => books.stationWaitQuantile(at, 0.5)),
  station("wait", "p90", "s", (books, at) => books.stationWaitQuantile(at, 0.9)),
  station("wait", "p95", "s", (books, at) => books.stationWaitQuantile(at, 0.95)),
  station("wait", "max", "s", (books, at) => books.stationWaitQuantile(at, 1)),
  station("wait-of-served", "mean", "s", (books, at) => books.atStation("queuedByCalled", at) / books.atStation("called", at)),
  station("service-time", "mean", "s", (books, at) => books.atStation("inHand", at) / books.atStation("called", at)),
  station("station-wait", "mean", "s", (books, at) => books.atStation("queued", at) / books.everybody),
  station("station-time", "mean", "s", (books, at) => (books.atStation("queued", at) + books.atStation("inHand", at)) / books.everybody),
  station("queue-length", "average", "visitors", (books, at) => books.areaWhileOpen(books.tally.rowOfWaiting(at.place)) / books.plan.closes),
  station("utilisation", "average", "share", (books, at) => books.utilisation(at.place)),
  station("throughput", "average", "visitors/h", (books, at) => books.atStation("called", at) / books.hoursOpen),
  station("overtime", "total", "h", (books, at) => books.overtime(at.place)),

  interval("came", "total", "visitors", (books, at) => books.tally.cameIn[at.interval]),
  interval("wait", "mean", "s", (books, at) => books.tally.waitedIn[at.interval] / books.tally.cameIn[at.interval]),
  interval("people-inside", "average", "visitors", (books, at) => books.averageIn(books.tally.rowOfInside, at.interval)),
  stationInterval("queue-length", "average", "visitors", (books, at) => books.averageIn(books.tally.rowOfWaiting(at.place), at.interval)),
  stationInterval("utilisation", "average", "share", (books, at) => books.utilisationIn(at.place, at.interval)),
  stationInterval("wait", "mean", "s", (books, at) => books.waitIn(at.place, at.interval)),
];

/** All numbers of a replication, always in the same order. */
export class Measures {
  readonly keys: readonly MeasureKey[];
  readonly #values: readonly Definition["value"][];
  readonly #books: Books;

  constructor(plan: Plan) {
    const entries = definitions.flatMap((definition) => keysOf(definition, plan).map((key) => ({ key, definition })));
    this.keys = entries.map((entry) => entry.key);
    this.#values = entries.map((entry) => entry.definition.value);
    this.#books = new Books(plan);
  }

  /** Writes the numbers of one replication to `values`, from `offset` on, in the order of `keys`. */
  write(tally: Tally, values: Float64Array, offset: number): void {
    this.#books.open(tally);
    for (let i = 0; i < this.keys.length; i++) values[offset + i] = this.#values[i](this.#books, this.keys[i]);
  }
}

function keysOf({ measure, statistic, unit, scopes, groups }: Definition, plan: Plan): MeasureKey[] {
  const range = (count: number, first = 0): number[] => Array.from({ length: Math.max(0, count - first) }, (_, i) => first + i);
  const groupsOf = { none: [-1], each: [-1, ...range(plan.groups.length)], "against-first": range(plan.groups.length, 1) }[groups];
  return scopes.flatMap((scope) => {
    const places = { whole: [-1], interval: [-1], station: range(plan.stations.length), "station-interval": range(plan.stations.length), service: range(plan.services.length) }[scope];
    const intervals = scope === "interval" || scope === "station-interval" ? range(plan.intervals.length) : [-1];
    // Groups are told apart for the whole centre and at stations; a service by group would often be nobody.
    const groupsHere = scope === "service" ? [-1] : groupsOf;
    return places.flatMap((place) =>
      intervals.flatMap((at) => groupsHere.map((group) => ({ measure, statistic, unit, scope, place, group, interval: at }))),
    );
  });
}

type Value = Definition["value"];

function visitors(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["whole", "service"], groups: "each", value };
}

function gap(measure: string, statistic: string, unit: string, value: (books: Books, group: MeasureKey, first: MeasureKey) => number): Definition {
  const againstFirst: Value = (books, key) => value(books, key, { ...key, group: 0 });
  return { measure, statistic, unit, scopes: ["whole"], groups: "against-first", value: againstFirst };
}

function whole(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["whole"], groups: "none", value };
}

function station(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["station"], groups: "none", value };
}

function stationAndGroup(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["station"], groups: "each", value };
}

function interval(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["interval"], groups: "none", value };
}

function stationInterval(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["station-interval"], groups: "none", value };
}

/** The ratio, not defined when there is nothing to compare with. */
function ratio(one: number, other: number): number {
  return other === 0 ? Number.NaN : one / other;
}

type VisitorSums = "waited" | "waitedByServed" | "timeInside" | "timeOfServed" | "between" | "withinPromise" | "rating" | "joiners" | "came";
type StationSums = "joined" | "called" | "queued" | "queuedByCalled" | "inHand";

/** A tally, asked in the words of the definitions. */
class Books {
  tally!: Tally;
  everybody = 0;
  readonly hoursOpen: number;
  /** Seconds of servers on the roster, by station and interval. */
  readonly #rostered: Float64Array;
  #wholeWaits = new Uint32Array(1024);
  #wholeTop = -1;

  constructor(readonly plan: Plan) {
    this.hoursOpen = plan.closes / 3600;
    this.#rostered = rosteredTimes(plan);
  }

  open(tally: Tally): void {
    this.tally = tally;
    this.everybody = 0;
    for (let i = 0; i < tally.came.length; i++) this.everybody += tally.came[i];
    this.#mergeWaits();
  }

  came(at: MeasureKey): number {
    return this.sum("came", at);
  }

  sum(what: VisitorSums, at: MeasureKey): number {
    return this.#sumOf(this.tally[what], at, 1, 0);
  }

  ended(at: MeasureKey, ending: Outcome): number {
    return this.#sumOf(this.tally.outcomes, at, Outcome.count, ending);
  }

  gaveUp(at: MeasureKey): number {
    return this.ended(at, Outcome.reneged) + this.ended(at, Outcome.balked);
  }

  /** Of those who joined a queue: what they waited in all queues together. */
  meanWait(at: MeasureKey): number {
    return this.sum("waited", at) / this.sum("joiners", at);
  }

  meanTime(at: MeasureKey): number {
    return this.sum("timeInside", at) / this.came(at);
  }

  deniedShare(at: MeasureKey): number {
    return this.ended(at, Outcome.denied) / this.came(at);
  }

  visitorCost(at: MeasureKey): number {
    return (this.sum("timeInside", at) / 3600) * this.plan.visitorHour;
  }

  staffCost(): number {
    return this.sumOverStations((station) => {
      const rostered = this.#rosteredAt(station) / 3600;
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
    return ratio(this.tally.areaOf(this.tally.rowOfBusy(station)), this.#rosteredAt(station));
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

  atStation(what: StationSums, { place, group }: MeasureKey): number {
    const array = this.tally[what];
    const first = place * this.tally.groups;
    if (group >= 0) return array[first + group];
    let sum = 0;
    for (let i = 0; i < this.tally.groups; i++) sum += array[first + i];
    return sum;
  }

  sumOverStations(value: (station: number) => number): number {
    let sum = 0;
    for (let s = 0; s < this.tally.stations; s++) sum += value(s);
    return sum;
  }

  stationWaitQuantile({ place }: MeasureKey, share: number): number {
    return quantileOf(this.tally.waits.of(place), share);
  }

  waitQuantile({ place, group }: MeasureKey, share: number): number {
    const { stations, services, waits } = this.tally;
    if (place >= 0) return quantileOf(waits.of(stations + place), share);
    if (group >= 0) return quantileOf(waits.of(stations + services + group), share);
    return quantileOf(this.#wholeWaits.subarray(0, this.#wholeTop + 1), share);
  }

  /**
   * Gini coefficient of the waits: 0 when all wait alike, near 1 when few do all the waiting.
   * Source: Gini (1912); computed as 2 Σ i·x(i) / (n Σ x) - (n + 1) / n over the ordered waits.
   */
  giniOfWaits(): number {
    let before = 0;
    let total = 0;
    let weighted = 0;
    for (let wait = 0; wait <= this.#wholeTop; wait++) {
      const count = this.#wholeWaits[wait];
      if (count === 0) continue;
      // The ranks before + 1 … before + count all have this wait.
      weighted += wait * count * (before + (count + 1) / 2);
      total += wait * count;
      before += count;
    }
    if (total === 0) return before === 0 ? Number.NaN : 0;
    return (2 * weighted) / (before * total) - (before + 1) / before;
  }

  #rosteredAt(station: number): number {
    const { intervals } = this.tally;
    let sum = 0;
    for (let i = 0; i < intervals; i++) sum += this.#rostered[station * intervals + i];
    return sum;
  }

  /** The waits of all visitors, from those by service. */
  #mergeWaits(): void {
    const { stations, services, waits } = this.tally;
    this.#wholeWaits.fill(0, 0, this.#wholeTop + 1);
    this.#wholeTop = -1;
    for (let service = 0; service < services; service++) {
      const counts = waits.of(stations + service);
      if (counts.length > this.#wholeWaits.length) {
        const wider = new Uint32Array(waits.width);
        wider.set(this.#wholeWaits);
        this.#wholeWaits = wider;
      }
      for (let wait = 0; wait < counts.length; wait++) this.#wholeWaits[wait] += counts[wait];
      this.#wholeTop = Math.max(this.#wholeTop, counts.length - 1);
    }
  }

  #sumOf(array: Float64Array, { scope, place, group }: MeasureKey, stride: number, offset: number): number {
    const { groups, services } = this.tally;
    const firstService = scope === "service" ? place : 0;
    const lastService = scope === "service" ? place : services - 1;
    const firstGroup = group >= 0 ? group : 0;
    const lastGroup = group >= 0 ? group : groups - 1;
    let sum = 0;
    for (let s = firstService; s <= lastService; s++) {
      for (let g = firstGroup; g <= lastGroup; g++) sum += array[(s * groups + g) * stride + offset];
    }
    return sum;
  }
}

/** The ceil(share · n)-th smallest wait, to the second; NaN when nobody waited or not. */
export function quantileOf(counts: Uint32Array, share: number): number {
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
  if (n === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(share * n));
  let below = 0;
  for (let wait = 0; wait < counts.length; wait++) {
    below += counts[wait];
    if (below >= rank) return wait;
  }
  return counts.length - 1;
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
