import { hasBarrier } from "./complete.js";
import { listOf } from "./complete-steps.js";
import type { Draft } from "./draft.js";
import { nearest } from "./nearest.js";
import type { Complaint } from "./problem.js";
import { stepLists } from "./step-lists.js";
import { everyCondition, everyStep, type Path, type PlacedCondition } from "./step-tree.js";

/**
 * Needs are words of the planner's own: a group has them, passages lack them and conditions ask for them. A misspelt one
 * would take a barrier away in silence, so a word of one side alone is a problem when one of the other side is near it.
 */
export function* checkNeeds(draft: Draft): Generator<Complaint> {
  if (!draft.isWhole("groups", "needs") || !draft.isWhole("passages") || !draft.isWhole("routes")) return;
  const had = [...needsOfGroups(draft)];
  const asked = [...needsOfPassages(draft), ...needsOfConditions(draft)];
  yield* unknownTo(asked, had, "a need that a passage lacks or a condition asks for");
  yield* unknownTo(had, asked, "a need that a group has");
}

/** The use of a need, and where it is written. */
interface Use {
  readonly need: string;
  /** Missing where nobody wrote it: steps lack `step-free` by themselves. */
  readonly path?: Path;
}

function* unknownTo(others: readonly Use[], uses: readonly Use[], expected: string): Generator<Complaint> {
  const known = new Set(others.map(({ need }) => need));
  for (const { need, path } of uses) {
    const meant = known.has(need) ? undefined : nearest(need, known);
    if (path === undefined || meant === undefined) continue;
    yield { path, expected, found: need, hint: `Did you mean ${meant}?` };
  }
}

function* needsOfGroups({ input }: Draft): Generator<Use> {
  for (const [id, { needs = [] }] of Object.entries(input.groups ?? {}))
    for (const [index, need] of needs.entries()) yield { need, path: ["groups", id, "needs", index] };
}

function* needsOfPassages({ input }: Draft): Generator<Use> {
  for (const [id, passage] of Object.entries(input.passages ?? {})) {
    if (hasBarrier(passage)) yield { need: "step-free" };
    for (const [index, need] of (passage.lacks ?? []).entries()) yield { need, path: ["passages", id, "lacks", index] };
  }
}

function* needsOfConditions(draft: Draft): Generator<Use> {
  for (const list of stepLists(draft)) {
    for (const { step, path } of everyStep(list.steps, list.path)) {
      if (typeof step === "string" || step.when === undefined) continue;
      for (const placed of everyCondition(step.when, [...path, "when"])) yield* needsOfCondition(placed);
    }
  }
}

function* needsOfCondition({ condition: { needs }, path }: PlacedCondition): Generator<Use> {
  for (const [index, need] of listOf(needs ?? []).entries())
    yield { need, path: typeof needs === "string" ? [...path, "needs"] : [...path, "needs", index] };
}
