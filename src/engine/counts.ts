/**
 * How often each whole number was met, in several cells: only the numbers that were, cell after cell, the smallest first.
 * The same counts are the same entries, whoever counted.
 */
export interface SparseCounts {
  /** Where the entries of each cell end; those of the first begin at 0. */
  readonly ends: Uint32Array;
  /** The number of each entry. */
  readonly numbers: Uint32Array;
  /** How often it was met. */
  readonly counts: Uint32Array;
}

/** The least numbers there is room for from the start. */
const NARROWEST = 32;

/** How often each whole number was met, in several cells; there is always room for larger numbers. */
export class Counts {
  #width = NARROWEST;
  /** `table[cell * width + number]` */
  #table: Float64Array;

  constructor(readonly cells: number) {
    this.#table = new Float64Array(cells * this.#width);
  }

  /** All counts below this number are told by {@link of}; those above are 0. */
  get width(): number {
    return this.#width;
  }

  /** Counts a number once. */
  count(cell: number, number: number): void {
    if (number >= this.#width) this.#widen(number);
    this.#table[cell * this.#width + number]++;
  }

  /** Adds counts of the same cells. */
  add({ ends, numbers, counts }: SparseCounts): void {
    let entry = 0;
    for (let cell = 0; cell < this.cells; cell++) {
      const end = ends[cell];
      if (end > entry && numbers[end - 1] >= this.#width) this.#widen(numbers[end - 1]);
      const row = cell * this.#width;
      for (; entry < end; entry++) this.#table[row + numbers[entry]] += counts[entry];
    }
  }

  /** How often each number from 0 on was met in a cell. A view, not a copy. */
  of(cell: number): Float64Array {
    return this.#table.subarray(cell * this.#width, (cell + 1) * this.#width);
  }

  sparse(): SparseCounts {
    const length = this.#table.reduce((sum, count) => (count === 0 ? sum : sum + 1), 0);
    const [ends, numbers, counts] = [this.cells, length, length].map((size) => new Uint32Array(size));
    let entry = 0;
    for (let cell = 0; cell < this.cells; cell++) {
      this.of(cell).forEach((count, number) => {
        if (count === 0) return;
        numbers[entry] = number;
        counts[entry++] = count;
      });
      ends[cell] = entry;
    }
    return { ends, numbers, counts };
  }

  #widen(number: number): void {
    const [narrow, table] = [this.#width, this.#table];
    while (this.#width <= number) this.#width *= 2;
    this.#table = new Float64Array(this.cells * this.#width);
    for (let cell = 0; cell < this.cells; cell++) {
      this.#table.set(table.subarray(cell * narrow, (cell + 1) * narrow), cell * this.#width);
    }
  }
}
