import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract({ kind: "uniform", min: 60, max: 180 });

test("half of the uniform times lie below the middle", () => {
  expect(distributionOf({ kind: "uniform", min: 60, max: 180 }).quantile(0.5)).toBe(120);
});
