import { expect, test } from "vitest";
import { aCentre } from "../kit/a-centre.js";
import { tryOut } from "../kit/an-experiment.js";

test("between which numbers of people waiting most days lie is told of each half-hour, not of the time after closing", async () => {
  // One window, served for an hour: nobody waits in the first half-hour, two all through the second.
  const centre = aCentre().withDay({ length: 5400, interval: 1800 }).withWindows(1, { time: 3600 });
  for (const arrives of [0, 1800, 1800]) centre.visitor({ arrives });

  const { series } = await tryOut([centre.scenario()], { replications: 3 });

  // In the third half-hour one waits.
  const queue = series.find(({ measure }) => measure === "people-waiting")!;
  expect(queue.estimate.map((value) => value?.toFixed(2) ?? null)).toEqual(["0.00", "2.00", "1.00", null]);
  for (const edge of [queue.bandLow, queue.bandHigh]) {
    expect(edge.map((value) => value?.toFixed(1) ?? null)).toEqual(["0.0", "2.0", "1.0", null]);
  }
});

test("the band is of the same numbers as the mean, not of whole people: where all days are alike it holds the mean, and no more", async () => {
  // The second of two waits for a minute of each half-hour: a thirtieth of a person.
  const centre = aCentre().withDay({ length: 1800, interval: 1800 }).withWindows(1, { time: 60 });
  for (const arrives of [0, 0]) centre.visitor({ arrives });

  const { series } = await tryOut([centre.scenario()], { replications: 3 });

  const queue = series.find(({ measure }) => measure === "people-waiting")!;
  expect(queue.estimate[0]).toBeCloseTo(1 / 30, 6);
  expect(queue.bandLow[0]).toBeLessThanOrEqual(1 / 30);
  expect(queue.bandHigh[0]).toBeGreaterThanOrEqual(1 / 30);
  expect(queue.bandHigh[0]! - queue.bandLow[0]!).toBeLessThan(0.01);
});
