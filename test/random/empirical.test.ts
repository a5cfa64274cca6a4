import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

keepsTheDistributionContract({ kind: "empirical", values: [420, 60, 300, 180, 180] }, { kinks: [0.25, 0.75] });
keepsTheDistributionContract({ kind: "empirical", values: [120, 120] });
keepsTheDistributionContract({ kind: "empirical", values: [120] });

test("measured times are filled in by straight lines, as most statistics programs do", () => {
  const law = distributionOf({ kind: "empirical", values: [4, 1, 3, 2] });
  expect([0.1, 0.25, 0.5, 0.75].map(law.quantile)).toEqual([1.3, 1.75, 2.5, 3.25]);
});

test("two measured times make a uniform law between them", () => {
  const law = distributionOf({ kind: "empirical", values: [180, 60] });
  expect(law.mean).toBe(120);
  expect(law.variance).toBe(1200);
});
