import type { Draft } from "./draft.js";
import type { InnerSteps } from "./step-tree.js";

/** Every list of steps the file writes at its top: the routes, and what passages have people do instead. */
export function stepLists({ input }: Pick<Draft, "input">): readonly InnerSteps[] {
  const routes = Object.entries(input.routes ?? {}).map(([id, steps]) => ({ path: ["routes", id], steps }));
  const instead = Object.entries(input.passages ?? {}).flatMap(([id, passage]) => {
    if (passage.instead === undefined || passage.instead === "deny") return [];
    return [{ path: ["passages", id, "instead"], steps: passage.instead }];
  });
  return [...routes, ...instead];
}
