import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract({ kind: "triangular", min: 60, mode: 120, max: 600 }, { kinks: [60 / 540] });
keepsTheDistributionContract({ kind: "triangular", min: 60, mode: 60, max: 600 });
keepsTheDistributionContract({ kind: "triangular", min: 0, mode: 600, max: 600 });
keepsTheDistributionContract({ kind: "triangular", min: 60, mode: 60, max: 60 });

test("an even triangle has its quarter of times below min + range · √(1/8)", () => {
  const law = distributionOf({ kind: "triangular", min: 0, mode: 1, max: 2 });
  expect(law.quantile(0.25)).toBeCloseTo(Math.SQRT1_2, 15);
  expect(law.quantile(0.5)).toBeCloseTo(1, 15);
  expect(law.quantile(0.75)).toBeCloseTo(2 - Math.SQRT1_2, 15);
});
