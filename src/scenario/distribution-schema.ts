import * as z from "zod";
import type { DistributionKind, DistributionSpec } from "#random/distribution.js";
import { type Amount, laws } from "./laws.js";
import { duration, speed } from "./leaf.js";
import { block, evenIfFaulty, exactlyOneOf, once, oneRequired } from "./shape.js";

const words: Record<DistributionKind, string> = {
  constant: "Always the same.",
  uniform: "Any value between min and max, all alike.",
  triangular: "Between min and max, most often near mode; straight sides.",
  pert: "Between min and max, most often near mode; smooth, the mode weighs four times (a beta law).",
  exponential: "Without memory; the classical assumption of queueing theory.",
  erlang: "A sum of equal exponential stages: less spread than exponential.",
  gamma: "Positive, skewed; any spread.",
  lognormal: "Positive, skewed with a long tail; fits most recorded service times.",
  weibull: "Positive; skewed or nearly symmetric by its shape.",
  normal: "Bell-shaped, cut off at 0. Mean and sd are those before the cut.",
  hyperexponential: "A mixture of exponentials: more spread than exponential.",
  discrete: "A few values, each with its share.",
  empirical: "Recorded values; between two of them, a straight line.",
};

/** How long something takes: `9 min`, or one law such as `{ lognormal: { mean: 9 min, cv: 0.5 } }`. Seconds. */
export const durationLaw = once(() =>
  lawOf("duration", duration, Object.keys(laws) as DistributionKind[]).meta({
    id: "duration-law",
    examples: ["9 min", { lognormal: { mean: "12 min", cv: 0.45 } }],
  }),
);

/** How fast people walk: `1.3 m/s`, or a law with a smallest speed, since the slowest decide. Metres per second. */
export const speedLaw = once(() =>
  lawOf("speed", speed, ["constant", "uniform", "triangular", "pert"]).meta({
    id: "speed-law",
    examples: ["1.3 m/s", { triangular: { min: "0.4 m/s", mode: "0.8 m/s", max: "1.2 m/s" } }],
  }),
);

function lawOf(noun: string, amount: Amount, kinds: readonly DistributionKind[]): z.ZodType<DistributionSpec> {
  const shape: Record<string, z.ZodOptional<z.ZodType<DistributionSpec>>> = {};
  for (const kind of kinds) shape[kind] = laws[kind](amount).meta({ description: words[kind] }).optional();
  const law = block(shape)
    .superRefine(exactlyOneOf(kinds, `one law: ${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`), evenIfFaulty)
    .meta(oneRequired(kinds))
    .transform((given) => Object.values(given).find((spec) => spec !== undefined)!);
  const bare = amount().transform((value): DistributionSpec => ({ kind: "constant", value }));
  return z.union([bare, law], { error: `a ${noun} such as ${example[noun]}, or a law such as { uniform: … }` });
}

const example: Record<string, string> = { duration: "9 min", speed: "1.3 m/s" };
