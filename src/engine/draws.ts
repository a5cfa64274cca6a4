import type { DistributionSpec } from "#random/distribution.js";
import { distributionOf } from "#random/distributions.js";
import { uniformOf } from "#random/keys.js";
import { replaceByNormalQuantile } from "#random/normal-quantile.js";
import { threefry } from "#random/threefry.js";

/** Odd, so that passes of one purpose never meet: 2^32 divided by the golden ratio. */
const PER_PASS = 0x9e3779b1 | 0;

/** How a law is sampled in the hot path; every other law goes through its quantile function. */
const enum Law {
  constant = 0,
  exponential = 1,
  lognormal = 2,
  byQuantile = 3,
}

/**
 * Keyed draws: each a pure function of the visitor's key, its number, and the purpose of the draw.
 *
 * Results are left in `value[0]`, since a fraction returned from a function that is not inlined would be put on the heap.
 * The commonest laws are written out here for the same reason; a test holds them against `src/random`.
 */
export class Draws {
  readonly value = new Float64Array(1);
  readonly #words = new Int32Array(2);
  readonly #laws: Int32Array;
  /** Two a distribution. */
  readonly #parameters: Float64Array;
  readonly #quantiles: ((u: number) => number)[];

  constructor(specs: readonly DistributionSpec[]) {
    this.#laws = Int32Array.from(specs, lawOf);
    this.#parameters = Float64Array.from(specs.flatMap(parametersOf));
    this.#quantiles = specs.map((spec) => distributionOf(spec).quantile);
  }

  /** Leaves a uniform in (0, 1). */
  uniform(key0: number, key1: number, number: number, purpose: number, pass: number): void {
    threefry(this.#words, key0, key1, number, (purpose + Math.imul(pass, PER_PASS)) | 0);
    this.value[0] = uniformOf(this.#words[0], this.#words[1]);
  }

  /** Leaves a variate of a distribution; not rounded to the grid. Costs no random number when the law is constant. */
  sample(distribution: number, key0: number, key1: number, number: number, purpose: number, pass: number): void {
    const { value } = this;
    const parameters = this.#parameters;
    const law = this.#laws[distribution];
    if (law === Law.constant) {
      value[0] = parameters[2 * distribution];
      return;
    }
    this.uniform(key0, key1, number, purpose, pass);
    if (law === Law.exponential) value[0] = -parameters[2 * distribution] * Math.log1p(-value[0]);
    else if (law === Law.lognormal) {
      replaceByNormalQuantile(value);
      value[0] = Math.exp(parameters[2 * distribution] + parameters[2 * distribution + 1] * value[0]);
    } else value[0] = this.#quantiles[distribution](value[0]);
  }
}

function lawOf(spec: DistributionSpec): Law {
  if (spec.kind === "constant") return Law.constant;
  if (spec.kind === "exponential") return Law.exponential;
  if (spec.kind === "lognormal") return Law.lognormal;
  return Law.byQuantile;
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
