import type { Legible } from "./legible.js";
import { type ScenarioInput, type Section, sections } from "./schema.js";

/**
 * What can be checked for its sense: as much of a scenario as passed the schema, so that one slip does not hide the
 * others. What did not pass is `null`: nothing may be concluded from it, nor from its not being there.
 */
export interface Draft {
  readonly input: Legible<ScenarioInput>;
  /** Every name written in a section, those whose settings are faulty too; `undefined`: the section is not readable. */
  readonly names: { readonly [S in Section]: ReadonlySet<string> | undefined };
}

/** The draft of what was read. */
export function draftOf(input: Legible<ScenarioInput>): Draft {
  const names = Object.fromEntries(sections.map((section) => [section, namesIn(input, section)]));
  return { input, names: names as Draft["names"] };
}

function namesIn(input: Legible<ScenarioInput>, section: Section): ReadonlySet<string> | undefined {
  const things = input[section];
  if (things === undefined) return new Set(section === "groups" ? ["general"] : []);
  return things === null ? undefined : new Set(Object.keys(things));
}
