import { expect, test } from "vitest";
import { aCentre } from "../kit/a-centre.js";
import { type Expectation, expectWithinIntervals } from "../kit/interval.js";

/** Seconds of an interval; the rate and the roster change at its ends only. */
const interval = 1800;
const serviceTime = 600;
const perDay = 75;
const weights = [3, 6, 8, 5, 4, 6, 3, 4];
const counts = [3, 5, 5, 3, 2, 4, 4, 3];
const length = weights.length * interval;
const oracle = forwardEquations();

/**
 * A day with a changing rate of arrivals and a changing number of clerks, each of whom finishes the person in hand before
 * going home. Source: the Kolmogorov forward equations; Kleinrock (1975), chapter 2; the rule at the end of a shift:
 * Ingolfsson, Akhmetshina, Budge, Li, Wu (2007), INFORMS Journal on Computing 19(2), "exhaustive discipline".
 */
test("a day of changing rates and shifts: people waiting, clerks busy and people inside, half hour by half hour", () => {
  const roster = counts.map((count, i) => ({ from: i * interval, count }));
  const plan = aCentre()
    .withDay({ length, interval })
    .withWindows(roster, { time: { kind: "exponential", mean: serviceTime } })
    .withPoisson(perDay, { weights, every: interval })
    .plan();
  const expectations = oracle.flatMap(({ waiting, busy }, i): Expectation[] => [
    {
      name: `waiting in ${i}`,
      oracle: waiting,
      value: (tally) => tally.areas[tally.rowOfWaiting(0) * tally.intervals + i]!,
    },
    { name: `busy in ${i}`, oracle: busy, value: (tally) => tally.areas[tally.rowOfBusy(0) * tally.intervals + i]! },
    {
      name: `inside in ${i}`,
      oracle: waiting + busy,
      value: (tally) => tally.areas[tally.rowOfInside * tally.intervals + i]!,
    },
  ]);

  expectWithinIntervals(plan, expectations, { replications: 1500, precision: 0.3 });
});

test("the equations lose no probability, and let as many leave as come", () => {
  // Every clerk-second serves 1/600 of a visitor, and all who come are served in the end.
  expect(oracle.reduce((sum, { busy }) => sum + busy, 0) / serviceTime).toBeCloseTo(perDay, 4);
});

/** Person- and clerk-seconds of each interval, and after closing. */
function forwardEquations(): { waiting: number; busy: number }[] {
  const mostBusy = Math.max(...counts);
  const mostWaiting = 60;
  const width = mostWaiting + 1;
  let state = new Float64Array((mostBusy + 1) * width);
  state[0] = 1;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const areas: { waiting: number; busy: number }[] = [];
  for (let piece = 0; piece <= weights.length; piece++) {
    const clerks = counts[Math.min(piece, counts.length - 1)]!;
    const rate = (perDay * (weights[piece] ?? 0)) / whole / interval;
    state = callAll(state, clerks);
    let [waiting, busy] = [0, 0];
    // After closing the day goes on until nobody can be inside any more.
    const steps = piece < weights.length ? 200 : 3000;
    const step = interval / 200;
    for (let i = 0; i < steps; i++) {
      const before = means(state);
      const middle = rungeKutta(state, step / 2, (from) => slope(from, { clerks, rate }));
      const after = rungeKutta(middle, step / 2, (from) => slope(from, { clerks, rate }));
      const [half, end] = [means(middle), means(after)];
      // Simpson's rule.
      waiting += (step / 6) * (before.waiting + 4 * half.waiting + end.waiting);
      busy += (step / 6) * (before.busy + 4 * half.busy + end.busy);
      state = after;
    }
    areas.push({ waiting, busy });
  }
  return areas;

  /** Clerks who come on take whoever waits. */
  function callAll(from: Float64Array<ArrayBuffer>, clerks: number): Float64Array<ArrayBuffer> {
    const to = new Float64Array(from.length);
    for (let busy = 0; busy <= mostBusy; busy++) {
      for (let waiting = 0; waiting <= mostWaiting; waiting++) {
        const called = Math.max(0, Math.min(waiting, clerks - busy));
        to[(busy + called) * width + waiting - called]! += from[busy * width + waiting]!;
      }
    }
    return to;
  }

  function slope(from: Float64Array, { clerks, rate }: { clerks: number; rate: number }): Float64Array<ArrayBuffer> {
    const change = new Float64Array(from.length);
    for (let busy = 0; busy <= mostBusy; busy++) {
      for (let waiting = 0; waiting <= mostWaiting; waiting++) {
        const at = busy * width + waiting;
        const share = from[at]!;
        if (share === 0) continue;
        if (busy < clerks) flow(change, at, at + width, rate * share);
        else if (waiting < mostWaiting) flow(change, at, at + 1, rate * share);
        const served = (busy / serviceTime) * share;
        // Who is one too many goes home; the others call the next, if there is one.
        if (busy <= clerks && waiting > 0) flow(change, at, at - 1, served);
        else if (busy > 0) flow(change, at, at - width, served);
      }
    }
    return change;
  }

  function means(from: Float64Array): { waiting: number; busy: number } {
    let [waiting, busy] = [0, 0];
    from.forEach((share, at) => {
      waiting += share * (at % width);
      busy += share * Math.floor(at / width);
    });
    return { waiting, busy };
  }
}

function flow(change: Float64Array, from: number, to: number, rate: number): void {
  change[from]! -= rate;
  change[to]! += rate;
}

/** One step of the classical method of order four. Source: Kutta (1901). */
function rungeKutta(
  from: Float64Array<ArrayBuffer>,
  step: number,
  slope: (at: Float64Array) => Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  const k1 = slope(from);
  const k2 = slope(from.map((value, i) => value + (step / 2) * k1[i]!));
  const k3 = slope(from.map((value, i) => value + (step / 2) * k2[i]!));
  const k4 = slope(from.map((value, i) => value + step * k3[i]!));
  return from.map((value, i) => value + (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
}
