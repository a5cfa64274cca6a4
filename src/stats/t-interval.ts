import jStat from "jstat";
import type { Moments } from "./moments.js";

/** A mean with its confidence interval. */
export interface Estimate {
  /** null: no values. */
  readonly estimate: number | null;
  /** null: fewer than two values. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/**
 * Student's t interval for the mean of independent values, such as one a replication. `confidence` in (0, 1), as 0.95.
 * Values that are all equal give an interval of no width.
 * Source: Student (1908), Biometrika 6(1); Law (2015), Simulation Modeling and Analysis, section 4.5.
 */
export function tInterval(moments: Moments, confidence: number): Estimate {
  const { n, mean, variance } = moments;
  if (n === 0) return { estimate: null, low: null, high: null, n };
  if (n < 2) return { estimate: mean, low: null, high: null, n };
  if (variance === 0) return { estimate: mean, low: mean, high: mean, n };
  const halfWidth = tQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { estimate: mean, low: mean - halfWidth, high: mean + halfWidth, n };
}

/**
 * The value below which a share `p` in (0, 1) of Student's t law with `df` degrees of freedom (at least 1) lies.
 * By jstat; relative error below 1e-7.
 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p !== last.p || df !== last.df) last = { p, df, quantile: jStat.studentt.inv(p, df) };
  return last.quantile;
}

/** The last answer: all measures of a result ask the same, and jstat searches for it each time. */
let last = { p: 0.5, df: 1, quantile: 0 };
