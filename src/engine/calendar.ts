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
  taken: number;
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
  taken = -1;
  planned = 0;
  #times = new Float64Array(256);
  #orders = new Float64Array(256);
  #whats = new Int32Array(256);
  #size = 0;
  #hasHole = false;

  plan(what: number, rank: number): void {
    const time = this.clock[Time.due];
    const order = rank * RANK + this.planned++;
    if (this.#hasHole) {
      this.#hasHole = false;
      this.#sink(time, order, what);
    } else {
      if (this.#size === this.#times.length) this.#grow();
      this.#rise(time, order, what);
    }
  }

  next(): number {
    if (this.#hasHole) this.#fillHole();
    if (this.#size === 0) return -1;
    this.#hasHole = true;
    this.clock[Time.now] = this.#times[0];
    this.taken = this.#orders[0] % RANK;
    return this.#whats[0];
  }

  isDueBefore(rank: number): boolean {
    const times = this.#times;
    const now = this.clock[Time.now];
    const limit = rank * RANK;
    if (!this.#hasHole) return this.#size > 0 && times[0] === now && this.#orders[0] < limit;
    // The root is a hole: the earliest is one of its two children.
    const size = this.#size;
    if (size > 1 && times[1] === now && this.#orders[1] < limit) return true;
    return size > 2 && times[2] === now && this.#orders[2] < limit;
  }

  clear(): void {
    this.#size = 0;
    this.#hasHole = false;
    this.planned = 0;
    this.taken = -1;
    this.clock.fill(0);
  }

  #fillHole(): void {
    this.#hasHole = false;
    const last = --this.#size;
    if (last > 0) this.#sink(this.#times[last], this.#orders[last], this.#whats[last]);
  }

  /** Puts an event at the root and lets it sink to its place. */
  #sink(time: number, order: number, what: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const whats = this.#whats;
    const size = this.#size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let childTime = times[child];
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right];
        if (rightTime < childTime || (rightTime === childTime && orders[right] < orders[child])) {
          child = right;
          childTime = rightTime;
        }
      }
      if (time < childTime || (time === childTime && order < orders[child])) break;
      times[at] = childTime;
      orders[at] = orders[child];
      whats[at] = whats[child];
      at = child;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = what;
  }

  /** Puts an event at the end and lets it rise to its place. */
  #rise(time: number, order: number, what: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const whats = this.#whats;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && orders[parent] < order)) break;
      times[at] = parentTime;
      orders[at] = orders[parent];
      whats[at] = whats[parent];
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    whats[at] = what;
  }

  #grow(): void {
    const length = this.#times.length * 2;
    const times = new Float64Array(length);
    const orders = new Float64Array(length);
    const whats = new Int32Array(length);
    times.set(this.#times);
    orders.set(this.#orders);
    whats.set(this.#whats);
    this.#times = times;
    this.#orders = orders;
    this.#whats = whats;
  }
}
