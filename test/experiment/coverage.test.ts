import { expect, test } from "vitest";
import { seedKey } from "#random/keys.js";
import type { Moments } from "#stats/moments.js";
import { tInterval } from "#stats/t-interval.js";
import { aCentre } from "../kit/a-centre.js";
import { momentsOf } from "../kit/moments.js";
import { TalliedDays } from "../kit/tally.js";

const EXPERIMENTS = 1000;
const DAYS = 25;

test("of 1,000 experiments, 93 to 97 % have the true mean wait inside their 95 % interval", () => {
  const plan = aCentre()
    .withDay({ length: 2 * 3600, interval: 7200 })
    .withWindows(2, { time: { kind: "exponential", mean: 600 } })
    .withPoisson(24, { atDoor: 0.6 })
    .plan();
  const days = new TalliedDays(plan);
  const meanWait = (seed: string, day: number): number => {
    const { waited, joiners } = days.run(seedKey(seed), day);
    return waited[0]! / joiners[0]!;
  };

  const experiments: Moments[] = [];
  const all: number[] = [];
  for (let e = 0; e < EXPERIMENTS; e++) {
    const waits = Array.from({ length: DAYS }, (_, day) => meanWait(`experiment ${e}`, day));
    experiments.push(momentsOf(waits));
    all.push(...waits);
  }

  // The mean of all 25,000 days stands for the truth: its own error is a thirtieth of one experiment's.
  const truth = momentsOf(all).mean;
  const covered = experiments.filter((moments) => {
    const { low, high } = tInterval(moments, 0.95);
    return low! <= truth && truth <= high!;
  }).length;
  expect(covered / EXPERIMENTS).toBeGreaterThan(0.93);
  expect(covered / EXPERIMENTS).toBeLessThan(0.97);
});
