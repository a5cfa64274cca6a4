import { Outcome, type Plan } from "#plan/plan.js";
import { Books, ratio } from "./books.js";
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
  visitors("wait", "median", "s", (books, at) => books.waitQuantile(at, Quantile.median)),
  visitors("wait", "p90", "s", (books, at) => books.waitQuantile(at, Quantile.p90)),
  visitors("wait", "p95", "s", (books, at) => books.waitQuantile(at, Quantile.p95)),
  visitors("wait", "max", "s", (books, at) => books.waitQuantile(at, Quantile.max)),
  visitors(
    "wait-of-served",
    "mean",
    "s",
    (books, at) => books.sum(books.tally.waitedByServed, at) / books.ended(at, Outcome.served),
  ),
  visitors("wait-of-all-who-came", "mean", "s", (books, at) => books.sum(books.tally.waited, at) / books.came(at)),
  visitors("time-in-centre", "mean", "s", (books, at) => books.sum(books.tally.timeInside, at) / books.came(at)),
  visitors(
    "time-in-centre-of-served",
    "mean",
    "s",
    (books, at) => books.sum(books.tally.timeOfServed, at) / books.ended(at, Outcome.served),
  ),
  visitors("walking-time", "mean", "s", (books, at) => books.sum(books.tally.between, at) / books.came(at)),
  visitors(
    "within-promise",
    "share",
    "share",
    (books, at) => books.sum(books.tally.withinPromise, at) / books.came(at),
  ),
  visitors("satisfaction", "mean", "points", (books, at) => books.sum(books.tally.rating, at) / books.came(at)),

  gap("wait-gap", "difference", "s", (books, group, first) => books.meanWait(group) - books.meanWait(first)),
  gap("wait-gap", "ratio", "ratio", (books, group, first) => ratio(books.meanWait(group), books.meanWait(first))),
  gap("time-in-centre-gap", "difference", "s", (books, group, first) => books.meanTime(group) - books.meanTime(first)),
  gap("time-in-centre-gap", "ratio", "ratio", (books, group, first) =>
    ratio(books.meanTime(group), books.meanTime(first)),
  ),
  gap(
    "denied-gap",
    "difference",
    "share",
    (books, group, first) => books.deniedShare(group) - books.deniedShare(first),
  ),
  gap("denied-gap", "ratio", "ratio", (books, group, first) =>
    ratio(books.deniedShare(group), books.deniedShare(first)),
  ),

  whole("wait-gap", "gini", "ratio", (books) => books.tally.giniOfWaits),
  whole(
    "people-inside",
    "average",
    "visitors",
    (books) => books.areaWhileOpen(books.tally.rowOfInside) / books.plan.closes,
  ),
  whole("throughput", "average", "visitors/h", (books, at) => books.ended(at, Outcome.served) / books.hoursOpen),
  whole("finish-after-closing", "total", "s", (books) => Math.max(0, books.tally.lastLeft - books.plan.closes)),
  whole("overtime", "total", "h", (books) => books.sumOverStations((station) => books.overtime(station))),
  whole("staff-cost", "total", "KZT", (books) => books.staffCost()),
  whole("visitor-cost", "total", "KZT", (books, at) => books.visitorCost(at)),
  whole("total-cost", "total", "KZT", (books, at) => books.staffCost() + books.visitorCost(at)),

  station("joined", "total", "visitors", (books, at) => books.atStation(books.tally.joined, at)),
  station(
    "gave-up",
    "total",
    "visitors",
    (books, at) => books.atStation(books.tally.joined, at) - books.atStation(books.tally.called, at),
  ),
  stationAndGroup(
    "wait",
    "mean",
    "s",
    (books, at) => books.atStation(books.tally.queued, at) / books.atStation(books.tally.joined, at),
  ),
  station("wait", "median", "s", (books, at) => books.stationWaitQuantile(at, Quantile.median)),
  station("wait", "p90", "s", (books, at) => books.stationWaitQuantile(at, Quantile.p90)),
  station("wait", "p95", "s", (books, at) => books.stationWaitQuantile(at, Quantile.p95)),
  station("wait", "max", "s", (books, at) => books.stationWaitQuantile(at, Quantile.max)),
  station(
    "wait-of-served",
    "mean",
    "s",
    (books, at) => books.atStation(books.tally.queuedByCalled, at) / books.atStation(books.tally.called, at),
  ),
  station(
    "service-time",
    "mean",
    "s",
    (books, at) => books.atStation(books.tally.inHand, at) / books.atStation(books.tally.called, at),
  ),
  station("station-wait", "mean", "s", (books, at) => books.atStation(books.tally.queued, at) / books.everybody),
  station(
    "station-time",
    "mean",
    "s",
    (books, at) =>
      (books.atStation(books.tally.queued, at) + books.atStation(books.tally.inHand, at)) / books.everybody,
  ),
  station(
    "queue-length",
    "average",
    "visitors",
    (books, at) => books.areaWhileOpen(books.tally.rowOfWaiting(at.place)) / books.plan.closes,
  ),
  station("utilisation", "average", "share", (books, at) => books.utilisation(at.place)),
  station(
    "throughput",
    "average",
    "visitors/h",
    (books, at) => books.atStation(books.tally.called, at) / books.hoursOpen,
  ),
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
    const { keys } = this;
    const books = this.#books;
    const take = this.#values;
    books.open(tally);
    for (let i = 0; i < keys.length; i++) values[offset + i] = take[i](books, keys[i]);
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

type Value = Definition["value"];

function visitors(measure: string, statistic: string, unit: string, value: Value): Definition {
  return { measure, statistic, unit, scopes: ["whole", "service"], groups: "each", value };
}

function gap(
  measure: string,
  statistic: string,
  unit: string,
  value: (books: Books, group: MeasureKey, first: MeasureKey) => number,
): Definition {
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
