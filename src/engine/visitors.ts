/** Whole numbers of a visitor: `wholes[(row << Whole.bits) + column]`. Side by side, so that a visit touches one cache line. */
export const enum Whole {
  /** The next instruction. */
  pc = 0,
  source = 1,
  /** The visitor's number in its source: with the source it names the visitor and keys every draw. */
  number = 2,
  group = 3,
  /** Service and group in one: the visitor's cell of the tally. */
  visit = 4,
  /** How often a repeated part of the route was started again. */
  pass = 5,
  /** See {@link Mark}. */
  marks = 6,
  /** The present or last line. */
  line = 7,
  /** Its station and the visitor's group in one: the cell of the tally. */
  cell = 8,
  patiencePurpose = 9,
  /** The list the row stands in, and its neighbours there; `next` also links those served together. */
  list = 10,
  next = 11,
  previous = 12,
  /** The server who serves the visitor now; -1: none. */
  server = 13,
  /** The key of the visitor's source. */
  key0 = 14,
  key1 = 15,
  bits = 4,
}

/** Times and orders of a visitor: `reals[(row << Real.bits) + column]`. */
export const enum Real {
  arrived = 0,
  /** Waiting so far, all queues together. */
  waited = 1,
  /** When the visitor joined the present or last line. */
  joined = 2,
  /** When the visitor was called or, gone without, gave up. */
  called = 3,
  /** When the visit ends. */
  left = 4,
  /** When patience ends; Infinity: never; -1: not drawn yet. */
  expires = 5,
  /** Planning number of the event that ends this wait; another event for this row is an old one. -1: none. */
  patienceOrder = 6,
  /** Order of joining, over all lines. */
  joinOrder = 7,
  bits = 3,
}

/** Bits of {@link Whole.marks}. */
export const enum Mark {
  hasJoined = 1,
  /** Gave up, but the ticket is still in the line. */
  isAbsent = 2,
}

/** The visitors now inside, a row each. Rows are used again, so memory grows with the crowd, not with the day. */
export class Visitors {
  wholes = new Int32Array(0);
  reals = new Float64Array(0);
  /** Who served the visitor last, by station: `lastServers[row * stations + station]`; kept only for plans that return. */
  lastServers = new Int32Array(0);

  #capacity = 0;
  /** Rows from here on were not used yet in this replication. */
  #unused = 0;
  /** Rows given back, the last on top. */
  #free = new Int32Array(0);
  #freeCount = 0;
  readonly #rememberedStations: number;

  /** @param rememberedStations stations whose last server each visitor remembers: all or 0 */
  constructor(rememberedStations: number) {
    this.#rememberedStations = rememberedStations;
    this.#grow(256);
  }

  /** A row for somebody who comes in. The arrays may be new ones afterwards. */
  take(): number {
    const row = this.#freeCount > 0 ? this.#free[--this.#freeCount] : this.#takeUnused();
    if (this.#rememberedStations > 0) {
      const first = row * this.#rememberedStations;
      this.lastServers.fill(-1, first, first + this.#rememberedStations);
    }
    return row;
  }

  /** Gives the row of somebody who has left back. */
  giveBack(row: number): void {
    this.#free[this.#freeCount++] = row;
  }

  /** Rows in use: visitors inside, and tickets in a line whose holders have gone. */
  get count(): number {
    return this.#unused - this.#freeCount;
  }

  /** Gives all rows back. */
  clear(): void {
    this.#unused = 0;
    this.#freeCount = 0;
  }

  #takeUnused(): number {
    if (this.#unused === this.#capacity) this.#grow(2 * this.#capacity);
    return this.#unused++;
  }

  #grow(capacity: number): void {
    this.wholes = longer(this.wholes, capacity << Whole.bits);
    this.reals = longer(this.reals, capacity << Real.bits);
    this.lastServers = longer(this.lastServers, capacity * this.#rememberedStations);
    this.#free = longer(this.#free, capacity);
    this.#capacity = capacity;
  }
}

function longer<T extends Int32Array | Float64Array>(from: T, length: number): T {
  const to = new (from.constructor as new (length: number) => T)(length);
  to.set(from);
  return to;
}
