import jStat from "jstat";
import type { Moments } from "./moments.js";

/** Outcome of {@link pairedTest}. */
export interface PairedTest {
  /** Two-sided p value; null: fewer than two differences. */
  readonly p: number | null;
  /** There are at least two differences and all are 0. */
  readonly isExactlySame: boolean;
}

/**
 * Two-sided paired t test: how likely a mean difference at least this far from 0 is, when the true one is 0.
 * Differences that never vary leave no doubt: p is 1 when they are 0 and 0 when they are not.
 * Source: Student (1908), Biometrika 6(1); the tail by Abramowitz and Stegun (1964), 26.7.1.
 */
export function pairedTest(differences: Moments): PairedTest {
  const { n, mean, variance } = differences;
  if (n < 2) return { p: null, isExactlySame: false };
  if (variance === 0) return { p: mean === 0 ? 1 : 0, isExactlySame: mean === 0 };
  const tSquared = (mean * mean) / (variance / n);
  const df = n - 1;
  return { p: Math.min(1, jStat.ibeta(df / (df + tSquared), df / 2, 0.5)), isExactlySame: false };
}
