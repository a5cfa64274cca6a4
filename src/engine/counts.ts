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
  /** The largest number met in each cell. */
  readonly #tops: Uint32Array;

  constructor(readonly cells: number) {
    this.#table = new Float64Array(cells * this.#width);
    this.#tops = new Uint32Array(cells);
  }

  /** Counts a number once. */
  count(cell: number, number: number): void {
    this.#makeRoom(cell, number);
    this.#table[cell * this.#width + number]++;
  }

  /** Adds counts of the same cells. */
  add({ ends, numbers, counts }: SparseCounts): void {
    let entry = 0;
    for (let cell = 0; cell < this.cells; cell++) {
      const end = ends[cell];
      if (end > entry) this.#makeRoom(cell, numbers[end - 1]);
      const row = cell * this.#width;
      for (; entry < end; entry++) this.#table[row + numbers[entry]] += counts[entry];
    }
  }

  /** How often each number was met in a cell, from 0 to the largest; only 0 when none was. A view, not a copy. */
  of(cell: number): Float64Array {
    const row = cell * this.#width;
    return this.#table.subarray(row, row + this.#tops[cell] + 1);
  }

  #makeRoom(cell: number, number: number): void {
    if (number > this.#tops[cell]) this.#tops[cell] = number;
    if (number < this.#width) return;
    const [narrow, table] = [this.#width, this.#table];
    while (this.#width <= number) this.#width *= 2;
    this.#table = new Float64Array(this.cells * this.#width);
    for (let cell = 0; cell < this.cells; cell++) {
      this.#table.set(table.subarray(cell * narrow, (cell + 1) * narrow), cell * this.#width);
    }
  }
}
