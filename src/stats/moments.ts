/**
 * Number, mean and variance of values met one by one. The same values in the same order give the same bits.
 * Source: Welford (1962), Technometrics 4(3).
 */
export class Moments {
  #n = 0;
  #mean = 0;
  #squares = 0;

  /** Takes one value in. NaN means "no value" and is passed over. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.#n += 1;
    const before = value - this.#mean;
    this.#mean += before / this.#n;
    this.#squares += before * (value - this.#mean);
  }

  /** Values taken in. */
  get n(): number {
    return this.#n;
  }

  /** Mean of the values; NaN when there are none. */
  get mean(): number {
    return this.#n === 0 ? Number.NaN : this.#mean;
  }

  /** Unbiased variance, divided by n - 1; NaN for fewer than two values. Exactly 0 when all values are equal. */
  get variance(): number {
    return this.#n < 2 ? Number.NaN : this.#squares / (this.#n - 1);
  }
}
