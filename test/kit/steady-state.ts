import { Outcome } from "#plan/plan.js";
import type { CentreBuilder, GroupOptions } from "./a-centre.js";
import type { Expectation } from "./interval.js";
import type { Tally } from "./tally.js";

/** Arrivals at a constant rate, of which only those in the middle of the run are counted. */
export interface SteadyArrivals {
  /** Visitors a second, by class. */
  readonly rates: readonly number[];
  /** Seconds before the count begins, and after it ends until the doors close. */
  readonly warmUp: number;
  /** Seconds of counting; a multiple of `warmUp`. */
  readonly counting: number;
  /** Settings of the groups of each class; none: one plain class. */
  readonly classes?: readonly GroupOptions[];
}

/**
 * A Poisson stream of several classes that starts in an empty centre. The visitors who come after the warm-up and before
 * the cool-down are groups of their own, `counted-0` and so on, otherwise like the others: what the tally says of them is free
 * of the empty start, and of the empty end too.
 */
export function withSteadyArrivals(centre: CentreBuilder, arrivals: SteadyArrivals): CentreBuilder {
  const { rates, warmUp, counting, classes = rates.map(() => ({})) } = arrivals;
  const pieces = counting / warmUp;
  const rate = rates.reduce((sum, each) => sum + each, 0);
  centre.withDay({ length: counting + 2 * warmUp, interval: counting + 2 * warmUp });
  for (const name of ["uncounted", "counted"]) {
    classes.forEach((options, i) => {
      centre.withGroup(`${name}-${i}`, { share: rates[i]! / rate, ...options });
    });
  }
  const inside = Array.from({ length: pieces + 2 }, (_, piece) => (piece > 0 && piece <= pieces ? 1 : 0));
  const zeros = rates.map(() => 0);
  return centre
    .withPoisson(rate * counting, { id: "counted", weights: inside, groups: [...zeros, ...rates] })
    .withPoisson(rate * 2 * warmUp, { id: "uncounted", weights: inside.map((share) => 1 - share), groups: rates });
}

/**
 * Expectations about those counted. Each is the mean over the expected number of visitors, which is exact; divided by their
 * actual number it would be biased. That number serves as a control variate: it makes the intervals narrower and no more.
 */
export class Counted {
  readonly #counting: number;
  readonly #rates: readonly number[];

  constructor(arrivals: SteadyArrivals) {
    this.#counting = arrivals.counting;
    this.#rates = arrivals.rates;
  }

  /** Mean wait at a station, of each visit there; `visits` a visitor on average. */
  wait(oracle: number, { station = 0, of = 0, visits = 1 } = {}): Expectation {
    return this.#perVisitor(`mean wait of class ${of} at station ${station}`, of, oracle * visits, (tally, group) =>
      at(tally.queued, tally, station, group),
    );
  }

  /** Share of visitors who wait at most so many whole seconds, all queues together. */
  waitsAtMost(seconds: number, oracle: number, { of = 0 } = {}): Expectation {
    return this.#perVisitor(`share of class ${of} who wait at most ${seconds} s`, of, oracle, (tally, group) => {
      const counts = tally.waits.of(tally.stations + tally.services + group);
      return counts.subarray(0, seconds + 1).reduce((sum, count) => sum + count, 0);
    });
  }

  /** Mean of the square of the wait. Counted by the second, so each is taken at the middle of its second. */
  squaredWait(oracle: number, { of = 0 } = {}): Expectation {
    return this.#perVisitor(`mean squared wait of class ${of}`, of, oracle, (tally, group) =>
      tally.waits
        .of(tally.stations + tally.services + group)
        .reduce((sum, count, second) => sum + count * Math.max(0, second - 0.5) ** 2, 0),
    );
  }

  /** Share of visitors whose visit ends so. */
  ends(outcome: Outcome, oracle: number, { of = 0 } = {}): Expectation {
    return this.#perVisitor(`share of class ${of} with outcome ${outcome}`, of, oracle, (tally, group) => {
      let count = 0;
      for (let service = 0; service < tally.services; service++)
        count += tally.outcomes[(service * tally.groups + group) * Outcome.count + outcome]!;
      return count;
    });
  }

  /** Visits to a station, a visitor. */
  visits(oracle: number, { station = 0, of = 0 } = {}): Expectation {
    return this.#perVisitor(`visits of class ${of} to station ${station}`, of, oracle, (tally, group) =>
      at(tally.joined, tally, station, group),
    );
  }

  #perVisitor(name: string, of: number, oracle: number, sum: (tally: Tally, group: number) => number): Expectation {
    const expected = this.#rates[of]! * this.#counting;
    const value = (tally: Tally): number => {
      const group = this.#rates.length + of;
      return oracle + (sum(tally, group) - oracle * came(tally, group)) / expected;
    };
    return { name, oracle, value };
  }
}

/**
 * Seconds after which an M/M/c queue that began empty is within e^-20 of its steady state: twenty of its relaxation times.
 * Source: Morse (1955), Operations Research 3(3); Cohen (1982), The Single Server Queue.
 */
export function warmUpOf({ rate, servers, time }: { rate: number; servers: number; time: number }): number {
  return 20 / (Math.sqrt(servers / time) - Math.sqrt(rate)) ** 2;
}

const came = ({ came, services, groups }: Tally, group: number): number => {
  let count = 0;
  for (let service = 0; service < services; service++) count += came[service * groups + group]!;
  return count;
};

const at = (values: Float64Array, { groups }: Tally, station: number, group: number): number =>
  values[station * groups + group]!;
