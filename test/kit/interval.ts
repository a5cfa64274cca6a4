import { expect } from "vitest";
import type { Plan } from "#plan/plan.js";
import { seedKey } from "#random/keys.js";
import { MomentsTable } from "#stats/moments.js";
import { tInterval } from "#stats/t-interval.js";
import { TalliedDays, type Tally } from "./tally.js";

/** A quantity whose mean over replications is known from outside. */
export interface Expectation {
  readonly name: string;
  /** One replication's value. */
  readonly value: (tally: Tally) => number;
  readonly oracle: number;
}

/**
 * Replicates and expects every oracle to lie in the 99.9 % t interval of its mean. The intervals must also be narrow enough
 * to mean something: the half-width at most `precision` of the oracle.
 */
export function expectWithinIntervals(
  plan: Plan,
  expectations: readonly Expectation[],
  { replications, precision, seed = "theory" }: { replications: number; precision: number; seed?: string },
): void {
  const days = new TalliedDays(plan);
  const key = seedKey(seed);
  const moments = new MomentsTable(expectations.length);
  for (let replication = 0; replication < replications; replication++) {
    const tally = days.run(key, replication);
    moments.addRow(Float64Array.from(expectations, ({ value }) => value(tally)));
  }
  const found = expectations.map(({ name, oracle }, i) => {
    const { estimate, low, high } = tInterval(moments.of(i), 0.999);
    const isInside = low! <= oracle && oracle <= high!;
    const isNarrow = high! - low! <= 2 * precision * Math.abs(oracle);
    return { name, oracle, estimate, low, high, isInside, isNarrow };
  });
  expect(found.filter(({ isInside, isNarrow }) => !isInside || !isNarrow)).toEqual([]);
}
