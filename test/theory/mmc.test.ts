import { describe, expect, test } from "vitest";
import { Outcome } from "#plan/plan.js";
import { aCentre } from "../kit/a-centre.js";
import { erlangC, meanOf, steadyState } from "../kit/birth-death.js";
import { expectWithinIntervals } from "../kit/interval.js";
import { Counted, type SteadyArrivals, warmUpOf, withSteadyArrivals } from "../kit/steady-state.js";

/** Mean service time in seconds: long enough for counting by the second not to matter. */
const time = 3600;
const exponential = { kind: "exponential", mean: time } as const;

test("Erlang's formula for the probability of waiting agrees with its closed forms and with the steady state", () => {
  const state = steadyState(
    () => 4.5,
    (n) => Math.min(n, 5),
    2000,
  );

  expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
  expect(erlangC(2, 1.6)).toBeCloseTo((2 * 0.8 ** 2) / (1 + 0.8), 12);
  expect(erlangC(5, 4.5)).toBeCloseTo(
    meanOf(state, (n) => (n < 5 ? 0 : 1)),
    10,
  );
});

/** Sources: Erlang (1917); Kleinrock (1975), Queueing Systems, volume 1, chapter 3. */
describe("exponential arrivals and services, first come, first served", () => {
  test.each([
    { servers: 1, load: 0.5 },
    { servers: 1, load: 0.8 },
    { servers: 2, load: 1.6 },
    { servers: 5, load: 4 },
    { servers: 12, load: 10.5 },
  ])(
    "$servers windows, offered load $load: how many wait, how long in the mean, and how long at worst",
    ({ servers, load }) => {
      const rate = load / time;
      const warmUp = warmUpOf({ rate, servers, time });
      const arrivals: SteadyArrivals = { rates: [rate], warmUp, counting: Math.ceil(6000 / (rate * warmUp)) * warmUp };
      const counted = new Counted(arrivals);
      const delayed = erlangC(servers, load);
      const decay = servers / time - rate;
      const plan = withSteadyArrivals(aCentre().withWindows(servers, { time: exponential }), arrivals).plan();
      const beyond = (seconds: number): number => 1 - delayed * Math.exp(-decay * seconds);

      expectWithinIntervals(
        plan,
        [
          counted.wait(delayed / decay),
          counted.waitsAtMost(0, 1 - delayed),
          ...[900, 3600, 10_800].map((seconds) => counted.waitsAtMost(seconds, beyond(seconds))),
        ],
        { replications: 20, precision: 0.2 },
      );
    },
  );
});

/** Sources: Erlang (1917) for no places; Kleinrock (1975), Queueing Systems, volume 1, chapter 3. */
describe("a room with few places", () => {
  test.each([
    { servers: 3, room: 0, load: 2.5 },
    { servers: 3, room: 4, load: 3.6 },
    { servers: 1, room: 2, load: 0.9 },
  ])(
    "$servers windows, $room places, offered load $load: how many are turned away, how long the others wait",
    (each) => {
      const { servers, room, load } = each;
      const rate = load / time;
      const warmUp = 100 * time;
      const arrivals: SteadyArrivals = { rates: [rate], warmUp, counting: 20 * warmUp };
      const counted = new Counted(arrivals);
      const state = steadyState(
        () => rate,
        (n) => Math.min(n, servers) / time,
        servers + room,
      );
      const queue = meanOf(state, (n) => Math.max(0, n - servers));
      const plan = withSteadyArrivals(aCentre().withWindows(servers, { time: exponential, room }), arrivals).plan();

      expectWithinIntervals(
        plan,
        [
          counted.ends(Outcome.turnedAway, state.at(-1)!),
          counted.ends(Outcome.served, 1 - state.at(-1)!),
          ...(room > 0 ? [counted.wait(queue / rate)] : []),
        ],
        { replications: 20, precision: 0.08 },
      );
    },
  );
});

/** Sources: Palm (1957); Garnett, Mandelbaum, Reiman (2002), Manufacturing & Service Operations Management 4(3). */
describe("visitors who give up", () => {
  test.each([
    { servers: 4, load: 3.6, patience: 2 * time },
    { servers: 4, load: 6, patience: time / 2 },
    { servers: 20, load: 21, patience: time },
  ])("$servers windows, offered load $load, mean patience $patience s: how many give up, how long all wait", (each) => {
    const { servers, load, patience } = each;
    const rate = load / time;
    const warmUp = 100 * time;
    const arrivals: SteadyArrivals = { rates: [rate], warmUp, counting: 10 * warmUp };
    const counted = new Counted(arrivals);
    const state = steadyState(
      () => rate,
      (n) => Math.min(n, servers) / time + Math.max(0, n - servers) / patience,
      200,
    );
    const queue = meanOf(state, (n) => Math.max(0, n - servers));
    const windows = { time: exponential, patience: { kind: "exponential", mean: patience } } as const;
    const plan = withSteadyArrivals(aCentre().withWindows(servers, windows), arrivals).plan();

    expectWithinIntervals(
      plan,
      [
        counted.wait(queue / rate),
        counted.ends(Outcome.reneged, queue / patience / rate),
        counted.waitsAtMost(
          0,
          meanOf(state, (n) => (n < servers ? 1 : 0)),
        ),
      ],
      { replications: 20, precision: 0.1 },
    );
  });
});
