import { distributionOf } from "#random/distributions.js";
import type { DistributionSpec } from "#random/distribution.js";
import { uniformOf } from "#random/keys.js";
import { normalQuantile } from "#random/normal-quantile.js";
import { threefry } from "#random/threefry.js";

/**
 * All times are whole multiples of 2^-20 s, about a microsecond. Sums and differences of such times are exact below 2^33 s,
 * so results do not depend on the order of adding, a day's books balance to the bit, and any calendar agrees on what is first.
 * Adding and taking away 1.5 · 2^32 rounds a double to that grid.
 */
const ROUNDER = 1.5 * 2 ** 32;

/** A time rounded to the grid; `time` from 0 to 2^31 seconds. */
export function onGrid(time: number): number {
  return time + ROUNDER - ROUNDER;
}

/** Odd, so that passes of one purpose never meet: 2^32 divided by the golden ratio. */
const PER_PASS = 0x9e3779b1 | 0;

/** How a law is sampled in the hot path; every other law goes through its quantile function. */
const CONSTANT = 0;
const EXPONENTIAL = 1;
const LOGNORMAL = 2;
const BY_QUANTILE = 3;

/**
 * Keyed draws: each a pure function of the visitor's key, its number, and the purpose of the draw.
 *
 * Results are left in `value[0]`, since a fraction returned from a function that is not inlined would be put on the heap.
 * The commonest laws are written out here for the same reason; a test holds them against `src/random`.
 */
export class Draws {
  readonly value = new Float64Array(1);
  readonly #words = new Int32Array(2);
  readonly #kinds: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #quantiles: ((u: number) => number)[];

  constructor(specs: readonly DistributionSpec[]) {
    this.#kinds = Int32Array.from(specs, kindOf);
    this.#first = Float64Array.from(specs, (spec) => parametersOf(spec)[0]);
    this.#second = Float64Array.from(specs, (spec) => parametersOf(spec)[1]);
    this.#quantiles = specs.map((spec) => distributionOf(spec).quantile);
  }

  /** Leaves a uniform in (0, 1). */
  uniform(key0: number, key1: number, number: number, purpose: number, pass: number): void {
    threefry(this.#words, key0, key1, number, (purpose + Math.imul(pass, PER_PASS)) | 0);
    this.value[0] = uniformOf(this.#words[0], this.#words[1]);
  }

  /** Turns the uniform in `value[0]` into a variate of a distribution; not rounded to the grid. */
  transform(distribution: number): void {
    const { value } = this;
    switch (this.#kinds[distribution]) {
      case CONSTANT:
        value[0] = this.#first[distribution];
        break;
      case EXPONENTIAL:
        value[0] = -this.#first[distribution] * Math.log1p(-value[0]);
        break;
      case LOGNORMAL:
        value[0] = Math.exp(this.#first[distribution] + this.#second[distribution] * normalQuantile(value[0]));
        break;
      default:
        value[0] = this.#quantiles[distribution](value[0]);
    }
  }

  /** Leaves a variate of a distribution; not rounded to the grid. Costs no random number when the law is constant. */
  sample(distribution: number, key0: number, key1: number, number: number, purpose: number, pass: number): void {
    if (this.#kinds[distribution] !== CONSTANT) this.uniform(key0, key1, number, purpose, pass);
    this.transform(distribution);
  }
}

function kindOf(spec: DistributionSpec): number {
  if (spec.kind === "constant") return CONSTANT;
  if (spec.kind === "exponential") return EXPONENTIAL;
  if (spec.kind === "lognormal") return LOGNORMAL;
  return BY_QUANTILE;
}

/** Value, mean, or mean and sd of the logarithm. */
function parametersOf(spec: DistributionSpec): readonly [number, number] {
  if (spec.kind === "constant") return [spec.value, 0];
  if (spec.kind === "exponential") return [spec.mean, 0];
  if (spec.kind === "lognormal") {
    const variance = Math.log1p(spec.cv ** 2);
    return [Math.log(spec.mean) - variance / 2, Math.sqrt(variance)];
  }
  return [0, 0];
}
