import type { Condition, Step } from "./scenario.js";
import {
  type ConditionInput,
  conditionNames,
  type StepInput,
  type Verb,
  type VerbStepInput,
  verbOf,
} from "./step-schema.js";

/** Completes a list of steps and all steps inside them. */
export function completeSteps(steps: readonly StepInput[]): readonly Step[] {
  return steps.map((step) => {
    if (typeof step === "string") return { kind: step };
    return completers[verbOf(step)](step);
  });
}

/** How each verb becomes a step. The schema has made sure that the verb's own key is there. */
const completers: { readonly [V in Verb]: (step: VerbStepInput) => Step } = {
  walk: (step) => ({ kind: "walk", metres: step.walk! }),
  pass: (step) => ({ kind: "pass", passage: step.pass! }),
  ride: (step) => visit([step.ride!], {}),
  visit: (step) => visit([step.visit!], step),
  "shortest-queue": (step) => visit(step["shortest-queue"]!, step),
  spend: (step) => ({ kind: "spend", time: step.spend! }),
  when: (step) => ({
    kind: "when",
    condition: completeCondition(step.when!),
    // biome-ignore lint/suspicious/noThenProperty: the word of the scenario; a list is no promise.
    then: completeSteps(step.do ?? []),
    otherwise: completeSteps(step.else ?? []),
  }),
  choose: (step) => ({
    kind: "choose",
    options: step.choose!.map((option) => ({ share: option.share, steps: completeSteps(option.do) })),
  }),
  repeat: (step) => ({
    kind: "repeat",
    times: step.times ?? 1,
    again: step.again ?? 0,
    steps: completeSteps(step.repeat!),
  }),
  follow: (step) => ({ kind: "follow", route: step.follow! }),
};

function visit(stations: readonly string[], step: VerbStepInput): Step {
  return {
    kind: "visit",
    stations,
    time: step.time ?? null,
    sameServer: step.server === "same",
    fails: step.fails ?? 0,
    onFailure: completeSteps(step["on-failure"] ?? []),
  };
}

function completeCondition(condition: ConditionInput): Condition {
  if (typeof condition === "string") return { kind: condition };
  const { group, service, needs, not, all, any } = condition;
  if (group !== undefined) return { kind: "group", groups: listOf(group) };
  if (service !== undefined) return { kind: "service", services: listOf(service) };
  if (needs !== undefined) return { kind: "needs", needs: listOf(needs) };
  if (not !== undefined) return { kind: "not", condition: completeCondition(not) };
  if (all !== undefined) return { kind: "all", conditions: all.map(completeCondition) };
  if (any !== undefined) return { kind: "any", conditions: any.map(completeCondition) };
  throw new TypeError(`a condition has one of ${conditionNames.join(", ")}`);
}

/** One name, or a list of names. */
export function listOf<T extends string | null>(names: string | readonly T[]): readonly (string | T)[] {
  return typeof names === "string" ? [names] : names;
}
