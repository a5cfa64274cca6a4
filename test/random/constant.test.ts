import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract({ kind: "constant", value: 540 });
keepsTheDistributionContract({ kind: "constant", value: 0 });

test("a constant time is the same for everyone", () => {
  const law = distributionOf({ kind: "constant", value: 540 });
  expect([0.001, 0.5, 0.999].map(law.quantile)).toEqual([540, 540, 540]);
});
