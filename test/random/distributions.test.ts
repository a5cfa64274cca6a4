import { expect, test } from "vitest";
import type { DistributionKind } from "#random/distribution.js";
import { distributionOf, distributions } from "#random/distributions.js";

test("every law the scenario language names can be drawn from", () => {
  const kinds: DistributionKind[] = [
    "constant",
    "uniform",
    "triangular",
    "pert",
    "exponential",
    "erlang",
    "gamma",
    "lognormal",
    "weibull",
    "normal",
    "hyperexponential",
    "discrete",
    "empirical",
  ];
  expect(Object.keys(distributions).sort()).toEqual(kinds.sort());
});

test("a law is found by the name in its data", () => {
  expect(distributionOf({ kind: "erlang", mean: 600, stages: 4 })).toMatchObject({ mean: 600, variance: 90_000 });
});
