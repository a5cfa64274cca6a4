import { expect, test } from "vitest";
import { relativeHalfWidth } from "#stats/precision.js";

test("20 minutes ± 1 minute is known to 5 %", () => {
  expect(relativeHalfWidth({ estimate: 20, low: 19, high: 21 })).toBe(0.05);
  expect(relativeHalfWidth({ estimate: -20, low: -21, high: -19 })).toBe(0.05);
});

test("an interval of no width is perfectly precise, even at 0", () => {
  expect(relativeHalfWidth({ estimate: 0, low: 0, high: 0 })).toBe(0);
});

test("without an interval, or around 0, there is no relative precision", () => {
  expect(relativeHalfWidth({ estimate: null, low: null, high: null })).toBeNull();
  expect(relativeHalfWidth({ estimate: 5, low: null, high: null })).toBeNull();
  expect(relativeHalfWidth({ estimate: 0, low: -1, high: 1 })).toBeNull();
});
