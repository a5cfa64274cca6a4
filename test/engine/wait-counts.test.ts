import { expect, test } from "vitest";
import { seedKey } from "#random/keys.js";
import { aCentre } from "../kit/a-centre.js";
import { TalliedDays } from "../kit/tally.js";

/** A step of the grid of times, in seconds. */
const TICK = 2 ** -20;

test("a wait of more than k - 1 and at most k seconds is counted with k", () => {
  const plan = aCentre()
    .withWindows(1, { time: 10 })
    .visitor({ arrives: 0 })
    .visitor({ arrives: 10 - 1 })
    .visitor({ arrives: 20 - 2 })
    .visitor({ arrives: 30 - 3 })
    .visitor({ arrives: 40 - 2 - TICK })
    .visitor({ arrives: 50 - 3 + TICK })
    .visitor({ arrives: 60 - 4.5 })
    .visitor({ arrives: 70 - 7 - TICK })
    .plan();

  const { waits } = new TalliedDays(plan).run(seedKey("by the second"), 0);

  expect([...waits.of(0)]).toEqual([1, 1, 1, 3, 0, 1, 0, 0, 1]);
});

test("waits of more than three days are counted as three days, even one of more than 2^31 seconds", () => {
  const LONGEST = 2 ** 18 - 1;
  const plan = aCentre()
    .withWindows(1, { time: 10 })
    .visitor({ arrives: 0, time: LONGEST })
    .visitor({ arrives: 0, time: 3 * 2 ** 30 })
    .visitor({ arrives: 0 })
    .plan();

  const { waits } = new TalliedDays(plan).run(seedKey("long"), 0);

  const counts = waits.of(0);
  expect([counts.length, counts[0], counts[LONGEST]]).toEqual([LONGEST + 1, 1, 2]);
});
