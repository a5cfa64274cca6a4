import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { InnerSteps, LegibleSteps, Path } from "./step-tree.js";

/** Every list of steps the file writes at its top: the routes, and what people do instead of a passage or a visit. */
export function stepLists({ input }: Pick<Draft, "input">): readonly InnerSteps[] {
  const { routes, passages, stations, lifts } = input;
  return [
    ...namedIn(routes).flatMap(([id, steps]) => listAt(["routes", id], steps)),
    ...namedIn(passages).flatMap(([id, { instead }]) => listAt(["passages", id, "instead"], instead)),
    ...namedIn(stations).flatMap(([id, station]) => listAt(["stations", id, "when-down"], station["when-down"])),
    ...namedIn(lifts).flatMap(([id, lift]) => listAt(["lifts", id, "when-down"], lift["when-down"])),
  ];
}

/** A word in place of the list, such as deny, is none. */
function listAt(path: Path, steps: string | LegibleSteps | null | undefined): readonly InnerSteps[] {
  return steps == null || typeof steps === "string" ? [] : [{ path, steps }];
}
