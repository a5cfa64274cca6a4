import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { InnerSteps } from "./step-tree.js";

/** Every list of steps the file writes at its top: the routes, and what passages have people do instead. */
export function stepLists({ input }: Pick<Draft, "input">): readonly InnerSteps[] {
  const routes = namedIn(input.routes).map(([id, steps]) => ({ path: ["routes", id], steps }));
  const instead = namedIn(input.passages).flatMap(([id, passage]) => {
    if (passage.instead == null || passage.instead === "deny") return [];
    return [{ path: ["passages", id, "instead"], steps: passage.instead }];
  });
  return [...routes, ...instead];
}
