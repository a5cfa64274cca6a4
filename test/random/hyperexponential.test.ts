import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const { shares, means, kinks } of [
  { shares: [0.75, 0.25], means: [60, 300], kinks: [] },
  // From the quick to the long errands the quantile climbs steeply, which is no kink but needs short pieces.
  {
    shares: [0.5, 0.5],
    means: [1, 1000],
    kinks: [0.46, 0.48, 0.49, 0.495, 0.499, 0.501, 0.502, 0.504, 0.508, 0.516, 0.53],
  },
  { shares: [0.1, 0.2, 0.7], means: [900, 300, 20], kinks: [] },
]) {
  const cdf = (x: number) => shares.reduce((sum, share, i) => sum - share * Math.expm1(-x / means[i]!), 0);
  keepsTheDistributionContract({ kind: "hyperexponential", shares, means }, { cdf, kinks });
}

test("a mixture of two like exponential laws is that law", () => {
  const law = distributionOf({ kind: "hyperexponential", shares: [0.4, 0.6], means: [300, 300] });
  for (const u of [1e-12, 0.1, 0.5, 0.9, 1 - 1e-9]) {
    expect(Math.abs(law.quantile(u) / (-300 * Math.log1p(-u)) - 1)).toBeLessThan(1e-12);
  }
});

test("quick errands mixed with very long ones agree with forty-digit arithmetic (mpmath)", () => {
  const law = distributionOf({ kind: "hyperexponential", shares: [0.5, 0.5], means: [1, 1000] });
  const exact = [
    [1e-6, 1.998003992018624e-6],
    [0.1, 0.22286503984303688],
    [0.5, 5.251807693660601],
    [0.505, 10.092157911083106],
    [0.9, 1609.4379124341006],
    [1 - 2 ** -53, 36043.65338911716],
  ] as const;
  for (const [u, value] of exact) expect(Math.abs(law.quantile(u) / value - 1)).toBeLessThan(1e-12);
});
