import { PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Replicator } from "#engine/replication.js";
import type { Plan } from "#plan/plan.js";
import { seedKey } from "#random/keys.js";
import { aCentre } from "../kit/a-centre.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What one replication may take, whatever its length: it is called in slices, and each is told of. */
const BYTES_A_REPLICATION = 20_000;

test("a long replication of a simple queue takes no memory for its visitors", async () => {
  const plan = aCentre()
    .withDay({ length: 120 * 3600 })
    .withWindows(5, { time: { kind: "exponential", mean: 60 } })
    .withPoisson(30_000)
    .plan();

  expect(await growthOf(plan)).toEqual({ collections: 0, isSmall: true });
});

test("a long replication with priorities, lost patience, gaps and lognormal times takes no memory for its visitors", async () => {
  const plan = aCentre()
    .withDay({ length: 120 * 3600 })
    .withGroup("ordinary", { share: 0.8, patience: { kind: "exponential", mean: 1800 } })
    .withGroup("older", { share: 0.2, priority: 1, patience: { kind: "exponential", mean: 1800 } })
    .withStation("desk", { servers: 1, time: { kind: "lognormal", mean: 20, cv: 0.5 } })
    .withWindows(6, { time: { kind: "lognormal", mean: 200, cv: 0.7 }, call: "priority", gap: 10 })
    .withPoisson(15_000)
    .plan();

  expect(await growthOf(plan)).toEqual({ collections: 0, isSmall: true });
});

test("days that were run before take no more memory when they are run again, five thousand times", () => {
  const plan = aCentre()
    .withWindows(3, { time: { kind: "lognormal", mean: 500, cv: 0.7 }, gap: 10 })
    .withPoisson(60)
    .plan();
  const replicator = new Replicator(plan);
  // Everything is kept in the engine's own memory, which grows with the largest crowd and the longest wait there ever was.
  const memoryAfter = (rounds: number): number => {
    for (let day = 0; day < rounds * 1000; day++) replicator.run(seedKey("memory"), day % 1000);
    return replicator.measures.buffer.byteLength;
  };

  const once = memoryAfter(1);

  expect(memoryAfter(5)).toBe(once);
});

/** Garbage collections during five replications, and whether the heap grew by no more than the fixed costs of one. */
async function growthOf(plan: Plan): Promise<{ collections: number; isSmall: boolean }> {
  const replicator = new Replicator(plan);
  const seed = seedKey("memory");
  // V8 first has to see everything that can happen and to compile it.
  for (let replication = 0; replication < 8; replication++) replicator.run(seed, replication);
  await setImmediate();
  collectGarbage();

  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  await setImmediate();
  observer.observe({ entryTypes: ["gc"] });
  // V8 may compile something meanwhile; what visitors took they would take each time.
  const growths = Array.from({ length: 5 }, (_, i) => {
    const before = process.memoryUsage().heapUsed;
    replicator.run(seed, 8 + i);
    return process.memoryUsage().heapUsed - before;
  });
  await setImmediate();
  observer.disconnect();
  return { collections, isSmall: Math.min(...growths) < BYTES_A_REPLICATION };
}
