/** Waits longer than this, three days, are counted as this. */
const LONGEST = 2 ** 18 - 1;

/** The bin that a wait is counted in; `wait` in seconds, at least 0. */
function binOf(wait: number): number {
  const bin = Math.ceil(wait);
  return bin < LONGEST ? bin : LONGEST;
}

/**
 * Waits counted by the second, in several cells at once: exact to count and to merge, in memory that does not depend on how
 * many visitors came. Bin 0 of a cell holds those who did not wait at all; bin k > 0 waits above k - 1 and at most k seconds,
 * so "within 20 minutes" is counted exactly.
 */
export class WaitCounts {
  /** `counts[cell * width + bin]` */
  counts: Uint32Array;
  width = 1024;
  /** The highest bin in use of each cell; -1: none. */
  top: Int32Array;

  constructor(readonly cells: number) {
    this.counts = new Uint32Array(cells * this.width);
    this.top = new Int32Array(cells).fill(-1);
  }

  add(cell: number, wait: number): void {
    const bin = binOf(wait);
    if (bin >= this.width) this.#widen(bin);
    this.counts[cell * this.width + bin]++;
    if (bin > this.top[cell]) this.top[cell] = bin;
  }

  /** Adds all counts of another one with the same cells. */
  merge(other: WaitCounts): void {
    for (let cell = 0; cell < this.cells; cell++) {
      const top = other.top[cell];
      if (top >= this.width) this.#widen(top);
      if (top > this.top[cell]) this.top[cell] = top;
      const to = this.counts.subarray(cell * this.width);
      const from = other.of(cell);
      for (let bin = 0; bin <= top; bin++) to[bin] += from[bin];
    }
  }

  /** The counts of one cell, as far as its highest bin. A view, not a copy. */
  of(cell: number): Uint32Array {
    return this.counts.subarray(cell * this.width, cell * this.width + this.top[cell] + 1);
  }

  #widen(bin: number): void {
    let width = this.width;
    while (width <= bin) width *= 2;
    const counts = new Uint32Array(this.cells * width);
    for (let cell = 0; cell < this.cells; cell++) counts.set(this.of(cell), cell * width);
    this.counts = counts;
    this.width = width;
  }
}
