import { expect, test } from "vitest";
import { aCentre } from "../kit/a-centre.js";

test("gaps, shifts, intervals and days of any length, even of thirds of a second, keep the books exact", () => {
  const tally = aCentre()
    .withDay({ length: 29_999.88, interval: 100.1 })
    .withStation("desk", { time: 7.7, gap: 0.1 })
    .withWindows(
      [
        { from: 0, count: 2 },
        { from: 10_000 / 3, count: 1 },
      ],
      { time: 10 / 3, gap: 100 / 3, absentTicket: 0.7, patience: 200 / 3 },
    )
    .withPoisson(1500)
    .run();

  // The replication's own check of the books has not thrown; and the day was busy enough for it to mean something.
  expect(tally.called[1]).toBeGreaterThan(500);
});
