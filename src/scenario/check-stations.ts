import { withLike } from "./complete-stations.js";
import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";
import type { Section } from "./schema.js";

/** Most of each kind of thing; the engine's tables are made for no more. */
const most: Partial<Record<Section, number>> = {
  groups: 64,
  arrivals: 200,
  services: 200,
  stations: 200,
  lifts: 200,
  passages: 200,
  routes: 200,
};

/** A station has servers, written in one way; there is at least one of everything, and not too many. */
export function* checkStations({ input }: Draft): Generator<Complaint> {
  for (const [id, station] of namedIn(input.stations)) {
    const { settings } = withLike(id, input.stations!);
    const path = ["stations", id];
    if (station.servers != null && station.pools != null) {
      const hint = "To replace what another file states, also write `servers: null` or `pools: null`.";
      yield { path, expected: "servers or pools", found: "both", hint, isAboutKey: true };
    }
    if (settings.servers !== undefined || settings.pools !== undefined || (settings.closed ?? settings.closed === null))
      continue;
    // What it is like is told itself.
    if (settings.like !== undefined) continue;
    yield { path: [...path, "servers"], expected: "servers or pools", found: "neither", isAboutKey: true };
  }
  for (const [section, limit] of Object.entries(most) as [Section, number][]) {
    if (input[section] == null) continue;
    const count = Object.keys(input[section]).length;
    const least = section === "lifts" || section === "passages" ? 0 : 1;
    if (count < least) yield { path: [section], expected: "at least one of them", found: "none", isAboutKey: true };
    if (count > limit) yield { path: [section], expected: `at most ${limit}`, found: String(count), isAboutKey: true };
  }
}
