import { nameHash } from "#random/keys.js";
import type { ArrivalPattern, Arrivals, Scenario } from "#scenario/scenario.js";
import type { PlannedReplay, PlannedSource, PlannedWalkIn } from "./plan.js";

/** The streams of visitors: whose number keys every draw, and when they come. */
export function planArrivals(scenario: Scenario): PlannedSource[] {
  return scenario.arrivals.map((arrivals) => planSource(arrivals, scenario.day.length));
}

function planSource(arrivals: Arrivals, closes: number): PlannedSource {
  const { id, pattern, groupShares, serviceShares } = arrivals;
  return {
    id,
    stream: nameHash(`arrivals/${id}`),
    groupShares: cumulative(groupShares),
    serviceShares: cumulative(serviceShares),
    pattern: pattern.kind === "walk-in" ? planWalkIn(pattern, closes) : planReplay(pattern.visitors),
  };
}

/** Running sums of shares, scaled so that the last is exactly 1. */
function cumulative(shares: readonly number[]): Float64Array {
  const sums = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, i) => {
    sum += share;
    sums[i] = sum;
  });
  return sums.map((value, i) => (i === sums.length - 1 ? 1 : value / sum));
}

/** The expected number of visitors as a function of time: those at the door, then straight lines, one a piece. */
function planWalkIn(pattern: Extract<ArrivalPattern, { kind: "walk-in" }>, closes: number): PlannedWalkIn {
  const { perDay, atDoor, every, weights, dayFactorCv, weekdays } = pattern;
  const pieces = weights.map((weight, i) => {
    const start = i * every;
    const end = Math.min(start + every, closes);
    return { start, end, weight: weight * (end - start) };
  });
  const whole = pieces.reduce((sum, piece) => sum + piece.weight, 0);
  const starts = new Float64Array(pieces.length + 1);
  const expected = new Float64Array(pieces.length + 1);
  expected[0] = perDay * atDoor;
  pieces.forEach((piece, i) => {
    starts[i + 1] = piece.end;
    expected[i + 1] = expected[i] + (perDay * (1 - atDoor) * piece.weight) / whole;
  });
  return {
    kind: "walk-in",
    starts,
    expected,
    dayFactorCv,
    weekdayFactors: Float64Array.from(weekdays, (weekday) => weekday.factor),
  };
}

function planReplay(visitors: Extract<ArrivalPattern, { kind: "replay" }>["visitors"]): PlannedReplay {
  const inOrder = [...visitors].sort((a, b) => a.at - b.at);
  return {
    kind: "replay",
    times: Float64Array.from(inOrder, (visitor) => visitor.at),
    services: Int32Array.from(inOrder, (visitor) => visitor.service),
    groups: Int32Array.from(inOrder, (visitor) => visitor.group),
  };
}
