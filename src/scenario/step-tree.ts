import { type Legible, listedIn } from "./legible.js";
import { type CompoundConditionInput, type ConditionInput, type StepInput, verbNames } from "./step-schema.js";

/** A path of keys and list positions from the top of the document. */
export type Path = readonly PropertyKey[];

/** A step, as far as it can be read. */
export type LegibleStep = Legible<StepInput>;
/** A list of steps, as far as they can be read. */
export type LegibleSteps = Legible<readonly StepInput[]>;
/** A condition, as far as it can be read. */
export type LegibleCondition = Legible<ConditionInput>;

/** A list of steps inside a step, and where it stands in it. */
export interface InnerSteps {
  readonly path: Path;
  readonly steps: LegibleSteps;
}

/** A step and where it stands. */
export interface PlacedStep {
  readonly path: Path;
  readonly step: LegibleStep;
}

/** A condition that names something or holds others, and where it stands. */
export interface PlacedCondition {
  readonly path: Path;
  readonly condition: Legible<CompoundConditionInput>;
}

/** The lists of steps directly inside a step. */
export function innerSteps(step: LegibleStep): readonly InnerSteps[] {
  if (typeof step === "string") return [];
  const named = (["do", "else", "on-failure", "repeat"] as const).flatMap((key) => {
    const steps = step[key];
    return steps == null ? [] : [{ path: [key], steps }];
  });
  const options = listedIn(step.choose).flatMap(([index, { do: steps }]) =>
    steps == null ? [] : [{ path: ["choose", index, "do"], steps }],
  );
  return [...named, ...options];
}

/** Every step of a list and, after each, those inside it. */
export function* everyStep(steps: LegibleSteps, path: Path): Generator<PlacedStep> {
  for (const [index, step] of listedIn(steps)) {
    const here = [...path, index];
    yield { path: here, step };
    for (const inner of innerSteps(step)) yield* everyStep(inner.steps, [...here, ...inner.path]);
  }
}

/** A condition and, after it, those inside it; the bare words are left out. */
export function* everyCondition(condition: LegibleCondition, path: Path): Generator<PlacedCondition> {
  if (typeof condition === "string") return;
  yield { path, condition };
  if (condition.not != null) yield* everyCondition(condition.not, [...path, "not"]);
  for (const key of ["all", "any"] as const)
    for (const [index, one] of listedIn(condition[key])) yield* everyCondition(one, [...path, key, index]);
}

/** Whether a step has several verbs, so that it cannot be said which of them is done. */
export function isAmbiguous(step: Exclude<LegibleStep, string>): boolean {
  return verbNames.filter((verb) => step[verb] != null).length > 1;
}
