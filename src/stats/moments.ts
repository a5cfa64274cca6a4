/** What is known of values met one by one. */
export interface Moments {
  /** How many there were. */
  readonly n: number;
  /** NaN when there were none. */
  readonly mean: number;
  /** Unbiased variance, divided by n - 1; NaN for fewer than two values. Exactly 0 when all values are equal. */
  readonly variance: number;
}

/**
 * Moments of many quantities, each of which has one value a replication or none. The same values in the same order give
 * the same bits.
 * Source: Welford (1962), Technometrics 4(3).
 */
export class MomentsTable {
  readonly #n: Float64Array;
  readonly #means: Float64Array;
  readonly #squares: Float64Array;

  constructor(readonly width: number) {
    this.#n = new Float64Array(width);
    this.#means = new Float64Array(width);
    this.#squares = new Float64Array(width);
  }

  /** Takes in `values[first]` to `values[first + width - 1]`, one of each quantity. NaN means "no value". */
  addRow(values: Float64Array, first = 0): void {
    const [ns, means, squares] = [this.#n, this.#means, this.#squares];
    for (let i = 0; i < this.width; i++) {
      const value = values[first + i];
      if (Number.isNaN(value)) continue;
      ns[i] += 1;
      const before = value - means[i];
      means[i] += before / ns[i];
      squares[i] += before * (value - means[i]);
    }
  }

  /** Of one quantity, as far as its values are taken in now. */
  of(quantity: number): Moments {
    const n = this.#n[quantity];
    return {
      n,
      mean: n === 0 ? Number.NaN : this.#means[quantity],
      variance: n < 2 ? Number.NaN : this.#squares[quantity] / (n - 1),
    };
  }
}
