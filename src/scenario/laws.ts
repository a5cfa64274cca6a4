import * as z from "zod";
import type { DistributionKind, SpecOf } from "#random/distribution.js";
import { count, type Leaf, number, share } from "./leaf.js";
import { block, evenIfFaulty, hasUnknownKey } from "./shape.js";
import { weibullOfMean } from "./weibull-of-mean.js";

/** Makes the leaf of the quantity a law is of: durations for service times, speeds for walking. */
export type Amount = (options?: { moreThanZero?: boolean }) => Leaf<number>;

/** How each law is written under its name, and what it becomes. */
type Laws = { readonly [K in DistributionKind]: (amount: Amount) => z.ZodType<SpecOf<K>> };

/** Largest coefficient of variation read; beyond it a few visitors in a million make the mean. */
const mostCv = 10;
const cvLeaf = () => number({ above: 0, most: mostCv }).meta({ description: "Coefficient of variation: sd / mean." });
const meanLeaf = (amount: Amount) => amount({ moreThanZero: true }).meta({ description: "The mean." });

/**
 * Every law of the language. A new one is a line here, its data in `random/distribution.ts`, and its maths in
 * `random`; a forgotten half does not compile.
 */
export const laws: Laws = {
  constant: (amount) => amount().transform((value) => ({ kind: "constant", value })),
  uniform: (amount) =>
    block({ min: minLeaf(amount), max: maxLeaf(amount) })
      .superRefine(rising("min", "max"))
      .transform((range) => ({ kind: "uniform", ...range })),
  triangular: (amount) => threePoint(amount).transform((range) => ({ kind: "triangular", ...range })),
  pert: (amount) => threePoint(amount).transform((range) => ({ kind: "pert", ...range })),
  exponential: (amount) => block({ mean: meanLeaf(amount) }).transform(({ mean }) => ({ kind: "exponential", mean })),
  erlang: (amount) =>
    block({
      mean: meanLeaf(amount),
      stages: count({ least: 1, most: 1000 }).meta({ description: "How many exponential stages add up." }),
    }).transform((law) => ({ kind: "erlang", ...law })),
  gamma: (amount) =>
    meanAndSpread(amount, {
      shape: number({ least: 0.01, most: 1e6 }).meta({ description: "Shape; instead of mean and cv." }),
      scale: amount({ moreThanZero: true }).meta({ description: "Scale: mean / shape." }),
    }).transform((law) => ({
      kind: "gamma",
      ...("shape" in law ? { mean: law.shape * law.scale, cv: 1 / Math.sqrt(law.shape) } : law),
    })),
  lognormal: (amount) =>
    meanAndSpread(amount, {
      mu: number({ least: -20, most: 20 }).meta({ description: "Mean of the logarithm (of seconds)." }),
      sigma: number({ above: 0, most: 2.14 }).meta({ description: "Standard deviation of the logarithm." }),
    }).transform((law) => ({
      kind: "lognormal",
      ...("mu" in law
        ? { mean: Math.exp(law.mu + law.sigma ** 2 / 2), cv: Math.sqrt(Math.expm1(law.sigma ** 2)) }
        : law),
    })),
  weibull: (amount) =>
    meanAndSpread(amount, {
      scale: amount({ moreThanZero: true }).meta({ description: "Scale; instead of mean and cv." }),
      shape: number({ least: 0.25, most: 100 }).meta({ description: "Shape; 1 is exponential." }),
    }).transform((law) => ({ kind: "weibull", ...("shape" in law ? law : weibullOfMean(law)) })),
  normal: (amount) =>
    meanAndSpread(amount, {}).transform((law) => {
      const { mean, cv } = law as MeanAndCv;
      return { kind: "normal", mean, sd: mean * cv };
    }),
  hyperexponential: (amount) => hyperexponential(amount),
  discrete: (amount) =>
    z
      .array(
        block({
          value: amount().meta({ description: "One of the values." }),
          share: share().meta({ description: "Its share; all shares sum to 100%." }),
        }),
      )
      .min(1)
      .max(1000)
      .superRefine(sumToOne, evenIfFaulty)
      .transform((rows) => ({
        kind: "discrete",
        values: rows.map((row) => row.value),
        shares: wholeShares(rows.map((row) => row.share)),
      })),
  empirical: (amount) =>
    z
      .array(amount())
      .min(2)
      .max(10_000)
      .transform((values) => ({ kind: "empirical", values: values.toSorted((a, b) => a - b) })),
};

/** Shares that were read as summing to 100 %, made to sum to 1 to the last bit that division allows. */
export function wholeShares(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, one) => total + one, 0);
  return shares.map((one) => one / sum);
}

/** Whether shares sum to 100 %, but for rounding in the last digits. */
export function isWhole(shares: readonly number[]): boolean {
  return Math.abs(shares.reduce((total, one) => total + one, 0) - 1) < 1e-9;
}

/** What is said of shares that do not sum to 100 %. */
export function sumFound(shares: readonly number[]): string {
  const sum = shares.reduce((total, one) => total + one, 0) * 100;
  return `shares sum to ${Number(sum.toFixed(6))} %`;
}

function minLeaf(amount: Amount) {
  return amount().meta({ description: "The smallest value." });
}

function maxLeaf(amount: Amount) {
  return amount().meta({ description: "The largest value." });
}

