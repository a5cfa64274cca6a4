import { expect, test } from "vitest";
import { aCentre } from "../kit/a-centre.js";
import { tryOut } from "../kit/an-experiment.js";

test("between which numbers of people waiting most days lie is told of each half-hour, not of the time after closing", async () => {
  // One window, served for an hour: nobody waits in the first half-hour, two all through the second.
  const centre = aCentre().withDay({ length: 5400, interval: 1800 }).withWindows(1, { time: 3600 });
  for (const arrives of [0, 1800, 1800]) centre.visitor({ arrives });

  const { series } = await tryOut([centre.scenario()], { replications: 3 });

  const queue = series.find(({ measure }) => measure === "people-waiting")!;
  // In the third half-hour one waits.
  expect([queue.bandLow, queue.bandHigh]).toEqual([
    [0, 2, 1, null],
    [0, 2, 1, null],
  ]);
});
