import { describe, test } from "vitest";
import type { DistributionSpec } from "#random/distribution.js";
import { distributionOf } from "#random/distributions.js";
import { aCentre } from "../kit/a-centre.js";
import { expectWithinIntervals } from "../kit/interval.js";
import { Counted, type SteadyArrivals, withSteadyArrivals } from "../kit/steady-state.js";

/** Mean service time, seconds. */
const time = 360;

/** Source: Pollaczek (1930), Khinchine (1932); Kleinrock (1975), Queueing Systems, volume 1, chapter 5. */
describe("one window, any law of service times: the mean wait depends on mean and variance alone", () => {
  test.each<[DistributionSpec, load: number]>([
    [{ kind: "constant", value: time }, 0.8],
    [{ kind: "erlang", mean: time, stages: 4 }, 0.7],
    [{ kind: "lognormal", mean: time, cv: 0.8 }, 0.7],
    [{ kind: "gamma", mean: time, cv: 0.6 }, 0.7],
    [{ kind: "uniform", min: 0, max: 2 * time }, 0.7],
    [{ kind: "hyperexponential", shares: [0.25, 0.75], means: [2.5 * time, 0.5 * time] }, 0.6],
  ])("%j at load %d", (law, load) => {
    const { mean, variance } = distributionOf(law);
    const rate = load / mean;
    const arrivals: SteadyArrivals = { rates: [rate], warmUp: 1500 * time, counting: 9000 * time };
    const wait = (rate * (variance + mean ** 2)) / (2 * (1 - load));
    const counted = new Counted(arrivals);
    const plan = withSteadyArrivals(aCentre().withWindows(1, { time: law }), arrivals).plan();

    expectWithinIntervals(plan, [counted.wait(wait), counted.waitsAtMost(0, 1 - load)], {
      replications: 20,
      precision: 0.15,
    });
  });
});

/**
 * The order of service does not change the mean wait, only its spread.
 * Sources: Takács (1963), Bell System Technical Journal 42(2); Kingman (1962), Mathematical Proceedings of the Cambridge Philosophical
 * Society 58(1); Conway, Maxwell, Miller (1967), Theory of Scheduling, chapter 8: in M/M/1 at load ρ, first come, first served
 * E[W²] = 2ρ / (μ(1-ρ))², last come that over 1 - ρ, at random that over 1 - ρ/2.
 */
describe("one window, exponential service: whom it calls", () => {
  const load = 0.5;
  const squared = 2 * load * (time / (1 - load)) ** 2;
  test.each([
    ["first-come", squared],
    ["last-come", squared / (1 - load)],
    ["random", squared / (1 - load / 2)],
  ] as const)("%s: the same mean wait, a spread of its own", (call, meanSquare) => {
    const arrivals: SteadyArrivals = { rates: [load / time], warmUp: 1500 * time, counting: 12_000 * time };
    const counted = new Counted(arrivals);
    const windows = { call, time: { kind: "exponential", mean: time } } as const;
    const plan = withSteadyArrivals(aCentre().withWindows(1, windows), arrivals).plan();

    expectWithinIntervals(
      plan,
      [counted.wait((time * load) / (1 - load)), counted.waitsAtMost(0, 1 - load), counted.squaredWait(meanSquare)],
      { replications: 30, precision: 0.25 },
    );
  });
});

/** Source: Cobham (1954), Operations Research 2(1). */
test("one window that calls by priority, without breaking off a service: each class has Cobham's mean wait", () => {
  const loads = [0.2, 0.25, 0.3];
  const { mean, variance } = distributionOf({ kind: "lognormal", mean: time, cv: 0.7 });
  const rates = loads.map((load) => load / mean);
  const arrivals: SteadyArrivals = {
    rates,
    warmUp: 3000 * time,
    counting: 15_000 * time,
    classes: [{ priority: 2 }, { priority: 1 }, { priority: 0 }],
  };
  const counted = new Counted(arrivals);
  const rate = rates.reduce((sum, each) => sum + each, 0);
  const residual = (rate * (variance + mean ** 2)) / 2;
  const upTo = (classes: number): number => loads.slice(0, classes).reduce((sum, load) => sum + load, 0);
  const windows = { call: "priority", time: { kind: "lognormal", mean: time, cv: 0.7 } } as const;
  const plan = withSteadyArrivals(aCentre().withWindows(1, windows), arrivals).plan();

  expectWithinIntervals(
    plan,
    loads.map((_, of) => counted.wait(residual / ((1 - upTo(of)) * (1 - upTo(of + 1))), { of })),
    { replications: 20, precision: 0.12 },
  );
});
