import { Outcome, type Plan } from "#plan/plan.js";
import { type Books, column, endings, type VisitColumns } from "./books.js";
import { DayColumn, DayIntervalColumn, StayColumn, VisitColumn } from "./columns.js";
import type { Register } from "./formulas.js";
import type { MeasureKey, MeasureScope } from "./measure-key.js";
import { Quantile } from "./quantile.js";

/** One measure: what it is called, where it is taken, and the formula of its value; NaN where it is not defined. */
interface Definition {
  readonly measure: string;
  readonly statistic: string;
  readonly unit: string;
  /** Where it is taken: each scope gives one number a place. */
  readonly scopes: readonly MeasureScope[];
  /** Also by group (`each`), only by group against the first (`against-first`), or not (`none`). */
  readonly groups: "each" | "against-first" | "none";
  readonly value: Value;
}

type Value = (books: Books, at: MeasureKey) => Register;

const came = column(VisitColumn.came);
const served = endings(Outcome.served);
const gaveUp = endings(Outcome.reneged, Outcome.balked);
const turnedAway = endings(Outcome.turnedAway);
const denied = endings(Outcome.denied);

const meanWait = perVisitor(column(VisitColumn.waited), column(VisitColumn.joiners));
const meanTime = perVisitor(column(VisitColumn.timeInside), came);
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
  visitors("inside-at-end", "total", "visitors", total(endings(Outcome.inside))),
  visitors("wait", "mean", "s", meanWait),
  visitors("wait", "median", "s", waitQuantile(Quantile.median)),
  visitors("wait", "p90", "s", waitQuantile(Quantile.p90)),
  visitors("wait", "p95", "s", waitQuantile(Quantile.p95)),
  visitors("wait", "max", "s", waitQuantile(Quantile.max)),
  visitors("wait-of-served", "mean", "s", perVisitor(column(VisitColumn.waitedByServed), served)),
  visitors("wait-of-all-who-came", "mean", "s", perVisitor(column(VisitColumn.waited), came)),
  visitors("time-in-centre", "mean", "s", meanTime),
  visitors("time-in-centre-of-served", "mean", "s", perVisitor(column(VisitColumn.timeOfServed), served)),
  visitors("time-between-stations", "mean", "s", perVisitor(column(VisitColumn.between), came)),
  visitors("within-promise", "share", "share", perVisitor(column(VisitColumn.withinPromise), came)),
  visitors("satisfaction", "mean", "points", perVisitor(column(VisitColumn.rating), came)),

  gap("wait-gap", "difference", "s", difference(meanWait)),
  gap("wait-gap", "ratio", "ratio", ratioToFirst(meanWait)),
  gap("time-in-centre-gap", "difference", "s", difference(meanTime)),
  gap("time-in-centre-gap", "ratio", "ratio", ratioToFirst(meanTime)),
  gap("denied-gap", "difference", "share", difference(deniedShare)),
  gap("denied-gap", "ratio", "ratio", ratioToFirst(deniedShare)),

  whole("wait-gap", "gini", "ratio", ({ layout }) => layout.day(DayColumn.giniOfWaits)),
  whole("people-inside", "average", "visitors", (books) => books.whileOpen(books.inside())),
  whole("throughput", "average", "visitors/h", (books) => books.perHourOpen(books.visits(served))),
  whole("finish-after-closing", "total", "s", ({ formulas, layout, plan }) =>
    formulas.excess(layout.day(DayColumn.lastLeft), formulas.constant(plan.closes)),
  ),
  whole("overtime", "total", "h", (books) =>
    books.formulas.sum(books.eachStation((station) => books.overtime(station))),
  ),
  whole("staff-cost", "total", "KZT", (books) => books.staffCost()),
  whole("visitor-cost", "total", "KZT", (books) => books.visitorCost()),
  whole("total-cost", "total", "KZT", (books) => books.formulas.sum([books.staffCost(), books.visitorCost()])),

  station("joined", "total", "visitors", (books, { place }) => books.stays(StayColumn.joined, place)),
  station("gave-up", "total", "visitors", (books, { place }) => books.stays(StayColumn.gaveUp, place)),
  stationAndGroup("wait", "mean", "s", perStay(StayColumn.queued, StayColumn.joined)),
  station("wait", "median", "s", stationWaitQuantile(Quantile.median)),
  station("wait", "p90", "s", stationWaitQuantile(Quantile.p90)),
  station("wait", "p95", "s", stationWaitQuantile(Quantile.p95)),
  station("wait", "max", "s", stationWaitQuantile(Quantile.max)),
  station("wait-of-served", "mean", "s", perStay(StayColumn.queuedByCalled, StayColumn.called)),
  station("service-time", "mean", "s", perStay(StayColumn.inHand, StayColumn.called)),
  station("station-wait", "mean", "s", perComer(StayColumn.queued)),
  station("station-time", "mean", "s", perComer(StayColumn.queued, StayColumn.inHand)),
  station("queue-length", "average", "visitors", (books, { place }) => books.whileOpen(books.waiting(place))),
  station("utilisation", "average", "share", (books, { place }) => books.utilisation(place)),
  station("throughput", "average", "visitors/h", (books, { place }) =>
    books.perHourOpen(books.stays(StayColumn.called, place)),
  ),
  station("overtime", "total", "h", (books, { place }) => books.overtime(place)),

  interval("came", "total", "visitors", (books, at) => books.layout.dayInterval(DayIntervalColumn.came, at.interval)),
  interval("wait-of-all-who-came", "mean", "s", (books, at) => books.waitOfArrivals(at.interval)),
  interval("people-inside", "average", "visitors", (books, at) => books.averageIn(books.inside(), at.interval)),
  stationInterval("queue-length", "average", "visitors", (books, at) =>
    books.averageIn(books.waiting(at.place), at.interval),
  ),
  stationInterval("utilisation", "average", "share", (books, at) => books.utilisationIn(at.place, at.interval)),
  stationInterval("wait", "mean", "s", (books, at) => books.waitIn(at.place, at.interval)),
];

