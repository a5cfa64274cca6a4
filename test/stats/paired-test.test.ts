import { expect, test } from "vitest";
import { pairedTest } from "#stats/paired-test.js";
import { momentsOf } from "../kit/moments.js";

const testOf = (differences: readonly number[]) => pairedTest(momentsOf(differences));

test("Student's sleep data: the two drugs differ with p = 0.002833", () => {
  // Student (1908): extra hours of sleep of ten patients, second drug minus first; t = 4.0621, 9 degrees of freedom.
  const { p, isExactlySame } = testOf([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
  expect(p).toBeCloseTo(0.002833, 6);
  expect(isExactlySame).toBe(false);
});

test("it does not matter which of the two is called the base", () => {
  expect(testOf([3, -1, 2, 4]).p).toBe(testOf([-3, 1, -2, -4]).p);
});

test("a mean difference of 0 is no evidence at all", () => {
  expect(testOf([-1, 1]).p).toBe(1);
});

test("an overwhelming difference has a p near 0 that is still a number", () => {
  const { p } = testOf([1e6, 1e6 + 1, 1e6 + 2, 1e6 + 1]);
  expect(p).toBeGreaterThan(0);
  expect(p).toBeLessThan(1e-15);
});

test("no difference on any day is marked as exactly the same", () => {
  expect(testOf([0, 0, 0])).toEqual({ p: 1, isExactlySame: true });
});

test("the very same difference every day leaves no doubt", () => {
  expect(testOf([-2, -2, -2])).toEqual({ p: 0, isExactlySame: false });
});

test("fewer than two days cannot be tested", () => {
  expect(testOf([])).toEqual({ p: null, isExactlySame: false });
  expect(testOf([0])).toEqual({ p: null, isExactlySame: false });
});
