import type { PooledCounts } from "#engine/wait-counts.js";

/** How often so many people were there, in several cells; there is always room for more people. */
export class CrowdCounts implements PooledCounts {
  width = 32;
  counts: Uint32Array;

  constructor(readonly cells: number) {
    this.counts = new Uint32Array(cells * this.width);
  }

  /** Counts a cell's average number of people, rounded up. */
  add(cell: number, people: number): void {
    const bin = Math.ceil(people);
    if (bin >= this.width) this.#widen(bin);
    this.counts[cell * this.width + bin]++;
  }

  #widen(bin: number): void {
    let width = this.width;
    while (width <= bin) width *= 2;
    const counts = new Uint32Array(this.cells * width);
    for (let cell = 0; cell < this.cells; cell++) {
      counts.set(this.counts.subarray(cell * this.width, (cell + 1) * this.width), cell * width);
    }
    this.counts = counts;
    this.width = width;
  }
}
