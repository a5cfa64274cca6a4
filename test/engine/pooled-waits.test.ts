import { expect, test } from "vitest";
import { Replicator } from "#engine/replication.js";
import { seedKey } from "#random/keys.js";
import { aCentre } from "../kit/a-centre.js";
import { TalliedDays } from "../kit/tally.js";

// Busy enough that waits outgrow the first thousand seconds on some days and not on others.
const plan = aCentre()
  .withDay({ length: 4 * 3600 })
  .withGroup("ordinary", { share: 0.8 })
  .withGroup("older", { share: 0.2 })
  .withWindows(2, { time: { kind: "exponential", mean: 300 } })
  .withPoisson(90)
  .plan();

test("the pooled waits are those of each day since they were last taken, bin by bin", () => {
  const replicator = new Replicator(plan);
  const one = new TalliedDays(plan);
  const seed = seedKey("pool");
  for (const [first, last] of [
    [0, 7],
    [7, 8],
    [8, 40],
  ] as const) {
    const expected: number[][] = Array.from({ length: one.run(seed, first).waits.cells }, () => []);
    for (let day = first; day < last; day++) {
      replicator.run(seed, day);
      const { waits } = one.run(seed, day);
      for (let cell = 0; cell < waits.cells; cell++) add(expected[cell]!, waits.of(cell));
    }

    const { ends, numbers, counts } = replicator.takeWaits();

    const rows = Array.from(ends, (end, cell) => {
      const first = ends[cell - 1] ?? 0;
      return Array.from(numbers.subarray(first, end), (bin, i) => [bin, counts[first + i]]);
    });
    expect([numbers.length, counts.length]).toEqual([ends.at(-1), ends.at(-1)]);
    expect(rows).toEqual(expected.map((bins) => [...bins.entries()].filter(([, count]) => count > 0)));
  }
});

test("they are left in the room given where they fit, and are the same where they do not", () => {
  const replicator = new Replicator(plan);
  const waitsIn = (room?: Uint32Array) => {
    for (let day = 0; day < 5; day++) replicator.run(seedKey("pool"), day);
    return replicator.takeWaits(room);
  };
  const own = waitsIn();
  const words = own.ends.length + 2 * own.counts.length;
  const [exact, short] = [new Uint32Array(words), new Uint32Array(words - 1)];
  expect(waitsIn(exact)).toEqual(own);
  expect(waitsIn(short)).toEqual(own);
  expect([exact.includes(own.numbers.at(-1)!), Math.max(...short)]).toEqual([true, 0]);
});

test("nothing is pooled when no day was run since", () => {
  const replicator = new Replicator(plan);
  replicator.run(seedKey("pool"), 0);
  replicator.takeWaits();

  const { ends, numbers, counts } = replicator.takeWaits();
  expect([numbers.length, counts.length, Math.max(...ends)]).toEqual([0, 0, 0]);
});

function add(sums: number[], counts: Float64Array): void {
  counts.forEach((count, bin) => {
    sums[bin] = (sums[bin] ?? 0) + count;
  });
}
