import { hasBarrier } from "./complete.js";
import { listOf } from "./complete-steps.js";
import type { Draft } from "./draft.js";
import { listedIn, namedIn } from "./legible.js";
import { nearest } from "./nearest.js";
import type { Complaint } from "./problem.js";
import { stepLists } from "./step-lists.js";
import { everyCondition, everyStep, type Path, type PlacedCondition } from "./step-tree.js";

/**
 * Needs are words of the planner's own: a group has them, passages lack them and conditions ask for them. A misspelt one
 * would take a barrier away in silence, so a word of one side alone is a problem when one of the other side is near it.
 */
export function* checkNeeds(draft: Draft): Generator<Complaint> {
  const { groups, passages, routes, stations, lifts } = draft.input;
  const had = [...needsOfGroups(draft)];
  const asked = [...needsOfPassages(draft), ...needsOfConditions(draft)];
  const slips = [...unknownTo(had, asked, "a need that a group has")];
  const isSeen = !hidesNeeds(groups);
  if (isSeen) yield* slips;
  if ([passages, routes, stations, lifts].some(hidesNeeds)) return;
  // Of two words that are near to each other the slip is told once.
  const told = new Set(isSeen ? slips.map(({ found }) => found) : []);
  for (const one of unknownTo(asked, had, "a need that a passage lacks or a condition asks for"))
    if (!told.has(one.meant)) yield one;
}

/** The use of a need, and where it is written. */
interface Use {
  readonly need: string;
  /** Missing where nobody wrote it: steps lack `step-free` by themselves. */
  readonly path?: Path;
}

function* unknownTo(
  others: readonly Use[],
  uses: readonly Use[],
  expected: string,
): Generator<Complaint & { readonly meant: string }> {
  const known = new Set(others.map(({ need }) => need));
  for (const { need, path } of uses) {
    const meant = known.has(need) ? undefined : nearest(need, known);
    if (path === undefined || meant === undefined) continue;
    yield { path, expected, found: need, hint: `Did you mean ${meant}?`, meant };
  }
}

/** Whether what cannot be read of a section may have named a need: it might be the one that another word is. */
function hidesNeeds(section: Readonly<Record<string, unknown>> | null | undefined): boolean {
  return section === null || Object.values(section ?? {}).some(hides);
}

function hides(value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(hides);
  if (typeof value !== "object") return false;
  return Object.entries(value).some(([key, inner]) => leadToNeeds.has(key) && hides(inner));
}

/** Settings in which a need may be written, or which make one. */
const leadToNeeds: ReadonlySet<string> = new Set([
  ...["needs", "lacks", "steps", "ramp", "gradient", "instead", "when-down"],
  ...["when", "not", "all", "any", "do", "else", "choose", "repeat", "on-failure"],
]);

function* needsOfGroups({ input }: Draft): Generator<Use> {
  for (const [id, { needs }] of namedIn(input.groups))
    for (const [index, need] of listedIn(needs)) yield { need, path: ["groups", id, "needs", index] };
}

function* needsOfPassages({ input }: Draft): Generator<Use> {
  for (const [id, passage] of namedIn(input.passages)) {
    if (hasBarrier(passage)) yield { need: "step-free" };
    for (const [index, need] of listedIn(passage.lacks)) yield { need, path: ["passages", id, "lacks", index] };
  }
}

function* needsOfConditions(draft: Draft): Generator<Use> {
  for (const list of stepLists(draft)) {
    for (const { step, path } of everyStep(list.steps, list.path)) {
      if (typeof step === "string" || step.when == null) continue;
      for (const placed of everyCondition(step.when, [...path, "when"])) yield* needsOfCondition(placed);
    }
  }
}

function* needsOfCondition({ condition: { needs }, path }: PlacedCondition): Generator<Use> {
  for (const [index, need] of listedIn(listOf(needs ?? [])))
    yield { need, path: typeof needs === "string" ? [...path, "needs"] : [...path, "needs", index] };
}
