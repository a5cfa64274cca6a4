import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DistributionSpec } from "#random/distribution.js";
import { distributionOf } from "#random/distributions.js";
import { integralOverShares } from "../kit/integral-over-shares.js";

/** What the contract must know of a law beyond its data. */
export interface KnownOfLaw {
  /** Shares where the quantile jumps or bends. */
  readonly kinks?: readonly number[];
  /** Relative error allowed in the moments: above 1e-9 only where much of the variance lies in the far tail. */
  readonly momentError?: number;
  /** The share below x: by another library, or written straight from the definition. Left out: not checked. */
  readonly cdf?: (x: number) => number;
  /** How far that may be off; jstat's beta is good to 1e-8 only. */
  readonly cdfError?: number;
}

/** The list that every law passes. */
export function keepsTheDistributionContract(spec: DistributionSpec, known: KnownOfLaw = {}): void {
  const law = distributionOf(spec);
  const { kinks = [], momentError = 1e-9, cdf, cdfError = 1e-9 } = known;

  describe(`${JSON.stringify(spec)} is a law`, () => {
    test("a larger uniform never gives a smaller value, but for the last digits", () => {
      fc.assert(
        fc.property(uniforms, uniforms, (a, b) => {
          const low = law.quantile(Math.min(a, b));
          return law.quantile(Math.max(a, b)) >= low * (1 - 1e-12);
        }),
        { numRuns: 2_000 },
      );
    });

    test("the smallest and largest uniforms there are give times that can be used", () => {
      for (const u of [Number.MIN_VALUE, 2 ** -54, 2 ** -53, 2 ** -52, 0.5, 1 - 2 ** -52, 1 - 2 ** -53]) {
        expect(law.quantile(u)).toBeGreaterThanOrEqual(0);
        expect(law.quantile(u)).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    });

    test("the stated mean and variance are those of the values drawn", () => {
      const mean = integralOverShares(law.quantile, kinks);
      const variance = integralOverShares((u) => (law.quantile(u) - law.mean) ** 2, kinks);

      expect(Math.abs(mean - law.mean)).toBeLessThanOrEqual(momentError * law.mean);
      expect(Math.abs(variance - law.variance)).toBeLessThanOrEqual(
        momentError * Math.max(law.variance, 1e-6 * mean ** 2),
      );
    });

    if (cdf === undefined) return;
    test("the share of values below the quantile of u is u, by an outside reckoning", () => {
      for (let u = 0.005; u < 1; u += 0.005) expect(Math.abs(cdf(law.quantile(u)) - u)).toBeLessThan(cdfError);
    });
  });
}

const uniforms = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
