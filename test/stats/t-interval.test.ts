import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { tInterval, tQuantile } from "#stats/t-interval.js";
import { momentsOf } from "../kit/moments.js";

test("Student's quantiles are those of the published tables", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2.
  const table = [
    { p: 0.975, df: 1, t: 12.706 },
    { p: 0.975, df: 2, t: 4.303 },
    { p: 0.95, df: 5, t: 2.015 },
    { p: 0.975, df: 9, t: 2.262 },
    { p: 0.995, df: 9, t: 3.25 },
    { p: 0.975, df: 19, t: 2.093 },
    { p: 0.999, df: 30, t: 3.385 },
    { p: 0.975, df: 100, t: 1.984 },
  ];
  for (const { p, df, t } of table) expect(Math.abs(tQuantile(p, df) - t)).toBeLessThanOrEqual(0.0005);
});

test("Student's quantiles with closed forms are good to seven digits", () => {
  // One degree of freedom is Cauchy's law; for two, t = (2p - 1) √(2 / (4p (1 - p))).
  for (const p of [0.6, 0.9, 0.975, 0.9995]) {
    expect(tQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 7);
    expect(tQuantile(p, 2) / ((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))))).toBeCloseTo(1, 7);
  }
  expect(tQuantile(0.5, 7)).toBe(0);
  expect(tQuantile(0.025, 9)).toBeCloseTo(-tQuantile(0.975, 9), 7);
});

test("the interval of five mornings' waits is the one worked out by hand", () => {
  // Mean 12, variance 2.5: 12 ± 2.776445 · √(2.5 / 5).
  const { estimate, low, high, n } = tInterval(momentsOf([10, 11, 12, 13, 14]), 0.95);
  expect([estimate, n]).toEqual([12, 5]);
  expect(low).toBeCloseTo(12 - 2.776445105 * Math.SQRT1_2, 6);
  expect(high).toBeCloseTo(12 + 2.776445105 * Math.SQRT1_2, 6);
});

test("too few values have no interval", () => {
  expect(tInterval(momentsOf([]), 0.95)).toEqual({ estimate: null, low: null, high: null, n: 0 });
  expect(tInterval(momentsOf([5]), 0.95)).toEqual({ estimate: 5, low: null, high: null, n: 1 });
});

test("values that are all equal have an interval of no width", () => {
  expect(tInterval(momentsOf([5, 5, 5]), 0.95)).toEqual({ estimate: 5, low: 5, high: 5, n: 3 });
});

/** The share of 1,000 experiments whose interval holds the true mean. */
function coverage(seed: string, size: number, trueMean: number, draw: (random: () => number) => number): number {
  const random = seedrandom(seed);
  let held = 0;
  for (let experiment = 0; experiment < 1000; experiment++) {
    const { low, high } = tInterval(momentsOf(Array.from({ length: size }, () => draw(random))), 0.95);
    if (low! <= trueMean && trueMean <= high!) held++;
  }
  return held / 1000;
}

test("a 95 % interval of twenty normal values holds the true mean in 93 to 97 % of a thousand experiments", () => {
  const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const share = coverage("coverage of normal values", 20, 0, normal);
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
});

test("with fifty very uneven (exponential) values it still does so in 91 to 97 %", () => {
  // The t interval is a little too short for skewed values: about 93.5 % here.
  const share = coverage("coverage of exponential values", 50, 1, (random) => -Math.log(1 - random()));
  expect(share).toBeGreaterThanOrEqual(0.91);
  expect(share).toBeLessThanOrEqual(0.97);
});
