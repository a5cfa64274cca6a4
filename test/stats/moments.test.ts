import fc from "fast-check";
import { expect, test } from "vitest";
import { MomentsTable } from "#stats/moments.js";
import { momentsOf } from "../kit/moments.js";

test("mean and variance are those of the textbook's two passes", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
      const moments = momentsOf(values);
      expect(moments.mean).toBeCloseTo(mean, 7);
      expect(Math.abs(moments.variance - variance)).toBeLessThanOrEqual(1e-9 * (variance + 1));
    }),
  );
});

test("a small spread far from 0 is not lost", () => {
  const moments = momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
  expect(moments.mean).toBe(1e9 + 10);
  expect(moments.variance).toBe(30);
});

test("a replication without a value does not count", () => {
  const moments = momentsOf([1, Number.NaN, 3]);
  expect([moments.n, moments.mean, moments.variance]).toEqual([2, 2, 2]);
});

test("no values have no mean, and one value has no variance", () => {
  expect(momentsOf([])).toEqual({ n: 0, mean: Number.NaN, variance: Number.NaN });
  expect(momentsOf([7])).toEqual({ n: 1, mean: 7, variance: Number.NaN });
});

test("equal values have a variance of exactly 0", () => {
  expect(momentsOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).variance).toBe(0);
});

test("quantities side by side know nothing of one another, wherever their row begins", () => {
  const table = new MomentsTable(2);
  table.addRow(Float64Array.of(1, 10));
  table.addRow(Float64Array.of(99, 99, 3, Number.NaN), 2);
  expect([table.of(0), table.of(1)]).toEqual([momentsOf([1, 3]), momentsOf([10])]);
});
