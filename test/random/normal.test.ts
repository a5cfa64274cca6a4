/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const { mean, sd } of [
  { mean: 600, sd: 60 },
  { mean: 600, sd: 400 },
  { mean: 0, sd: 100 },
]) {
  const cutOff = jStat.normal.cdf(0, mean, sd);
  const cdf = (x: number) => (jStat.normal.cdf(x, mean, sd) - cutOff) / (1 - cutOff);
  keepsTheDistributionContract({ kind: "normal", mean, sd }, { cdf });
}
keepsTheDistributionContract({ kind: "normal", mean: 600, sd: 0 });

test("a normal law cut in its middle is the half-normal, with mean √(2/π) and variance 1 - 2/π", () => {
  const law = distributionOf({ kind: "normal", mean: 0, sd: 1 });
  expect(law.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 14);
  expect(law.variance).toBeCloseTo(1 - 2 / Math.PI, 14);
  expect(law.quantile(0.5)).toBeCloseTo(0.6744897501960817, 14);
});
