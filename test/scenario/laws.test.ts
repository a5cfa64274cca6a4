import { expect, test } from "vitest";
import { distributionOf } from "#random/distributions.js";
import { readScenario } from "#scenario/load.js";
import { smallCentre } from "../kit/scenario-samples.js";

/** The service time of the small centre, written as given. */
function read(law: string) {
  return readScenario(smallCentre.replace("9 min", law)).services[0]!.time!;
}

test.each([
  ["9 min", { kind: "constant", value: 540 }],
  ["{ constant: 1.5 h }", { kind: "constant", value: 5400 }],
  ["{ uniform: { min: 1 s, max: 3 s } }", { kind: "uniform", min: 1, max: 3 }],
  ["{ triangular: { min: 1 s, mode: 1 s, max: 3 s } }", { kind: "triangular", min: 1, mode: 1, max: 3 }],
  ["{ pert: { min: 1 s, mode: 2 s, max: 3 s } }", { kind: "pert", min: 1, mode: 2, max: 3 }],
  ["{ exponential: { mean: 3 s } }", { kind: "exponential", mean: 3 }],
  ["{ erlang: { mean: 3 s, stages: 2 } }", { kind: "erlang", mean: 3, stages: 2 }],
  ["{ gamma: { mean: 4 s, cv: 0.5 } }", { kind: "gamma", mean: 4, cv: 0.5 }],
  ["{ gamma: { mean: 4 s, sd: 2 s } }", { kind: "gamma", mean: 4, cv: 0.5 }],
  ["{ gamma: { shape: 4, scale: 1 s } }", { kind: "gamma", mean: 4, cv: 0.5 }],
  ["{ lognormal: { mean: 4 s, sd: 2 s } }", { kind: "lognormal", mean: 4, cv: 0.5 }],
  ["{ weibull: { scale: 4 s, shape: 2 } }", { kind: "weibull", scale: 4, shape: 2 }],
  ["{ normal: { mean: 4 s, sd: 1 s } }", { kind: "normal", mean: 4, sd: 1 }],
  ["{ hyperexponential: { mean: 4 s, cv: 1 } }", { kind: "hyperexponential", shares: [0.5, 0.5], means: [4, 4] }],
  ["{ hyperexponential: { mean: 4 s, sd: 4 s } }", { kind: "hyperexponential", shares: [0.5, 0.5], means: [4, 4] }],
  [
    "{ hyperexponential: { phases: [{ share: 20%, mean: 1 s }, { share: 80%, mean: 2 s }] } }",
    { kind: "hyperexponential", shares: [0.2, 0.8], means: [1, 2] },
  ],
  [
    "{ discrete: [{ value: 5 s, share: 30% }, { value: 1 s, share: 70% }] }",
    { kind: "discrete", values: [5, 1], shares: [0.3, 0.7] },
  ],
  ["{ empirical: [7 s, 5 s] }", { kind: "empirical", values: [5, 7] }],
])("%s is read as it is meant", (law, spec) => {
  expect(read(law)).toEqual(spec);
});

test.each([
  "{ weibull: { mean: 10 s, cv: 0.05 } }",
  "{ weibull: { mean: 10 s, cv: 0.6 } }",
  "{ weibull: { mean: 10 s, cv: 3 } }",
  "{ hyperexponential: { mean: 10 s, cv: 3 } }",
  "{ lognormal: { mu: 2, sigma: 0.5 } }",
])("%s becomes a law of the very mean and spread it states", (law) => {
  const { mean, variance } = distributionOf(read(law));
  const expectedMean = law.includes("mu") ? Math.exp(2 + 0.125) : 10;
  const cv = /cv: ([\d.]+)/.exec(law)?.[1] ?? Math.sqrt(Math.exp(0.25) - 1);
  expect(mean).toBeCloseTo(expectedMean, 9);
  expect(Math.sqrt(variance) / mean).toBeCloseTo(Number(cv), 8);
});
