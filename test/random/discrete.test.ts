import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract(
  { kind: "discrete", values: [300, 60, 900], shares: [0.5, 0.3, 0.2] },
  { kinks: [0.3, 0.8] },
);
keepsTheDistributionContract({ kind: "discrete", values: [300], shares: [1] });

test("a share of exactly 30 % still gets the value that 30 % have", () => {
  const law = distributionOf({ kind: "discrete", values: [300, 60], shares: [0.7, 0.3] });
  expect([0.1, 0.3, 0.3 + 1e-15, 0.99].map(law.quantile)).toEqual([60, 60, 300, 300]);
});
