/** Entries a block. Two blocks of doubles fit into a processor's first cache beside everything else. */
const ENTRIES = 256;

/** How a journal's arrays are laid out. */
export const enum JournalEntry {
  /** An entry's times start at `entry << JournalEntry.bits`; the last place is not used. */
  bits = 2,
}

/**
 * Facts waiting to be entered in the books, in the order in which they became known.
 *
 * Written one by one while the day runs, read a block at a time in short loops: there V8 keeps the places of all the sums in
 * registers, which it cannot do in an event loop: see src/decisions/hot-path.md.
 */
export class Journal {
  /** What kind of fact, and whose; the writer and the reader agree on it. */
  readonly codes = new Int32Array(ENTRIES);
  /** `times[(entry << JournalEntry.bits) | i]`, i from 0 to 2, seconds from opening. */
  readonly times = new Float64Array(ENTRIES << JournalEntry.bits);
  count = 0;

  get isFull(): boolean {
    return this.count === ENTRIES;
  }
}
