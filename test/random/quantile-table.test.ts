import { expect, test } from "vitest";
import { lnGammaLaw } from "#random/gamma.js";
import { normalQuantile } from "#random/normal-quantile.js";
import { logitBetaLaw } from "#random/pert.js";
import { exactQuantile, type SmoothLaw, tabulatedQuantile } from "#random/quantile-table.js";

const laws: { name: string; law: SmoothLaw; error: number }[] = [
  ...[0.05, 0.1, 0.3, 1].map((cv) => gammaCase(cv, 1e-11)),
  ...[2, 5, 10].map((cv) => gammaCase(cv, 1e-9)),
  ...[1, 1.2, 2, 3, 4.5, 5].map((a) => ({
    name: `PERT times of shape ${a}`,
    law: logitBetaLaw(a, 6 - a),
    error: 1e-11,
  })),
];

function gammaCase(cv: number, error: number) {
  return { name: `gamma times of cv ${cv}`, law: lnGammaLaw(1 / cv ** 2), error };
}

test.each(laws)(
  "the table keeps to within $error for $name, from the smallest to the largest uniform",
  ({ law, error }) => {
    const quantile = tabulatedQuantile(law);
    for (const u of spread()) {
      expect(Math.abs(quantile(u) - exactQuantile(law, normalQuantile(u)))).toBeLessThan(error);
    }
  },
);

test("beyond the table the quantile is solved for, and goes on without a jump", () => {
  const law = lnGammaLaw(4);
  const quantile = tabulatedQuantile(law);
  // Far below, the share of a gamma law is x⁴ / 4!.
  expect(quantile(1e-100)).toBeCloseTo(Math.log(24e-100) / 4, 12);
});

/** Close to both ends, and all over the middle, off the table's own points. */
function spread(): number[] {
  const shares: number[] = [];
  for (let k = 1; k <= 53; k++) for (const part of [1, 1.37, 1.71]) shares.push(part * 2 ** -k, 1 - part * 2 ** -k);
  for (let i = 0; i < 1000; i++) shares.push((i + 0.37) / 1000);
  return shares.filter((u) => u > 0 && u < 1);
}
