import type { CompoundConditionInput, ConditionInput, StepInput } from "./step-schema.js";

/** A path of keys and list positions from the top of the document. */
export type Path = readonly PropertyKey[];

/** A list of steps inside a step, and where it stands in it. */
export interface InnerSteps {
  readonly path: Path;
  readonly steps: readonly StepInput[];
}

/** A step and where it stands. */
export interface PlacedStep {
  readonly path: Path;
  readonly step: StepInput;
}

/** A condition that names something or holds others, and where it stands. */
export interface PlacedCondition {
  readonly path: Path;
  readonly condition: CompoundConditionInput;
}

/** The lists of steps directly inside a step. */
export function innerSteps(step: StepInput): readonly InnerSteps[] {
  if (typeof step === "string") return [];
  const named = (["do", "else", "on-failure", "repeat"] as const).flatMap((key) => {
    const steps = step[key];
    return steps === undefined ? [] : [{ path: [key], steps }];
  });
  const options = (step.choose ?? []).map((option, index) => ({ path: ["choose", index, "do"], steps: option.do }));
  return [...named, ...options];
}

/** Every step of a list and, after each, those inside it. */
export function* everyStep(steps: readonly StepInput[], path: Path): Generator<PlacedStep> {
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    yield { path: here, step };
    for (const inner of innerSteps(step)) yield* everyStep(inner.steps, [...here, ...inner.path]);
  }
}

/** A condition and, after it, those inside it; the bare words are left out. */
export function* everyCondition(condition: ConditionInput, path: Path): Generator<PlacedCondition> {
  if (typeof condition === "string") return;
  yield { path, condition };
  if (condition.not !== undefined) yield* everyCondition(condition.not, [...path, "not"]);
  for (const key of ["all", "any"] as const)
    for (const [index, one] of (condition[key] ?? []).entries()) yield* everyCondition(one, [...path, key, index]);
}
