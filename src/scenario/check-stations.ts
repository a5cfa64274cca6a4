import { withLike } from "./complete-stations.js";
import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";

/** A station has servers, its own or those of the station it is like. */
export function* checkStations({ input }: Draft): Generator<Complaint> {
  for (const [id] of namedIn(input.stations)) {
    const { settings } = withLike(id, input.stations!);
    if (settings.servers !== undefined || settings.pools !== undefined) continue;
    if (settings.closed !== undefined && settings.closed !== false) continue;
    // What it is like is told itself.
    if (settings.like !== undefined) continue;
    yield { path: ["stations", id, "servers"], expected: "servers or pools", found: "neither", isAboutKey: true };
  }
}
