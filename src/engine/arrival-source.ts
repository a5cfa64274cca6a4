import type { PlannedSource } from "#plan/plan.js";
import { distributionOf } from "#random/distributions.js";
import { type Key, nameHash, streamKey, uniformOf } from "#random/keys.js";
import { threefry } from "#random/threefry.js";
import { type Draws, onGrid } from "./draws.js";

const dayStream = nameHash("day");
const purposes = {
  interarrival: nameHash("interarrival"),
  group: nameHash("group"),
  service: nameHash("service"),
  dayFactor: nameHash("day-factor"),
  weekday: nameHash("weekday"),
};

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
  number = 0;
  readonly #plan: PlannedSource;
  readonly #draws: Draws;
  /** `[0]`: when the next one comes. `[1]`: points of the rate-1 process so far. `[2]`: factor of the day. */
  readonly state = new Float64Array(3);
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
    this.#piece = 0;
    this.state[1] = 0;
    this.state[2] = this.#dayFactor(streamKey(seed, replication, dayStream));
  }

  /** Moves on to the next visitor, whose time is then in `state[0]`; false when nobody more comes. */
  advance(): boolean {
    this.number++;
    const { pattern } = this.#plan;
    if (pattern.kind === "replay") {
      if (this.number >= pattern.times.length) return false;
      this.state[0] = onGrid(pattern.times[this.number]);
      return true;
    }
    const { state } = this;
    const { starts, expected } = pattern;
    this.#draws.uniform(this.key0, this.key1, this.number, purposes.interarrival, 0);
    state[1] -= Math.log(this.#draws.value[0]);
    const reached = state[1] / state[2];
    if (reached <= expected[0]) {
      state[0] = 0;
      return true;
    }
    const last = expected.length - 1;
    if (reached >= expected[last]) return false;
    let piece = this.#piece;
    while (reached >= expected[piece + 1]) piece++;
    this.#piece = piece;
    const share = (reached - expected[piece]) / (expected[piece + 1] - expected[piece]);
    state[0] = onGrid(starts[piece] + share * (starts[piece + 1] - starts[piece]));
    return true;
  }

  /** The group of visitor `number`. */
  group(): number {
    const { groupShares, pattern } = this.#plan;
    if (pattern.kind === "replay" && pattern.groups[this.number] >= 0) return pattern.groups[this.number];
    return this.#pick(groupShares, purposes.group);
  }

  /** The service that visitor `number` comes for. */
  service(): number {
    const { serviceShares, pattern } = this.#plan;
    if (pattern.kind === "replay" && pattern.services[this.number] >= 0) return pattern.services[this.number];
    return this.#pick(serviceShares, purposes.service);
  }

  #pick(shares: Float64Array, purpose: number): number {
    if (shares.length === 1) return 0;
    this.#draws.uniform(this.key0, this.key1, this.number, purpose, 0);
    const u = this.#draws.value[0];
    let index = 0;
    while (u >= shares[index]) index++;
    return index;
  }

  /** Day and weekday are the same draw for all sources: a busy day is busy for everybody. */
  #dayFactor(key: Key): number {
    const { pattern } = this.#plan;
    if (pattern.kind === "replay") return 1;
    const { dayFactorCv, weekdayFactors } = pattern;
    const words = new Int32Array(2);
    const draw = (purpose: number): number => {
      threefry(words, key[0], key[1], 0, purpose);
      return uniformOf(words[0], words[1]);
    };
    const weekday = weekdayFactors.length === 0 ? 1 : weekdayFactors[Math.floor(draw(purposes.weekday) * weekdayFactors.length)];
    if (dayFactorCv === 0) return weekday;
    return weekday * distributionOf({ kind: "gamma", mean: 1, cv: dayFactorCv }).quantile(draw(purposes.dayFactor));
  }
}
