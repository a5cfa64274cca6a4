import { Outcome, type Plan } from "#plan/plan.js";
import { Books, ended, ratio, staySumOf, sumOf, type VisitSum } from "./books.js";
import type { MeasureKey, MeasureScope } from "./measure-key.js";
import { Quantile } from "./quantile.js";
import type { Tally } from "./tally.js";

/** One measure: what it is called, where it is taken, and its value from a tally; NaN where it is not defined. */
interface Definition {
  readonly measure: string;
  readonly statistic: string;
  readonly unit: string;
  /** Where it is taken: each scope gives one number a place. */
  readonly scopes: readonly MeasureScope[];
  /** Also by group (`each`), only by group against the first (`against-first`), or not (`none`). */
  readonly groups: "each" | "against-first" | "none";
  /** `first` is the key of the first group; the key itself where groups are not compared. */
  readonly value: Value;
}

/**
 * Functions made by few others: V8 compiles what is called often, once for all that one place in the source has made, and
 * compiling a function of its own for each measure took the time of hundreds of days.
 */
type Value = (books: Books, at: MeasureKey, first: MeasureKey) => number;

const came = sumOf("came");
const served = ended(Outcome.served);
const gaveUp = ended(Outcome.reneged, Outcome.balked);
const turnedAway = ended(Outcome.turnedAway);
const denied = ended(Outcome.denied);
const joined = staySumOf("joined");
const called = staySumOf("called");
const queued = staySumOf("queued");
const inHand = staySumOf("inHand");

const meanWait = perVisitor(sumOf("waited"), sumOf("joiners"));
const meanTime = perVisitor(sumOf("timeInside"), came);
const deniedShare = perVisitor(denied, came);

/** Every measure; one line more here is one measure more in the result. */
const definitions: readonly Definition[] = [
  visitors("came", "total", "visitors", total(came)),
  visitors("served", "total", "visitors", total(served)),
  visitors("served", "share", "share", perVisitor(served, came)),
  visitors("gave-up", "total", "visitors", total(gaveUp)),
  visitors("gave-up", "share", "share", perVisitor(gaveUp, came)),
  visitors("turned-away", "total", "visitors", total(turnedAway)),
  visitors("turned-away", "share", "share", perVisitor(turnedAway, came)),
  visitors("denied", "total", "visitors", total(denied)),
  visitors("denied", "share", "share", deniedShare),
  visitors("inside-at-end", "total", "visitors", total(ended(Outcome.inside))),
  visitors("wait", "mean", "s", meanWait),
  visitors("wait", "median", "s", waitQuantile(Quantile.median)),
  visitors("wait", "p90", "s", waitQuantile(Quantile.p90)),
  visitors("wait", "p95", "s", waitQuantile(Quantile.p95)),
  visitors("wait", "max", "s", waitQuantile(Quantile.max)),
  visitors("wait-of-served", "mean", "s", perVisitor(sumOf("waitedByServed"), served)),
  visitors("wait-of-all-who-came", "mean", "s", perVisitor(sumOf("waited"), came)),
  visitors("time-in-centre", "mean", "s", meanTime),
  visitors("time-in-centre-of-served", "mean", "s", perVisitor(sumOf("timeOfServed"), served)),
  visitors("walking-time", "mean", "s", perVisitor(sumOf("between"), came)),
  visitors("within-promise", "share", "share", perVisitor(sumOf("withinPromise"), came)),
  visitors("satisfaction", "mean", "points", perVisitor(sumOf("rating"), came)),

  gap("wait-gap", "difference", "s", difference(meanWait)),
  gap("wait-gap", "ratio", "ratio", ratioToFirst(meanWait)),
  gap("time-in-centre-gap", "difference", "s", difference(meanTime)),
  gap("time-in-centre-gap", "ratio", "ratio", ratioToFirst(meanTime)),
  gap("denied-gap", "difference", "share", difference(deniedShare)),
  gap("denied-gap", "ratio", "ratio", ratioToFirst(deniedShare)),

  whole("wait-gap", "gini", "ratio", (books) => books.tally.giniOfWaits),
  whole(
    "people-inside",
    "average",
    "visitors",
    (books) => books.areaWhileOpen(books.tally.rowOfInside) / books.plan.closes,
  ),
  whole("throughput", "average", "visitors/h", (books, at) => books.sum(served, at) / books.hoursOpen),
  whole("finish-after-closing", "total", "s", (books) => Math.max(0, books.tally.lastLeft - books.plan.closes)),
  whole("overtime", "total", "h", (books) => books.sumOverStations((station) => books.overtime(station))),
  whole("staff-cost", "total", "KZT", (books) => books.staffCost()),
  whole("visitor-cost", "total", "KZT", (books, at) => books.visitorCost(at)),
  whole("total-cost", "total", "KZT", (books, at) => books.staffCost() + books.visitorCost(at)),

  station("joined", "total", "visitors", (books, at) => books.atStation(joined, at)),
  station("gave-up", "total", "visitors", (books, at) => books.atStation(joined, at) - books.atStation(called, at)),
  stationAndGroup("wait", "mean", "s", perStay(queued, joined)),
  station("wait", "median", "s", stationWaitQuantile(Quantile.median)),
  station("wait", "p90", "s", stationWaitQuantile(Quantile.p90)),
  station("wait", "p95", "s", stationWaitQuantile(Quantile.p95)),
  station("wait", "max", "s", stationWaitQuantile(Quantile.max)),
  station("wait-of-served", "mean", "s", perStay(staySumOf("queuedByCalled"), called)),
  station("service-time", "mean", "s", perStay(inHand, called)),
  station("station-wait", "mean", "s", (books, at) => books.atStation(queued, at) / books.everybody),
  station(
    "station-time",
    "mean",
    "s",
    (books, at) => (books.atStation(queued, at) + books.atStation(inHand, at)) / books.everybody,
  ),
  station(
    "queue-length",
    "average",
    "visitors",
    (books, at) => books.areaWhileOpen(books.tally.rowOfWaiting(at.place)) / books.plan.closes,
  ),
  station("utilisation", "average", "share", (books, at) => books.utilisation(at.place)),
  station("throughput", "average", "visitors/h", (books, at) => books.atStation(called, at) / books.hoursOpen),
  station("overtime", "total", "h", (books, at) => books.overtime(at.place)),

  interval("came", "total", "visitors", (books, at) => books.tally.cameIn[at.interval]),
  interval("wait", "mean", "s", (books, at) => books.tally.waitedIn[at.interval] / books.tally.cameIn[at.interval]),
  interval("people-inside", "average", "visitors", (books, at) =>
    books.averageIn(books.tally.rowOfInside, at.interval),
  ),
  stationInterval("queue-length", "average", "visitors", (books, at) =>
    books.averageIn(books.tally.rowOfWaiting(at.place), at.interval),
  ),
  stationInterval("utilisation", "average", "share", (books, at) => books.utilisationIn(at.place, at.interval)),
  stationInterval("wait", "mean", "s", (books, at) => books.waitIn(at.place, at.interval)),
];

