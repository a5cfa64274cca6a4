/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const { cv, momentError } of [
  { cv: 0.05, momentError: 1e-9 },
  { cv: 0.3, momentError: 1e-9 },
  { cv: 1, momentError: 1e-9 },
  { cv: 2, momentError: 1e-9 },
  { cv: 5, momentError: 1e-8 },
]) {
  const shape = 1 / (cv * cv);
  const cdf = (x: number) => jStat.gamma.cdf(x, shape, 600 / shape);
  keepsTheDistributionContract({ kind: "gamma", mean: 600, cv }, { momentError, cdf });
}
keepsTheDistributionContract({ kind: "gamma", mean: 600, cv: 0.001 });
keepsTheDistributionContract({ kind: "gamma", mean: 600, cv: 0 });

/** Solved with mpmath at 40 digits, mean 1. */
const exact = [
  { cv: 0.05, u: [0.780053963874392, 0.936481546401496, 0.999166790236161, 1.0645890221418741, 1.2559119434558936] },
  { cv: 0.5, u: [0.017748097839655273, 0.43619239070622784, 0.918015187212724, 1.670195767063966, 5.337614240809736] },
  {
    cv: 2,
    u: [2.6998791572446916e-24, 2.7000249542535865e-4, 0.17469520941149363, 3.001571488947343, 42.75127030564392],
  },
  {
    cv: 5,
    u: [1.4496895852143944e-149, 1.4496895852143982e-24, 4.320411709856516e-7, 1.0846033832278308, 211.73167036619117],
  },
];

test("quantiles of gamma times agree with forty-digit arithmetic to nine digits", () => {
  for (const { cv, u } of exact) {
    const law = distributionOf({ kind: "gamma", mean: 1, cv });
    [1e-6, 0.1, 0.5, 0.9, 0.999999].forEach((share, i) => {
      expect(Math.abs(law.quantile(share) / u[i]! - 1)).toBeLessThan(1e-9);
    });
  }
});

test("a gamma law of mean 10 and shape 5 is chi-square with ten degrees of freedom: 5 % lie above 18.307", () => {
  expect(distributionOf({ kind: "gamma", mean: 10, cv: 1 / Math.sqrt(5) }).quantile(0.95)).toBeCloseTo(18.307, 3);
});

test("nothing jumps where a very regular time changes to the short formula", () => {
  const [below, above] = [0.0019999999999, 0.0020000000001].map((cv) => distributionOf({ kind: "gamma", mean: 1, cv }));
  for (const u of [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9])
    expect(Math.abs(below!.quantile(u) - above!.quantile(u))).toBeLessThan(1e-11);
});
