import type { Draft } from "./draft.js";
import type { StepInput } from "./step-schema.js";
import type { InnerSteps, Path } from "./step-tree.js";

/** Every list of steps the file writes at its top: the routes, and what people do instead of a passage or a visit. */
export function stepLists({ input }: Pick<Draft, "input">): readonly InnerSteps[] {
  const { routes = {}, passages = {}, stations = {}, lifts = {} } = input;
  return [
    ...Object.entries(routes).flatMap(([id, steps]) => listAt(["routes", id], steps)),
    ...Object.entries(passages).flatMap(([id, { instead }]) => listAt(["passages", id, "instead"], instead)),
    ...Object.entries({ stations, lifts }).flatMap(([section, places]) =>
      Object.entries(places).flatMap(([id, place]) => listAt([section, id, "when-down"], place["when-down"])),
    ),
  ];
}

/** A word in place of the list, such as deny, is none. */
function listAt(path: Path, steps: string | readonly StepInput[] | undefined): readonly InnerSteps[] {
  return steps === undefined || typeof steps === "string" ? [] : [{ path, steps }];
}
