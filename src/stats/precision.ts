/** The ends and the middle of an interval, as far as they are known. */
interface IntervalLike {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Half the width of an interval over the size of its estimate, for example 0.05 for 20 min ± 1 min. An interval of no
 * width is perfectly precise, 0, whatever its estimate. null: there is no interval, or its estimate is 0.
 * Source: Law (2015), Simulation Modeling and Analysis, section 9.4.1.
 */
export function relativeHalfWidth({ estimate, low, high }: IntervalLike): number | null {
  if (estimate === null || low === null || high === null) return null;
  if (low === high) return 0;
  return estimate === 0 ? null : (high - low) / 2 / Math.abs(estimate);
}
