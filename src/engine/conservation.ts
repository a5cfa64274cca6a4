import { Outcome } from "#plan/plan.js";
import { assert } from "./invariant-error.js";
import type { Tally } from "./tally.js";

/** Sums of times are exact below this many seconds; beyond, they are compared to one part in 10^9. */
const EXACT_BELOW = 2 ** 32;

/**
 * Checks the books of one replication: nobody is lost, and no second.
 *
 * - came = served + gave up + turned away + denied + inside at the end
 * - the queue's area over time = the waits of those who stood in it (Little's law), at each station
 * - the area of people inside = the times of those who came
 * - time in the centre = waiting + being served + between stations
 *
 * @throws InvariantError
 */
export function checkConservation(tally: Tally): void {
  assert(tally.lost === 0, () => `${tally.lost} visitors are neither out nor counted as inside`);
  for (let cell = 0; cell < tally.came.length; cell++) {
    let endings = 0;
    for (let ending = 0; ending < Outcome.count; ending++) endings += tally.outcomes[cell * Outcome.count + ending];
    assert(endings === tally.came[cell], () => `${tally.came[cell]} visitors came, ${endings} are accounted for`);
  }
  for (let station = 0; station < tally.stations; station++) {
    const first = station * tally.groups;
    const queued = sum(tally.queued.subarray(first, first + tally.groups));
    agree("waits and queue length over time", queued, tally.areaOf(tally.rowOfWaiting(station)));
  }
  agree("times and people inside over time", sum(tally.timeInside), tally.areaOf(tally.rowOfInside));
  agree("waits by visitor and by station", sum(tally.waited), sum(tally.queued));
  const parts = sum(tally.queued) + sum(tally.inHand) + sum(tally.between);
  agree("time in the centre and its parts", sum(tally.timeInside), parts);
}

function agree(what: string, one: number, other: number): void {
  const tolerance = one < EXACT_BELOW ? 0 : one * 1e-9;
  assert(Math.abs(one - other) <= tolerance, () => `${what} do not agree: ${one} s and ${other} s`);
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
