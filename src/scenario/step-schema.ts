import * as z from "zod";
import type { DistributionSpec } from "#random/distribution.js";
import { durationLaw } from "./distribution-schema.js";
import { count, length, name, oneOf, share } from "./leaf.js";
import { block, evenIfFaulty, exactlyOneOf, hasUnknownKey, once, oneRequired } from "./shape.js";

/** A step as the file writes it, quantities read: one verb with its modifiers, or a bare word. */
export type StepInput = "deny" | "leave" | VerbStepInput;

/** All keys a step may have; exactly one is its verb. */
export interface VerbStepInput {
  readonly walk?: number | undefined;
  readonly pass?: string | undefined;
  readonly ride?: string | undefined;
  readonly visit?: string | undefined;
  readonly "shortest-queue"?: readonly string[] | undefined;
  readonly spend?: DistributionSpec | undefined;
  readonly when?: ConditionInput | undefined;
  readonly choose?: readonly OptionInput[] | undefined;
  readonly repeat?: readonly StepInput[] | undefined;
  readonly follow?: string | undefined;
  readonly time?: DistributionSpec | undefined;
  readonly fails?: number | undefined;
  readonly "on-failure"?: readonly StepInput[] | undefined;
  readonly server?: "same" | undefined;
  readonly do?: readonly StepInput[] | undefined;
  readonly else?: readonly StepInput[] | undefined;
  readonly times?: number | undefined;
  readonly again?: number | undefined;
}

/** One way of `choose`. */
export interface OptionInput {
  readonly share: number;
  readonly do: readonly StepInput[];
}

/** A condition as the file writes it. */
export type ConditionInput = "owes-fee" | "digital" | CompoundConditionInput;

/** A condition of names or of other conditions; exactly one key. */
export interface CompoundConditionInput {
  readonly group?: string | readonly string[] | undefined;
  readonly service?: string | readonly string[] | undefined;
  readonly needs?: string | readonly string[] | undefined;
  readonly not?: ConditionInput | undefined;
  readonly all?: readonly ConditionInput[] | undefined;
  readonly any?: readonly ConditionInput[] | undefined;
}

/** The verb of each step that has one, and the modifiers it takes. */
export const verbs = {
  walk: [],
  pass: [],
  ride: [],
  visit: ["time", "fails", "on-failure", "server"],
  "shortest-queue": ["time", "fails", "on-failure"],
  spend: [],
  when: ["do", "else"],
  choose: [],
  repeat: ["times", "again"],
  follow: [],
} as const satisfies Partial<Record<keyof VerbStepInput, readonly (keyof VerbStepInput)[]>>;

/** The word that says what a step does. */
export type Verb = keyof typeof verbs;

/** All verbs, in the order of the manual. */
export const verbNames = Object.keys(verbs) as Verb[];

/** Conditions that are made of names or of other conditions. */
export const conditionNames = ["group", "service", "needs", "not", "all", "any"] as const;

/** The verb of a step; a step that has passed the schema has exactly one. */
export function verbOf(step: VerbStepInput): Verb {
  return verbNames.find((verb) => step[verb] !== undefined)!;
}

/** A list of steps. */
export const steps = once(
  (): z.ZodType<StepInput[]> =>
    z
      .array(z.lazy(step), { error: "a list of steps, each on a line of its own after a dash" })
      .meta({ id: "steps", description: "Steps, done one after the other." }),
);

const step = once(
  (): z.ZodType<StepInput> =>
    z
      .union([oneOf(["deny", "leave"]), verbStep()], {
        error: "a step: deny, leave, or a verb such as { visit: windows }",
      })
      .meta({ id: "step" }),
);

