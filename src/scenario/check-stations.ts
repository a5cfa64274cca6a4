import { withLike } from "./complete-stations.js";
import type { Draft } from "./draft.js";
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
export function* checkStations(draft: Draft): Generator<Complaint> {
  for (const [id, station] of Object.entries(draft.input.stations ?? {})) {
    const { settings } = withLike(id, draft.input.stations!);
    const path = ["stations", id];
    if (station.servers !== undefined && station.pools !== undefined) {
      const hint = "To replace what another file states, also write `servers: null` or `pools: null`.";
      yield { path, expected: "servers or pools", found: "both", hint, isAboutKey: true };
    }
    if (settings.servers !== undefined || settings.pools !== undefined || settings.closed) continue;
    // What it is like may be faulty itself, and that is told already.
    if (settings.like !== undefined) continue;
    yield { path: [...path, "servers"], expected: "servers or pools", found: "neither", isAboutKey: true };
  }
  for (const [section, limit] of Object.entries(most) as [Section, number][]) {
    const count = Object.keys(draft.input[section] ?? {}).length;
    const isEmpty = count === 0 && draft.input[section] !== undefined && draft.isWhole(section);
    const least = section === "lifts" || section === "passages" ? 0 : 1;
    if (isEmpty && least > 0)
      yield { path: [section], expected: "at least one of them", found: "none", isAboutKey: true };
    if (count > limit) yield { path: [section], expected: `at most ${limit}`, found: String(count), isAboutKey: true };
  }
}
