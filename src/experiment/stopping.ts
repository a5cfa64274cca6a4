import type { Interval, Provenance } from "#result/result.js";
import { relativeHalfWidth } from "#stats/precision.js";
import { tInterval } from "#stats/t-interval.js";
import type { Accumulator, PlanTotals } from "./accumulator.js";

/** When to stop: after a number of replications, or when precise enough or out of time, whichever comes first. */
export type StoppingRule =
  | { readonly kind: "replications"; readonly count: number }
  | {
      readonly kind: "until-precise";
      /** Half-width of the headline wait's interval over its estimate that is small enough. */
      readonly relativeHalfWidth: number;
      /** Seconds of work. */
      readonly seconds: number;
    };

export type Stopped = Provenance["stopped"];

/** Fewer replications than this say too little about their own spread to stop on it. */
const FEWEST = 20;

/** Why to stop now; null: go on. */
export function whyStop(rule: StoppingRule, totals: Accumulator, secondsWorked: number): Stopped | null {
  if (rule.kind === "replications") return totals.replications >= rule.count ? "replications" : null;
  const reached = headlinePrecision(totals);
  if (totals.replications >= FEWEST && reached !== null && reached < rule.relativeHalfWidth) return "precise";
  return secondsWorked >= rule.seconds ? "time" : null;
}

/** Half-width of the headline wait's interval over its estimate, the largest over the scenarios; null: not defined. */
export function headlinePrecision(totals: Accumulator): number | null {
  const widths = totals.plans.map((plan) => relativeHalfWidth(headlineWait(plan)));
  return widths.includes(null) ? null : Math.max(...widths.map((width) => width ?? 0));
}

/** The mean wait of all who joined a queue, all queues together. */
export function headlineWait(totals: PlanTotals): Interval {
  const index = totals.keys.findIndex(
    (key) => key.measure === "wait" && key.statistic === "mean" && key.scope === "whole" && key.group < 0,
  );
  return tInterval(totals.moments.of(index), CONFIDENCE);
}

/** Confidence of every interval. */
export const CONFIDENCE = 0.95;