function verbStep(): z.ZodType<VerbStepInput> {
  return block({
    walk: length().meta({ description: "Walk so far on the flat, at walking speed." }).optional(),
    pass: name("passage").meta({ description: "Go through this passage." }).optional(),
    ride: name("lift").meta({ description: "Wait for this lift and ride it." }).optional(),
    visit: name("station").meta({ description: "Queue at this station and be served." }).optional(),
    "shortest-queue": z
      .array(name("station"))
      .min(1)
      .meta({ description: "Queue where the queue is shortest (equal: the first listed) and be served." })
      .optional(),
    spend: durationLaw().meta({ description: "Spend time without a server: filling in a form, say." }).optional(),
    when: condition().meta({ description: "If this holds, the steps of `do`, otherwise those of `else`." }).optional(),
    choose: options().optional(),
    repeat: z.lazy(steps).meta({ description: "Do these steps several times: `times: 2` or `again: 15%`." }).optional(),
    follow: name("route").meta({ description: "Do the steps of another route, then go on here." }).optional(),
    time: durationLaw().meta({ description: "Service time of this visit, before all others." }).optional(),
    fails: share().meta({ description: "Share of visits that fail after the service." }).optional(),
    "on-failure": z.lazy(steps).meta({ description: "What those do whose visit failed." }).optional(),
    server: oneOf(["same"]).meta({ description: "Go back to the server who served this visitor here." }).optional(),
    do: z.lazy(steps).meta({ description: "What is done when the condition holds." }).optional(),
    else: z.lazy(steps).meta({ description: "What is done when it does not hold." }).optional(),
    times: count({ least: 1, most: 100 }).meta({ description: "How many times, always." }).optional(),
    again: share({ most: ["99%", 0.99] })
      .meta({ description: "Share of those who, each time, must do it once more; at most 99%." })
      .optional(),
  })
    .superRefine(exactlyOneOf<VerbStepInput>(verbNames, `one verb: ${verbNames.join(", ")}`), evenIfFaulty)
    .superRefine(onlyItsModifiers, evenIfFaulty)
    .meta(oneRequired(verbNames));
}

function options() {
  return z
    .array(
      block({
        share: share().meta({ description: "Share of the visitors who go this way; all sum to 100%." }),
        do: z.lazy(steps).meta({ description: "What they do; [] for nothing." }),
      }),
    )
    .min(1)
    .meta({ description: "Several ways, drawn by their shares." });
}

const condition = once(
  (): z.ZodType<ConditionInput> =>
    z
      .union([oneOf(["owes-fee", "digital"]), compoundCondition()], {
        error: "a condition: owes-fee, digital, or one such as { group: older }",
      })
      .meta({ id: "condition" }),
);

function compoundCondition(): z.ZodType<CompoundConditionInput> {
  return block({
    group: names("group").meta({ description: "The visitor is of this group, or one of these." }).optional(),
    service: names("service").meta({ description: "The visitor came for this service, or one of these." }).optional(),
    needs: names("need").meta({ description: "The visitor has this need, or one of these." }).optional(),
    not: z.lazy(condition).meta({ description: "The condition does not hold." }).optional(),
    all: z.array(z.lazy(condition)).min(1).meta({ description: "All of these hold." }).optional(),
    any: z.array(z.lazy(condition)).min(1).meta({ description: "At least one of these holds." }).optional(),
  })
    .superRefine(exactlyOneOf<CompoundConditionInput>(conditionNames), evenIfFaulty)
    .meta({ ...oneRequired(conditionNames), id: "compound-condition" });
}

function names(of: string) {
  return z.union([name(of), z.array(name(of)).min(1)], { error: `the name of a ${of}, or a list of names` });
}

/** `time` beside `walk` would be ignored, so it is refused; so is a `when` without `do`, or a `repeat` without end. */
function onlyItsModifiers(given: VerbStepInput, context: z.core.$RefinementCtx<VerbStepInput>): void {
  const isThere = (key: keyof VerbStepInput) => Object.hasOwn(given, key);
  const verb = verbNames.find(isThere);
  if (verb === undefined) return;
  const complain = (message: string, found: string, key?: string) =>
    context.addIssue({ code: "custom", message, params: { found, isKey: true }, path: key === undefined ? [] : [key] });
  const allowed: readonly string[] = verbs[verb];
  for (const key of Object.keys(given)) {
    if (key === verb || allowed.includes(key) || key in verbs) continue;
    complain(`no ${key} with ${verb}`, key, key);
  }
  if (verb === "repeat" && isThere("times") && isThere("again")) complain("times or again", "both");
  if (hasUnknownKey(context)) return;
  if (verb === "when" && !isThere("do") && !isThere("else")) complain("do, else or both", "neither");
  if (verb === "repeat" && !isThere("times") && !isThere("again")) complain("times or again", "neither");
  if (isThere("on-failure") && !isThere("fails")) complain("fails beside on-failure", "on-failure alone", "on-failure");
}
