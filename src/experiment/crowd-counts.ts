import { Counts } from "#runner/job.js";
import { quantile } from "./quantile.js";

/**
 * How many people waited on each day, in several cells, in memory that does not grow with the days. Not rounded to whole people:
 * numbers are told apart by half a percent of themselves, and by 0.005 near zero.
 */
export class CrowdCounts {
  readonly #steps: Counts;

  constructor(readonly cells: number) {
    this.#steps = new Counts(cells);
  }

  /** Counts a day on which so many waited, 0 or more. */
  count(cell: number, waiting: number): void {
    this.#steps.count(cell, Math.ceil(Math.log1p(waiting) / STEP));
  }

  /** Between which numbers the middle share of the days lies, from where the lowest step begins to where the highest ends. */
  band(cell: number, share: number): { low: number; high: number } {
    const counts = this.#steps.of(cell);
    const outside = (1 - share) / 2;
    return {
      low: Math.expm1(Math.max(0, quantile(counts, outside) - 1) * STEP),
      high: Math.expm1(quantile(counts, 1 - outside) * STEP),
    };
  }
}

/** Step `k` holds the numbers `n` with `ln(1 + n)` above `k - 1` and at most `k` times this; step 0 holds nobody waiting. */
const STEP = 0.005;
