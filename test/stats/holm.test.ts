import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "#stats/holm.js";

function rounded(values: readonly (number | null)[]): (number | null)[] {
  return values.map((p) => (p === null ? null : Math.round(p * 1e12) / 1e12));
}

test("the textbook's four p values become 0.03, 0.06, 0.06 and 0.02", () => {
  // The worked example of the Holm-Bonferroni method, H1 to H4, at 0.05: H4 and H1 are rejected.
  expect(rounded(holm([0.01, 0.04, 0.03, 0.005]))).toEqual([0.03, 0.06, 0.06, 0.02]);
});

test("no adjusted p goes above 1", () => {
  expect(holm([0.6, 0.7, 0.9])).toEqual([1, 1, 1]);
});

test("a comparison that could not be tested stays so, and costs the others nothing", () => {
  expect(rounded(holm([null, 0.01, null, 0.02]))).toEqual([null, 0.02, null, 0.02]);
  expect(holm([null])).toEqual([null]);
  expect(holm([])).toEqual([]);
});

test("a single comparison needs no adjustment", () => {
  expect(holm([0.04])).toEqual([0.04]);
});

test("adjusting never makes a finding stronger, stays within Bonferroni, and keeps the order", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (ps) => {
      const adjusted = holm(ps);
      ps.forEach((p, i) => {
        expect(adjusted[i]!).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]!).toBeLessThanOrEqual(Math.min(1, ps.length * p));
        ps.forEach((q, j) => {
          if (p < q) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
          if (p === q) expect(adjusted[i]!).toBe(adjusted[j]!);
        });
      });
    }),
  );
});