/** All numbers of a replication, always in the same order. */
export class Measures {
  readonly keys: readonly MeasureKey[];
  readonly #values: readonly Value[];
  /** Of the first group. */
  readonly #firsts: readonly MeasureKey[];
  readonly #books: Books;

  constructor(plan: Plan) {
    const entries = definitions.flatMap((definition) => keysOf(definition, plan).map((key) => ({ key, definition })));
    this.keys = entries.map((entry) => entry.key);
    this.#values = entries.map((entry) => entry.definition.value);
    this.#firsts = entries.map(({ key, definition }) =>
      definition.groups === "against-first" ? { ...key, group: 0 } : key,
    );
    this.#books = new Books(plan);
  }

  /** Writes the numbers of one replication to `values`, from `offset` on, in the order of `keys`. */
  write(tally: Tally, values: Float64Array, offset: number): void {
    const { keys } = this;
    const books = this.#books;
    const take = this.#values;
    const firsts = this.#firsts;
    books.open(tally);
    for (let i = 0; i < keys.length; i++) values[offset + i] = take[i](books, keys[i], firsts[i]);
  }
}

function keysOf({ measure, statistic, unit, scopes, groups }: Definition, plan: Plan): MeasureKey[] {
  const range = (count: number, first = 0): number[] =>
    Array.from({ length: Math.max(0, count - first) }, (_, i) => first + i);
  const groupsOf = {
    none: [-1],
    each: [-1, ...range(plan.groups.length)],
    "against-first": range(plan.groups.length, 1),
  }[groups];
  return scopes.flatMap((scope) => {
    const places = {
      whole: [-1],
      interval: [-1],
      station: range(plan.stations.length),
      "station-interval": range(plan.stations.length),
      service: range(plan.services.length),
    }[scope];
    const intervals = scope === "interval" || scope === "station-interval" ? range(plan.intervals.length) : [-1];
    // Groups are told apart for the whole centre and at stations; a service by group would often be nobody.
    const groupsHere = scope === "service" ? [-1] : groupsOf;
    return places.flatMap((place) =>
      intervals.flatMap((at) =>
        groupsHere.map((group) => ({ measure, statistic, unit, scope, place, group, interval: at })),
      ),
    );
  });
}

function total(sum: VisitSum): Value {
  return (books, at) => books.sum(sum, at);
}

function perVisitor(sum: VisitSum, over: VisitSum): Value {
  return (books, at) => books.sum(sum, at) / books.sum(over, at);
}

/** @param sum from `staySumOf`, as `over` */
function perStay(sum: number, over: number): Value {
  return (books, at) => books.atStation(sum, at) / books.atStation(over, at);
}

function waitQuantile(quantile: Quantile): Value {
  return (books, at) => books.waitQuantile(at, quantile);
}

function stationWaitQuantile(quantile: Quantile): Value {
  return (books, at) => books.stationWaitQuantile(at, quantile);
}

/** Of a group and the first group. */
function difference(value: Value): Value {
  return (books, at, first) => value(books, at, first) - value(books, first, first);
}

function ratioToFirst(value: Value): Value {
  return (books, at, first) => ratio(value(books, at, first), value(books, first, first));
}

function visitors(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["whole", "service"], groups: "each", value };
}

function gap(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["whole"], groups: "against-first", value };
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