function threePoint(amount: Amount) {
  return block({
    min: minLeaf(amount),
    mode: amount().meta({ description: "The most frequent value." }),
    max: maxLeaf(amount),
  }).superRefine(rising("min", "mode", "max"));
}

function rising<K extends string>(...keys: readonly K[]) {
  return (value: Record<K, number>, context: z.core.$RefinementCtx): void => {
    const isRising = keys.every((key, index) => index === 0 || value[keys[index - 1]!] <= value[key]);
    const hasWidth = value[keys[0]!] < value[keys.at(-1)!];
    if (isRising && hasWidth) return;
    const message = `${keys.join(" <= ")}, and ${keys[0]} below ${keys.at(-1)}`;
    context.addIssue({ code: "custom", message, params: { found: "another order" } });
  };
}

interface MeanAndCv {
  readonly mean: number;
  readonly cv: number;
}

/** A law by its mean and spread, or by parameters of its own, all of them. */
function meanAndSpread<P extends Record<string, Leaf<number>>>(amount: Amount, own: P) {
  type Own = { readonly [K in keyof P]: number };
  const optional = Object.fromEntries(Object.entries(own).map(([key, leaf]) => [key, leaf.optional()]));
  const ownKeys = Object.keys(own);
  return block({
    mean: meanLeaf(amount).optional(),
    cv: cvLeaf().optional(),
    sd: amount({ moreThanZero: true }).meta({ description: "Standard deviation; instead of cv." }).optional(),
    ...optional,
  }).transform((value, context): MeanAndCv | Own => {
    const present = Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined);
    const given = present.toSorted().join(" ");
    const { mean, cv, sd } = value as { mean?: number; cv?: number; sd?: number };
    if (ownKeys.length > 0 && given === ownKeys.toSorted().join(" ")) return value as unknown as Own;
    const spread = cv ?? (sd !== undefined && mean !== undefined ? sd / mean : undefined);
    const isPair = given === "cv mean" || given === "mean sd";
    if (isPair && mean !== undefined && spread !== undefined && spread <= mostCv) return { mean, cv: spread };
    if (hasUnknownKey(context)) return z.NEVER;
    const message = isPair
      ? `sd of at most ${mostCv} times the mean`
      : `mean with cv or sd${ownKeys.length > 0 ? `, or ${ownKeys.join(" with ")}` : ""}`;
    const found = isPair ? "more" : present.join(" with ") || "nothing";
    context.issues.push({ code: "custom", input: value, message, params: { found, rivals: present } });
    return z.NEVER;
  });
}

/** By mean and cv or sd with balanced means (each phase carries half of the mean), or phase by phase. */
function hyperexponential(amount: Amount): z.ZodType<SpecOf<"hyperexponential">> {
  return block({
    mean: meanLeaf(amount).optional(),
    cv: number({ least: 1, most: mostCv }).meta({ description: "Coefficient of variation, at least 1." }).optional(),
    sd: amount({ moreThanZero: true }).meta({ description: "Standard deviation; instead of cv." }).optional(),
    phases: z
      .array(
        block({
          share: share().meta({ description: "Share of this phase; all shares sum to 100%." }),
          mean: meanLeaf(amount),
        }),
      )
      .min(1)
      .max(100)
      .superRefine(sumToOne, evenIfFaulty)
      .meta({ description: "The phases one by one, instead of mean and cv." })
      .optional(),
  }).transform(({ mean, cv, sd, phases }, context): SpecOf<"hyperexponential"> => {
    const [hasOneSpread, hasNone] = [(cv === undefined) !== (sd === undefined), cv === undefined && sd === undefined];
    if (phases !== undefined && mean === undefined && hasNone) {
      const shares = wholeShares(phases.map((phase) => phase.share));
      return { kind: "hyperexponential", shares, means: phases.map((phase) => phase.mean) };
    }
    const spread = cv ?? (sd ?? 0) / (mean ?? 1);
    const isPair = mean !== undefined && hasOneSpread && phases === undefined;
    if (isPair && spread >= 1 && spread <= mostCv) return balanced(mean, spread);
    if (hasUnknownKey(context)) return z.NEVER;
    const message = isPair ? `sd of 1 to ${mostCv} times the mean` : "mean with cv or sd, or phases";
    const params = { found: isPair ? (spread < 1 ? "less" : "more") : "neither or a mixture of both" };
    context.issues.push({ code: "custom", input: mean, message, params });
    return z.NEVER;
  });
}

/** Source: Whitt (1982), "Approximating a point process by a renewal process", balanced means. */
function balanced(mean: number, cv: number): SpecOf<"hyperexponential"> {
  const p = (1 + Math.sqrt((cv ** 2 - 1) / (cv ** 2 + 1))) / 2;
  return { kind: "hyperexponential", shares: [p, 1 - p], means: [mean / (2 * p), mean / (2 * (1 - p))] };
}

/** Nothing is said of the sum where there is no share, or one that cannot be read. */
function sumToOne(rows: readonly (Partial<{ share: unknown }> | null)[], context: z.core.$RefinementCtx): void {
  const shares = rows.map((row) => row?.share);
  if (shares.length === 0 || !shares.every((share) => typeof share === "number") || isWhole(shares)) return;
  context.addIssue({ code: "custom", message: "shares that sum to 100 %", params: { found: sumFound(shares) } });
}
