import type { Tally } from "./tally.js";

/** The shares whose waits are wanted; the last is the longest wait. */
const shares = [0.5, 0.9, 0.95, 1] as const;

/** Places of the quantiles in {@link WaitQuantiles.of}. */
export const enum Quantile {
  median = 0,
  p90 = 1,
  p95 = 2,
  max = 3,
}

/**
 * Order statistics of a replication's waits, to the second: the ceil(share · n)-th smallest of each cell, and of all visitors.
 * Each cell's counts are walked once, however many quantiles are wanted.
 */
export class WaitQuantiles {
  /** `values[cell * shares + quantile]`; the cell after the last is that of all visitors. NaN where nobody joined a queue. */
  #values = new Float64Array(0);
  /** Waits of all visitors by second, as far as `wholeTop`. */
  whole: Uint32Array = new Uint32Array(1024);
  #merged: Uint32Array = new Uint32Array(1024);

  /** Takes the waits of a replication. */
  open(tally: Tally): void {
    const { waits } = tally;
    if (this.#values.length === 0) this.#values = new Float64Array((waits.cells + 1) * shares.length);
    for (let cell = 0; cell < waits.cells; cell++) this.#walk(waits.of(cell), cell);
    this.whole = this.#allVisitors(tally);
    this.#walk(this.whole, waits.cells);
  }

  /** A quantile of one cell of the waits; `-1`: of all visitors. */
  of(cell: number, quantile: Quantile): number {
    const at = cell < 0 ? this.#values.length / shares.length - 1 : cell;
    return this.#values[at * shares.length + quantile];
  }

  #walk(counts: Uint32Array, cell: number): void {
    const first = cell * shares.length;
    let n = 0;
    for (let wait = 0; wait < counts.length; wait++) n += counts[wait];
    if (n === 0) {
      this.#values.fill(Number.NaN, first, first + shares.length);
      return;
    }
    let below = 0;
    let wait = -1;
    for (let i = 0; i < shares.length - 1; i++) {
      const rank = Math.ceil(shares[i] * n);
      while (below < rank) below += counts[++wait];
      this.#values[first + i] = wait;
    }
    this.#values[first + Quantile.max] = counts.length - 1;
  }

  /** Every visitor is in the cell of one service and of one group, so the fewer of these are added up. */
  #allVisitors({ waits, stations, services, groups }: Tally): Uint32Array {
    const [firstCell, count] = services <= groups ? [stations, services] : [stations + services, groups];
    if (count === 1) return waits.of(firstCell);
    let length = 0;
    for (let cell = firstCell; cell < firstCell + count; cell++) length = Math.max(length, waits.of(cell).length);
    if (this.#merged.length < length) this.#merged = new Uint32Array(waits.width);
    const merged = this.#merged.subarray(0, length);
    merged.fill(0);
    for (let cell = firstCell; cell < firstCell + count; cell++) {
      const counts = waits.of(cell);
      for (let wait = 0; wait < counts.length; wait++) merged[wait] += counts[wait];
    }
    return merged;
  }
}
