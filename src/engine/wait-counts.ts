/**
 * Waits of one replication counted by the second, in several cells: exact, in memory that does not depend on how many
 * visitors came. Bin 0 of a cell holds those who did not wait at all; bin k > 0 waits above k - 1 and at most k seconds,
 * so "within 20 minutes" is counted exactly. The last bin, three days, holds all longer waits too.
 */
export class WaitCounts {
  width = 0;
  /** `counts[cell * width + bin]` */
  counts = new Uint32Array(0);
  /** The highest bin in use of each cell; -1: none. */
  top = new Int32Array(0);

  constructor(readonly cells: number) {}

  /** The counts of one cell, as far as its highest bin. A view, not a copy. */
  of(cell: number): Uint32Array {
    return this.counts.subarray(cell * this.width, cell * this.width + this.top[cell] + 1);
  }
}
