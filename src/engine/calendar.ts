/**
 * What happens first at one instant: the ladder of ties, written once. Below it, the order of planning decides.
 * A walk's end counts as a finish; a breakdown stands with the repair.
 */
export const enum Rank {
  finish = 0,
  repair = 1,
  roster = 2,
  patience = 3,
  call = 4,
  arrival = 5,
  sample = 6,
}

/** Places in {@link Calendar.clock}. */
export const enum Time {
  now = 0,
  due = 1,
}

/**
 * The list of planned events. Two implementations give the same order: {@link OwnCalendar} and the one driven by `simjs`.
 *
 * Times pass through `clock`, not through arguments: a fraction handed to a function that V8 does not inline is put into
 * an object on the heap, and the engine allocates nothing per event.
 */
export interface Calendar {
  /** `clock[Time.now]`: seconds of the event last taken. `clock[Time.due]`: when the event about to be planned is due. */
  readonly clock: Float64Array;
  /** Planning number of the event last taken; the first planned event has number 0. */
  readonly taken: number;
  /** Planning number that the next planned event will get. */
  planned: number;
  /** Plans event `what` (a whole number from 0 to 2^31 - 1) at `clock[Time.due]`, which is not before `clock[Time.now]`. */
  plan(what: number, rank: number): void;
  /** Takes the earliest event and moves the clock to it; -1 when none is left. */
  next(): number;
  /** Is an event of a lower rank than this still due at the present instant? */
  isDueBefore(rank: number): boolean;
  /** Forgets all events and sets the clock to 0. */
  clear(): void;
}

/** Ranks stand above the planning number in one comparable number: exact up to 2^48 events. */
const RANK = 2 ** 48;

/**
 * The engine's own calendar: a binary heap in typed arrays.
 *
 * Taking an event leaves a hole at the root, which the next planned event fills: in a queue almost every event plans
 * one successor, and one pass down the heap then does the work of two.
 */
export class OwnCalendar implements Calendar {
  readonly clock = new Float64Array(2);
  planned = 0;
  /** Time and order of each event, side by side. */
  #keys = new Float64Array(512);
  #whats = new Int32Array(256);
  #size = 0;
  #hasHole = false;
  /** Time and order of the event that is being put in its place. */
  readonly #moving = new Float64Array(2);
  readonly #lastOrder = new Float64Array(1).fill(-1);

  /** Worked out when asked: the remainder of two doubles is dear, and most events are never asked. */
  get taken(): number {
    return this.#lastOrder[0] % RANK;
  }

  plan(what: number, rank: number): void {
    this.#moving[0] = this.clock[Time.due];
    this.#moving[1] = rank * RANK + this.planned++;
    if (this.#hasHole) {
      this.#hasHole = false;
      this.#sink(what);
    } else {
      if (this.#size === this.#whats.length) this.#grow();
      this.#rise(what);
    }
  }

  next(): number {
    if (this.#hasHole) this.#fillHole();
    if (this.#size === 0) return -1;
    this.#hasHole = true;
    const keys = this.#keys;
    this.clock[Time.now] = keys[0];
    this.#lastOrder[0] = keys[1];
    return this.#whats[0];
  }

  isDueBefore(rank: number): boolean {
    const keys = this.#keys;
    const now = this.clock[Time.now];
    const size = this.#size;
    if (!this.#hasHole) return size > 0 && keys[0] === now && keys[1] < rank * RANK;
    // The root is a hole: the earliest is one of its two children.
    if (size > 1 && keys[2] === now && keys[3] < rank * RANK) return true;
    return size > 2 && keys[4] === now && keys[5] < rank * RANK;
  }

  clear(): void {
    this.#size = 0;
    this.#hasHole = false;
    this.planned = 0;
    this.#lastOrder[0] = -1;
    this.clock.fill(0);
  }

  #fillHole(): void {
    this.#hasHole = false;
    const last = --this.#size;
    if (last <= 0) return;
    this.#moving[0] = this.#keys[last << 1];
    this.#moving[1] = this.#keys[(last << 1) | 1];
    this.#sink(this.#whats[last]);
  }

  /** Puts the moving event at the root and lets it sink to its place. */
  #sink(what: number): void {
    const time = this.#moving[0];
    const order = this.#moving[1];
    const keys = this.#keys;
    const whats = this.#whats;
    const size = this.#size;
    let at = 0;
    for (;;) {
      let child = (at << 1) | 1;
      if (child >= size) break;
      let childTime = keys[child << 1];
      const right = child + 1;
      if (right < size) {
        const rightTime = keys[right << 1];
        if (rightTime < childTime || (rightTime === childTime && keys[(right << 1) | 1] < keys[(child << 1) | 1])) {
          child = right;
          childTime = rightTime;
        }
      }
      const childOrder = keys[(child << 1) | 1];
      if (time < childTime || (time === childTime && order < childOrder)) break;
      keys[at << 1] = childTime;
      keys[(at << 1) | 1] = childOrder;
      whats[at] = whats[child];
      at = child;
    }
    keys[at << 1] = time;
    keys[(at << 1) | 1] = order;
    whats[at] = what;
  }

  /** Puts the moving event at the end and lets it rise to its place. */
  #rise(what: number): void {
    const time = this.#moving[0];
    const order = this.#moving[1];
    const keys = this.#keys;
    const whats = this.#whats;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = keys[parent << 1];
      const parentOrder = keys[(parent << 1) | 1];
      if (parentTime < time || (parentTime === time && parentOrder < order)) break;
      keys[at << 1] = parentTime;
      keys[(at << 1) | 1] = parentOrder;
      whats[at] = whats[parent];
      at = parent;
    }
    keys[at << 1] = time;
    keys[(at << 1) | 1] = order;
    whats[at] = what;
  }

  #grow(): void {
    const length = this.#whats.length * 2;
    const keys = new Float64Array(2 * length);
    const whats = new Int32Array(length);
    keys.set(this.#keys);
    whats.set(this.#whats);
    this.#keys = keys;
    this.#whats = whats;
  }
}
