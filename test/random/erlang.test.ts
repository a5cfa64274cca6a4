/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { keepsTheDistributionContract } from "../contract/distribution.contract.js";

for (const stages of [1, 2, 9, 100]) {
  const cdf = (x: number) => jStat.gamma.cdf(x, stages, 600 / stages);
  keepsTheDistributionContract({ kind: "erlang", mean: 600, stages }, { cdf });
}

test("an Erlang law of one stage is exponential", () => {
  const one = distributionOf({ kind: "erlang", mean: 600, stages: 1 });
  for (const u of [1e-12, 0.2, 0.5, 0.99])
    expect(Math.abs(one.quantile(u) / (-600 * Math.log1p(-u)) - 1)).toBeLessThan(1e-12);
});
