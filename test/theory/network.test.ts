import { test } from "vitest";
import { aCentre } from "../kit/a-centre.js";
import { erlangC } from "../kit/birth-death.js";
import { expectWithinIntervals } from "../kit/interval.js";
import { Counted, type SteadyArrivals, warmUpOf, withSteadyArrivals } from "../kit/steady-state.js";
import { repeat, visit } from "../kit/steps.js";

/** Mean wait in M/M/c. */
const wait = ({ servers, rate, time }: { servers: number; rate: number; time: number }): number =>
  erlangC(servers, rate * time) / (servers / time - rate);

/** Source: Jackson (1957), Operations Research 5(4). */
test("two stations with a way back: at each the wait is that of the station alone, at the rate of all who come and come again", () => {
  const rate = 1 / 600;
  const desk = { servers: 1, rate, time: 300 };
  const again = 0.25;
  const failing = 0.2;
  // From the windows a fifth goes to the bank; then a quarter of all begins again at the windows.
  const windows = { servers: 3, rate: rate / (1 - again), time: 960 };
  const bank = { servers: 1, rate: (failing * rate) / (1 - again), time: 1200 };
  const warmUp = Math.max(warmUpOf(desk), warmUpOf(windows), warmUpOf(bank));
  const arrivals: SteadyArrivals = { rates: [rate], warmUp, counting: 10 * warmUp };
  const counted = new Counted(arrivals);
  const centre = aCentre()
    .withStation("desk", { servers: desk.servers, time: { kind: "exponential", mean: desk.time } })
    .withStation("windows", { servers: windows.servers, time: { kind: "exponential", mean: windows.time } })
    .withStation("bank", { servers: bank.servers, time: { kind: "exponential", mean: bank.time } })
    .withRoute(visit("desk"), repeat({ again }, visit("windows", { fails: failing, onFailure: [visit("bank")] })));

  expectWithinIntervals(
    withSteadyArrivals(centre, arrivals).plan(),
    [
      counted.visits(1, { station: 0 }),
      counted.visits(1 / (1 - again), { station: 1 }),
      counted.visits(failing / (1 - again), { station: 2 }),
      counted.wait(wait(desk), { station: 0 }),
      counted.wait(wait(windows), { station: 1, visits: 1 / (1 - again) }),
      counted.wait(wait(bank), { station: 2, visits: failing / (1 - again) }),
    ],
    { replications: 30, precision: 0.12 },
  );
});
