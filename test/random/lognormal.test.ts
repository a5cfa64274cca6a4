/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const { cv, momentError } of [
  { cv: 0.05, momentError: 1e-9 },
  { cv: 0.6, momentError: 1e-9 },
  { cv: 2, momentError: 1e-6 },
]) {
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  const cdf = (x: number) => jStat.lognormal.cdf(x, Math.log(720) - sigma ** 2 / 2, sigma);
  keepsTheDistributionContract({ kind: "lognormal", mean: 720, cv }, { momentError, cdf });
}

test("the median of lognormal times is the mean over √(1 + cv²), and 97.5 % lie below 1.96 sigma more", () => {
  const law = distributionOf({ kind: "lognormal", mean: 720, cv: 0.75 });
  expect(law.quantile(0.5)).toBeCloseTo(720 / 1.25, 10);
  expect(law.quantile(0.975)).toBeCloseTo((720 / 1.25) * Math.exp(1.959963984540054 * Math.sqrt(Math.log(1.5625))), 9);
});

test("a cv of 0 is a constant time", () => {
  const law = distributionOf({ kind: "lognormal", mean: 720, cv: 0 });
  expect([0.01, 0.99].map(law.quantile)).toEqual([720, 720]);
});
