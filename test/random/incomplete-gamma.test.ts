/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { lnGamma, lnLowerGamma, lnUpperGamma } from "#random/incomplete-gamma.js";

test("the gamma function is right at whole and half numbers", () => {
  expect(Math.exp(lnGamma(5))).toBeCloseTo(24, 12);
  expect(Math.exp(lnGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 13);
  expect(lnGamma(171)).toBeCloseTo(706.5730622457874, 10);
  expect(lnGamma(1e-3)).toBeCloseTo(6.907178885383854, 13);
});

test("the share below and the share above make one", () => {
  for (const a of [0.04, 0.5, 1, 7, 400]) {
    for (const x of [0.01, 0.5, 1, 5, 390, 420]) {
      const y = Math.log(x);
      expect(Math.exp(lnLowerGamma(a, y)) + Math.exp(lnUpperGamma(a, y))).toBeCloseTo(1, 13);
    }
  }
});

test("shares agree with another library's", () => {
  for (const a of [0.5, 1, 7, 30]) {
    for (const x of [0.1, 1, 5, 20, 40])
      expect(Math.exp(lnLowerGamma(a, Math.log(x)))).toBeCloseTo(jStat.gamma.cdf(x, a, 1), 9);
  }
});

test("far out, where nearly nothing is left, the share above keeps its digits", () => {
  // Shape 1 is exponential: the share above x is exp(-x).
  expect(lnUpperGamma(1, Math.log(500))).toBeCloseTo(-500, 10);
});
