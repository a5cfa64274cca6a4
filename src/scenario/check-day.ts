import { lengthOfDay } from "./complete.js";
import { sinceOpening } from "./complete-arrivals.js";
import type { Draft } from "./draft.js";
import { type Legible, listedIn, namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";
import type { ScenarioInput } from "./schema.js";
import type { ServersInput } from "./station-schema.js";
import type { Path } from "./step-tree.js";
import type { SourceInput } from "./visitor-schema.js";

/** Opening and closing, seconds after midnight. */
interface Hours {
  readonly opens: number;
  readonly length: number;
}

/** Results are kept by interval for every station; more of them than this is a slip of the pen. */
const mostIntervals = 10_000;

/** Everything that must fit between opening and closing: intervals, weights, recorded visitors, rosters. */
export function* checkDay({ input }: Draft): Generator<Complaint> {
  const day = input.day && hoursOf(input.day);
  if (day == null) return;
  const interval = input.day?.interval === undefined ? 1800 : input.day.interval;
  if (interval !== null && day.length / interval > mostIntervals) {
    const hint = "Make `interval` longer.";
    yield { path: ["day", "interval"], expected: `at most ${mostIntervals} intervals in a day`, found: "more", hint };
  }
  for (const [id, source] of namedIn(input.arrivals)) yield* checkSource(source, day, ["arrivals", id]);
  for (const [id, station] of namedIn(input.stations)) {
    const path = ["stations", id];
    if (station.servers != null) yield* checkRoster(station.servers, day, [...path, "servers"]);
    for (const [poolId, { servers }] of namedIn(station.pools))
      if (servers != null) yield* checkRoster(servers, day, [...path, "pools", poolId, "servers"]);
  }
}

/** `undefined` where opening or closing cannot be read, or contradict each other. */
function hoursOf({ opens, closes, length }: Legible<ScenarioInput["day"]>): Hours | undefined {
  const isOneOf = (closes === undefined) !== (length === undefined);
  if (opens == null || closes === null || length === null || !isOneOf) return undefined;
  const hours = { opens, length: lengthOfDay({ opens, closes, length }) };
  return hours.length > 0 ? hours : undefined;
}

function* checkSource({ every, weights, replay }: Legible<SourceInput>, day: Hours, path: Path): Generator<Complaint> {
  if (every != null && weights != null) yield* checkCover(weights.length, every, day, [...path, "weights"]);
  for (const [index, { at }] of listedIn(replay)) {
    if (at == null) continue;
    const time = sinceOpening(at, day.opens);
    if (time >= 0 && time < day.length) continue;
    const found = time < 0 ? "a time before opening" : "a time at or after closing";
    yield { path: [...path, "replay", index, "at"], expected: "a time between opening and closing", found };
  }
}

function* checkRoster(servers: Legible<ServersInput>, day: Hours, path: Path): Generator<Complaint> {
  if (typeof servers === "number") return;
  const counts = isByClock(servers) ? servers.map((change) => change?.count) : servers.counts;
  if (counts?.every((count) => count === 0)) {
    const hint = "Close the station instead?";
    yield { path, expected: "a server at some time of the day", found: "none all day", hint, isAboutKey: true };
  }
  if (isByClock(servers)) yield* checkChanges(servers, day, path);
  else if (servers.every != null && counts != null)
    yield* checkFit(counts.length, servers.every, day, [...path, "counts"]);
}

/** A weight left out would be hours in which nobody comes. */
function* checkCover(weights: number, every: number, day: Hours, path: Path): Generator<Complaint> {
  const pieces = piecesOf(day, every);
  if (weights === pieces) return;
  const expected = `${numbers(pieces)}, one for each piece of the day from opening to closing`;
  yield { path, expected, found: numbers(weights) };
}

/** The last of the counts stays to the end, so there may be fewer. */
function* checkFit(counts: number, every: number, day: Hours, path: Path): Generator<Complaint> {
  const most = piecesOf(day, every);
  if (counts <= most) return;
  const expected = `at most ${numbers(most)}, as many as fit before closing`;
  yield { path, expected, found: numbers(counts) };
}

/** Pieces of a width from opening to closing; the last may be shorter. */
function piecesOf(day: Hours, every: number): number {
  return Math.ceil(day.length / every - 1e-9);
}

function numbers(count: number): string {
  return count === 1 ? "1 number" : `${count} numbers`;
}

type Changes = Extract<Legible<ServersInput>, readonly unknown[]>;

function isByClock(servers: object): servers is Changes {
  return Array.isArray(servers);
}

/** Times rise; one that cannot be read is left out. */
function* checkChanges(changes: Changes, day: Hours, path: Path): Generator<Complaint> {
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, { from }] of listedIn(changes)) {
    if (from == null) continue;
    const here = [...path, index, "from"];
    const time = from - day.opens;
    if (time < 0) yield { path: here, expected: "a time from opening on", found: "a time before opening" };
    else if (time >= day.length)
      yield { path: here, expected: "a time before closing", found: "a time at or after closing" };
    if (from <= before)
      yield { path: here, expected: "a time later than that of the line before", found: "an earlier or equal one" };
    before = from;
  }
}