/** Which numbers a replication gives, always in the same order. */
export function measureKeys(plan: Plan): readonly MeasureKey[] {
  return definitions.flatMap((definition) => keysOf(definition, plan));
}

/** Where they stand, in the same order. */
export function measureRegisters(books: Books): readonly Register[] {
  return definitions.flatMap((definition) => keysOf(definition, books.plan).map((key) => definition.value(books, key)));
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

function total(columns: VisitColumns): Value {
  return (books, at) => books.visits(columns, at);
}

function perVisitor(columns: VisitColumns, over: VisitColumns): Value {
  return (books, at) => books.formulas.divide(books.visits(columns, at), books.visits(over, at));
}

function perStay(column: StayColumn, over: StayColumn): Value {
  return (books, { place, group }) =>
    books.formulas.divide(books.stays(column, place, group), books.stays(over, place, group));
}

/** At a station, for each visitor who came to the centre. */
function perComer(...columns: readonly StayColumn[]): Value {
  return (books, { place }) => {
    const sum = books.formulas.sum(columns.map((column) => books.stays(column, place)));
    return books.formulas.divide(sum, books.visits(came));
  };
}

function waitQuantile(quantile: Quantile): Value {
  return (books, at) => books.waitQuantile(at, quantile);
}

function stationWaitQuantile(quantile: Quantile): Value {
  return (books, { place }) => books.stationWaitQuantile(place, quantile);
}

/** Of a group and the first group. */
function difference(value: Value): Value {
  return (books, at) => books.formulas.subtract(value(books, at), value(books, { ...at, group: 0 }));
}

function ratioToFirst(value: Value): Value {
  return (books, at) => books.formulas.ratio(value(books, at), value(books, { ...at, group: 0 }));
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
