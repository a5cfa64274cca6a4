import { expect, test } from "vitest";
import { Measures } from "#engine/measures.js";
import { Replicator } from "#engine/replication.js";
import { seedKey } from "#random/keys.js";
import { Moments } from "#stats/moments.js";
import { tInterval } from "#stats/t-interval.js";
import { aCentre } from "../kit/a-centre.js";

test("of 1,000 experiments, 93 to 97 % have the true mean wait inside their 95 % interval", () => {
  const plan = aCentre()
    .withDay({ length: 4 * 3600 })
    .withWindows(2, { time: { kind: "exponential", mean: 600 } })
    .withPoisson(32, { atDoor: 0.2 })
    .plan();
  const measures = new Measures(plan);
  const wait = measures.keys.findIndex(
    (key) => key.measure === "wait" && key.statistic === "mean" && key.scope === "whole" && key.group < 0,
  );
  const replicator = new Replicator(plan);
  const values = new Float64Array(measures.keys.length);
  const waitOf = (seed: string) => {
    const key = seedKey(seed);
    return (replication: number): number => {
      measures.write(replicator.run(key, replication), values, 0);
      return values[wait]!;
    };
  };

  // The truth, from as many replications as all the experiments together: its own error is a thirtieth of theirs.
  const experiments: Moments[] = [];
  const all = new Moments();
  for (let e = 0; e < 1000; e++) {
    const moments = new Moments();
    const draw = waitOf(`experiment ${e}`);
    for (let r = 0; r < 25; r++) moments.add(draw(r));
    experiments.push(moments);
  }
  const truth = waitOf("truth");
  for (let r = 0; r < 25_000; r++) all.add(truth(r));

  const covered = experiments.filter((moments) => {
    const { low, high } = tInterval(moments, 0.95);
    return low! <= all.mean && all.mean <= high!;
  }).length;
  expect(covered / 1000).toBeGreaterThan(0.93);
  expect(covered / 1000).toBeLessThan(0.97);
}, 120_000);
