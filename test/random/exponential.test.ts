/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract({ kind: "exponential", mean: 300 }, { cdf: (x) => jStat.exponential.cdf(x, 1 / 300) });

test("half of exponential times lie below ln 2 of the mean", () => {
  expect(distributionOf({ kind: "exponential", mean: 300 }).quantile(0.5)).toBeCloseTo(300 * Math.LN2, 12);
});
