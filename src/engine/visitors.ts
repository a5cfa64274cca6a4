/**
 * The visitors now inside, a row each. Rows are used again, so memory grows with the crowd, not with the day.
 */
export class Visitors {
  /** The next instruction. */
  pc = new Int32Array(0);
  source = new Int32Array(0);
  /** The visitor's number in its source: with the source it names the visitor and keys every draw. */
  number = new Int32Array(0);
  group = new Int32Array(0);
  service = new Int32Array(0);
  /** How often a repeated part of the route was started again. */
  pass = new Int32Array(0);
  arrived = new Float64Array(0);
  /** Waiting so far, all queues together. */
  waited = new Float64Array(0);
  hasJoined = new Uint8Array(0);

  /** The present or last line: */
  line = new Int32Array(0);
  joined = new Float64Array(0);
  /** When patience ends: known once it was looked at. */
  expires = new Float64Array(0);
  patiencePurpose = new Int32Array(0);
  /** Planning number of the event that ends this wait; another event for this row is an old one. */
  patienceOrder = new Float64Array(0);
  /** Order of joining, over all lines. */
  joinOrder = new Float64Array(0);
  /** Gave up, but the ticket is still in the line. */
  isAbsent = new Uint8Array(0);
  /** The list the row stands in, and its neighbours there; `next` also links those served together. */
  list = new Int32Array(0);
  next = new Int32Array(0);
  previous = new Int32Array(0);

  /** The server who serves the visitor now; -1: none. */
  server = new Int32Array(0);
  /** When the visitor was called. */
  called = new Float64Array(0);
  /** Who served the visitor last, by station: `lastServers[row * stations + station]`; kept only for plans that return. */
  lastServers = new Int32Array(0);

  #free = new Int32Array(0);
  #freeCount = 0;
  readonly #rememberedStations: number;

  /** @param rememberedStations stations whose last server each visitor remembers: all or 0 */
  constructor(rememberedStations: number) {
    this.#rememberedStations = rememberedStations;
    this.#grow(1024);
  }

  /** A row for somebody who comes in. */
  take(): number {
    if (this.#freeCount === 0) this.#grow(this.pc.length * 2);
    const row = this.#free[--this.#freeCount];
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

  /** Rows in use. */
  get count(): number {
    return this.pc.length - this.#freeCount;
  }

  /** Gives all rows back, the lowest first to be used. */
  clear(): void {
    const length = this.pc.length;
    for (let i = 0; i < length; i++) this.#free[i] = length - 1 - i;
    this.#freeCount = length;
  }

  #grow(length: number): void {
    const old = this.pc.length;
    const wider = <T extends Int32Array | Float64Array | Uint8Array>(kind: new (length: number) => T, from: T, width = 1): T => {
      const to = new kind(length * width);
      to.set(from);
      return to;
    };
    this.pc = wider(Int32Array, this.pc);
    this.source = wider(Int32Array, this.source);
    this.number = wider(Int32Array, this.number);
    this.group = wider(Int32Array, this.group);
    this.service = wider(Int32Array, this.service);
    this.pass = wider(Int32Array, this.pass);
    this.arrived = wider(Float64Array, this.arrived);
    this.waited = wider(Float64Array, this.waited);
    this.hasJoined = wider(Uint8Array, this.hasJoined);
    this.line = wider(Int32Array, this.line);
    this.joined = wider(Float64Array, this.joined);
    this.expires = wider(Float64Array, this.expires);
    this.patiencePurpose = wider(Int32Array, this.patiencePurpose);
    this.patienceOrder = wider(Float64Array, this.patienceOrder);
    this.joinOrder = wider(Float64Array, this.joinOrder);
    this.isAbsent = wider(Uint8Array, this.isAbsent);
    this.list = wider(Int32Array, this.list);
    this.next = wider(Int32Array, this.next);
    this.previous = wider(Int32Array, this.previous);
    this.server = wider(Int32Array, this.server);
    this.called = wider(Float64Array, this.called);
    this.lastServers = wider(Int32Array, this.lastServers, this.#rememberedStations);
    this.#free = wider(Int32Array, this.#free);
    for (let row = length - 1; row >= old; row--) this.#free[this.#freeCount++] = row;
  }
}
