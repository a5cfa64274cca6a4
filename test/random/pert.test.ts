/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const { min, mode, max } of [
  { min: 300, mode: 600, max: 1200 },
  { min: 0, mode: 0, max: 1200 },
  { min: 0, mode: 1200, max: 1200 },
  { min: 0.8, mode: 1.3, max: 1.6 },
]) {
  const a = 1 + (4 * (mode - min)) / (max - min);
  const b = 6 - a;
  const cdf = (x: number) => jStat.beta.cdf((x - min) / (max - min), a, b);
  keepsTheDistributionContract({ kind: "pert", min, mode, max }, { cdf, cdfError: 2e-8 });
}
keepsTheDistributionContract({ kind: "pert", min: 300, mode: 300, max: 300 });

test("a PERT law with its mode at the start is min + range · (1 - (1 - u)^(1/5))", () => {
  const law = distributionOf({ kind: "pert", min: 0, mode: 0, max: 1 });
  for (const u of [1e-9, 0.01, 0.3, 0.5, 0.9, 1 - 1e-9]) {
    expect(Math.abs(law.quantile(u) / -Math.expm1(Math.log1p(-u) / 5) - 1)).toBeLessThan(1e-11);
  }
});

test("quantiles of an uneven PERT law agree with forty-digit arithmetic (mpmath)", () => {
  const law = distributionOf({ kind: "pert", min: 0, mode: 0.25, max: 1 });
  const exact = [3.1632782139372423e-4, 0.11223495854585856, 0.3138101704556974, 0.583890374619529, 0.978761781799294];
  [1e-6, 0.1, 0.5, 0.9, 0.999999].forEach((u, i) => {
    expect(Math.abs(law.quantile(u) / exact[i]! - 1)).toBeLessThan(1e-11);
  });
});
