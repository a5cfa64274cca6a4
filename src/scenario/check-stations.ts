import { withLike } from "./complete-stations.js";
import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";

/** A station has servers, written in one way. */
export function* checkStations({ input }: Draft): Generator<Complaint> {
  for (const [id, station] of namedIn(input.stations)) {
    const { settings } = withLike(id, input.stations!);
    const path = ["stations", id];
    if (station.servers != null && station.pools != null) {
      const hint = "To replace what another file states, also write `servers: null` or `pools: null`.";
      yield { path, expected: "servers or pools", found: "both", hint, isAboutKey: true };
    }
    if (settings.servers !== undefined || settings.pools !== undefined) continue;
    if (settings.closed !== undefined && settings.closed !== false) continue;
    // What it is like is told itself.
    if (settings.like !== undefined) continue;
    yield { path: [...path, "servers"], expected: "servers or pools", found: "neither", isAboutKey: true };
  }
}
