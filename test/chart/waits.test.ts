import fc from "fast-check";
import { expect, test } from "vitest";
import { barWidth, histogram, shareWithin, waitOfShare } from "#chart/waits.js";
import type { WaitDistribution } from "#result/result.js";

/** Waits of the whole centre in bins of 30 s. */
const waits = (counts: readonly number[]): WaitDistribution => ({
  scenario: "base",
  scope: "whole",
  key: "",
  binWidth: 30,
  counts,
  median: 0,
  p90: 0,
});

const someCounts = fc
  .array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 200 })
  .filter((counts) => counts.some((count) => count > 0));

test("those who did not wait are within any time, and half a bin counts half", () => {
  const four = waits([2, 1, 1]);
  expect(shareWithin(four, 0)).toBe(0.5);
  expect(shareWithin(four, 15)).toBe(0.625);
  expect(shareWithin(four, 30)).toBe(0.75);
  expect(shareWithin(four, 60)).toBe(1);
  expect(shareWithin(four, -1)).toBe(0);
});

test("nine in ten wait no longer than the end of the bin they fall into", () => {
  expect(waitOfShare(waits([0, 9, 0, 1]), 0.9)).toBe(30);
  expect(waitOfShare(waits([0, 9, 0, 1]), 0.95)).toBe(90);
  expect(waitOfShare(waits([0, 0]), 0.9)).toBe(0);
});

test("the bars of a histogram hold everybody when they reach far enough", () => {
  fc.assert(
    fc.property(someCounts, fc.constantFrom(60, 120, 300), (counts, width) => {
      const bars = histogram(waits(counts), width, Math.ceil((counts.length * 30) / width) * width);
      expect(bars.reduce((sum, bar) => sum + bar.share, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...bars.map((bar) => bar.share))).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test("the share who waited no longer only rises", () => {
  fc.assert(
    fc.property(someCounts, fc.nat({ max: 6000 }), fc.nat({ max: 600 }), (counts, at, more) => {
      expect(shareWithin(waits(counts), at + more)).toBeGreaterThanOrEqual(shareWithin(waits(counts), at));
    }),
  );
});

test("there are never more than 45 bars", () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 1e7 }), (end) => {
      expect(end / barWidth(end)).toBeLessThanOrEqual(45);
    }),
  );
});
