import { lengthOfDay } from "./complete.js";
import { sinceOpening } from "./complete-arrivals.js";
import type { Draft } from "./draft.js";
import type { Complaint } from "./problem.js";
import type { ScenarioInput } from "./schema.js";
import type { ServersInput } from "./station-schema.js";
import type { Path } from "./step-tree.js";
import type { SourceInput } from "./visitor-schema.js";

type Day = ScenarioInput["day"];

/** Results are kept by interval for every station; more of them than this is a slip of the pen. */
const mostIntervals = 10_000;

/** Everything that must fit between opening and closing: intervals, weights, recorded visitors, rosters. */
export function* checkDay({ input }: Draft): Generator<Complaint> {
  const { day } = input;
  if (day === undefined) return;
  if (lengthOfDay(day) / (day.interval ?? 1800) > mostIntervals) {
    const hint = "Make `interval` longer.";
    yield { path: ["day", "interval"], expected: `at most ${mostIntervals} intervals in a day`, found: "more", hint };
  }
  for (const [id, source] of Object.entries(input.arrivals ?? {})) yield* checkSource(source, day, ["arrivals", id]);
  for (const [id, station] of Object.entries(input.stations ?? {})) {
    const path = ["stations", id];
    if (station.servers !== undefined) yield* checkRoster(station.servers, day, [...path, "servers"]);
    for (const [poolId, pool] of Object.entries(station.pools ?? {}))
      yield* checkRoster(pool.servers, day, [...path, "pools", poolId, "servers"]);
  }
}

function* checkSource(source: SourceInput, day: Day, path: Path): Generator<Complaint> {
  const { every, weights } = source;
  if (every !== undefined && weights !== undefined) yield* checkCover(weights, every, day, [...path, "weights"]);
  for (const [index, { at }] of (source.replay ?? []).entries()) {
    const time = sinceOpening(at, day.opens);
    if (time >= 0 && time < lengthOfDay(day)) continue;
    const found = time < 0 ? "a time before opening" : "a time at or after closing";
    yield { path: [...path, "replay", index, "at"], expected: "a time between opening and closing", found };
  }
}

function* checkRoster(servers: ServersInput, day: Day, path: Path): Generator<Complaint> {
  if (typeof servers === "number") return;
  const isByInterval = "counts" in servers;
  const counts = isByInterval ? servers.counts : servers.map(({ count }) => count);
  if (counts.every((count) => count === 0)) {
    const hint = "Close the station instead?";
    yield { path, expected: "a server at some time of the day", found: "none all day", hint, isAboutKey: true };
  }
  if (isByInterval) yield* checkFit(servers.counts, servers.every, day, [...path, "counts"]);
  else yield* checkChanges(servers, day, path);
}

/** A weight left out would be hours in which nobody comes. */
function* checkCover(weights: readonly number[], every: number, day: Day, path: Path): Generator<Complaint> {
  const pieces = piecesOf(day, every);
  if (weights.length === pieces) return;
  const expected = `${numbers(pieces)}, one for each piece of the day from opening to closing`;
  yield { path, expected, found: numbers(weights.length) };
}

/** The last of the counts stays to the end, so there may be fewer. */
function* checkFit(counts: readonly number[], every: number, day: Day, path: Path): Generator<Complaint> {
  const most = piecesOf(day, every);
  if (counts.length <= most) return;
  const expected = `at most ${numbers(most)}, as many as fit before closing`;
  yield { path, expected, found: numbers(counts.length) };
}

/** Pieces of a width from opening to closing; the last may be shorter. */
function piecesOf(day: Day, every: number): number {
  return Math.ceil(lengthOfDay(day) / every - 1e-9);
}

function numbers(count: number): string {
  return count === 1 ? "1 number" : `${count} numbers`;
}

function* checkChanges(changes: readonly { from: number }[], day: Day, path: Path): Generator<Complaint> {
  for (const [index, { from }] of changes.entries()) {
    const here = [...path, index, "from"];
    const time = from - day.opens;
    if (time < 0) yield { path: here, expected: "a time from opening on", found: "a time before opening" };
    else if (time >= lengthOfDay(day))
      yield { path: here, expected: "a time before closing", found: "a time at or after closing" };
    if (index > 0 && from <= changes[index - 1]!.from)
      yield { path: here, expected: "a time later than that of the line before", found: "an earlier or equal one" };
  }
}
