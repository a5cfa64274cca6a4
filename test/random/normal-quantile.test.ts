import { expect, test } from "vitest";
import { normalQuantile } from "#random/normal-quantile.js";
import { normalShare } from "#random/normal-share.js";

test("the standard normal quantiles are those of the published tables", () => {
  // Wichura (1988), table of test values; the rest from mpmath at 40 digits.
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15);
  expect(normalQuantile(0.5)).toBe(0);
});

test("the quantile turns the share back into its z, in the middle and far out", () => {
  for (let z = -37; z <= -0.01; z += 0.01) expect(Math.abs(normalQuantile(normalShare(z)) - z)).toBeLessThan(1e-13);
  for (let z = 0; z <= 4; z += 0.01) expect(Math.abs(normalQuantile(normalShare(z)) - z)).toBeLessThan(1e-12);
});

test("both halves mirror each other", () => {
  for (let u = 1 / 64; u < 0.5; u += 1 / 64) expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
});

test("the ends are infinite", () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
});
