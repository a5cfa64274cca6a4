/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const shape of [0.7, 1, 2, 20]) {
  const cdf = (x: number) => jStat.weibull.cdf(x, 600, shape);
  keepsTheDistributionContract({ kind: "weibull", scale: 600, shape }, { cdf });
}

test("a Weibull law of shape 1 is exponential, and one of shape 2 has the mean √π / 2", () => {
  const plain = distributionOf({ kind: "weibull", scale: 600, shape: 1 });
  expect(plain.mean).toBeCloseTo(600, 10);
  expect(plain.quantile(0.9)).toBeCloseTo(600 * Math.LN10, 9);
  expect(distributionOf({ kind: "weibull", scale: 2, shape: 2 }).mean).toBeCloseTo(Math.sqrt(Math.PI), 14);
});
