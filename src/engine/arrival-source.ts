import type { PlannedSource, PlannedWalkIn } from "#plan/plan.js";
import { distributionOf } from "#random/distributions.js";
import { type Key, nameHash, streamKey, uniformOf } from "#random/keys.js";
import { threefry } from "#random/threefry.js";
import { onGrid } from "#random/time-grid.js";
import type { Draws } from "./draws.js";

const dayStream = nameHash("day");
const purposes = {
  interarrival: nameHash("interarrival"),
  group: nameHash("group"),
  service: nameHash("service"),
  dayFactor: nameHash("day-factor"),
  weekday: nameHash("weekday"),
};

/** Visitors drawn ahead. */
const BLOCK = 64;

/**
 * One stream of visitors: when the next one comes, and who that is.
 *
 * The non-homogeneous Poisson process is made exactly, by inversion: the n-th visitor comes when the expected number of
 * visitors so far reaches the n-th point of a Poisson process of rate 1. Those at the door are the points below the number
 * expected there. Visitor n is thus the n-th in every reform, whatever the rate.
 * Source: Çinlar (1975), Introduction to Stochastic Processes, ch. 4.7.
 */
export class ArrivalSource {
  key0 = 0;
  key1 = 0;
  /** Number of the next visitor, from 0. */
  number = -1;
  /** The next visitor's place in `times`, `services` and `groups`: visitors are drawn ahead, a block in one short loop. */
  at = -1;
  readonly times = new Float64Array(BLOCK);
  readonly services = new Int32Array(BLOCK);
  readonly groups = new Int32Array(BLOCK);
  readonly #plan: PlannedSource;
  readonly #draws: Draws;
  #drawn = 0;
  /** Points of the rate-1 process so far. */
  #points = 0;
  #dayFactor = 1;
  #piece = 0;

  constructor(plan: PlannedSource, draws: Draws) {
    this.#plan = plan;
    this.#draws = draws;
  }

  /** Starts a replication. */
  start(seed: Key, replication: number): void {
    const key = streamKey(seed, replication, this.#plan.stream);
    this.key0 = key[0];
    this.key1 = key[1];
    this.number = -1;
    this.at = -1;
    this.#drawn = 0;
    this.#piece = 0;
    this.#points = 0;
    this.#dayFactor = this.#drawDayFactor(streamKey(seed, replication, dayStream));
  }

  /** Moves on to the next visitor; false when nobody more comes. */
  advance(): boolean {
    this.number++;
    this.at++;
    return this.at < this.#drawn || this.#drawBlock();
  }

  #drawBlock(): boolean {
    const { pattern, groupShares, serviceShares } = this.#plan;
    this.at = 0;
    if (pattern.kind === "replay") {
      this.#drawn = this.#recall(pattern.times);
      this.#pick(this.groups, groupShares, purposes.group, pattern.groups);
      this.#pick(this.services, serviceShares, purposes.service, pattern.services);
    } else {
      this.#drawn = this.#drawTimes(pattern);
      this.#pick(this.groups, groupShares, purposes.group, null);
      this.#pick(this.services, serviceShares, purposes.service, null);
    }
    return this.#drawn > 0;
  }

  #recall(times: Float64Array): number {
    const count = Math.min(BLOCK, times.length - this.number);
    for (let i = 0; i < count; i++) this.times[i] = onGrid(times[this.number + i]);
    return count;
  }

  /** @returns how many come */
  #drawTimes({ starts, expected }: PlannedWalkIn): number {
    const { times } = this;
    const { value } = this.#draws;
    const last = expected.length - 1;
    let piece = this.#piece;
    let points = this.#points;
    let count = 0;
    for (; count < BLOCK; count++) {
      this.#draws.uniform(this.key0, this.key1, this.number + count, purposes.interarrival, 0);
      points -= Math.log(value[0]);
      const reached = points / this.#dayFactor;
      if (reached >= expected[last]) break;
      if (reached <= expected[0]) times[count] = 0;
      else {
        while (reached >= expected[piece + 1]) piece++;
        const share = (reached - expected[piece]) / (expected[piece + 1] - expected[piece]);
        times[count] = onGrid(starts[piece] + share * (starts[piece + 1] - starts[piece]));
      }
    }
    this.#piece = piece;
    this.#points = points;
    return count;
  }

  /** Group or service of those just drawn: as `known`, else by the cumulative shares. */
  #pick(picks: Int32Array, shares: Float64Array, purpose: number, known: Int32Array | null): void {
    for (let i = 0; i < this.#drawn; i++) {
      picks[i] = known === null ? -1 : known[this.number + i];
      if (picks[i] < 0) picks[i] = shares.length === 1 ? 0 : this.#pickOne(this.number + i, shares, purpose);
    }
  }

  #pickOne(number: number, shares: Float64Array, purpose: number): number {
    this.#draws.uniform(this.key0, this.key1, number, purpose, 0);
    const u = this.#draws.value[0];
    let index = 0;
    while (u >= shares[index]) index++;
    return index;
  }

  /** Day and weekday are the same draw for all sources: a busy day is busy for everybody. */
  #drawDayFactor(key: Key): number {
    const { pattern } = this.#plan;
    if (pattern.kind === "replay") return 1;
    const { dayFactorCv, weekdayFactors } = pattern;
    const words = new Int32Array(2);
    const draw = (purpose: number): number => {
      threefry(words, key[0], key[1], 0, purpose);
      return uniformOf(words[0], words[1]);
    };
    const weekday =
      weekdayFactors.length === 0 ? 1 : weekdayFactors[Math.floor(draw(purposes.weekday) * weekdayFactors.length)];
    if (dayFactorCv === 0) return weekday;
    return weekday * distributionOf({ kind: "gamma", mean: 1, cv: dayFactorCv }).quantile(draw(purposes.dayFactor));
  }
}
