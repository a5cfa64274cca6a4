import { type EngineExports, instantiate, noOutside } from "./instance.js";

export { Rank } from "./rank.js";

/** Places in {@link Calendar.clock}. */
export const enum Time {
  now = 0,
  due = 1,
}

/** The list of planned events. Two implementations give the same order: the engine's own and the one driven by `simjs`. */
export interface Calendar {
  /** `clock[Time.now]`: seconds of the event last taken. `clock[Time.due]`: when the event about to be planned is due. */
  readonly clock: Float64Array;
  /** Planning number of the event last taken; the first planned event has number 0. */
  readonly taken: number;
  /** Planning number that the next planned event will get. */
  readonly planned: number;
  /** Plans event `what` (a whole number from 0 to 2^31 - 1) at `clock[Time.due]`, which is not before `clock[Time.now]`. */
  plan(what: number, rank: number): void;
  /** Takes the earliest event and moves the clock to it; -1 when none is left. */
  next(): number;
  /** Is an event of a lower rank than this still due at the present instant? */
  isDueBefore(rank: number): boolean;
  /** Forgets all events and sets the clock to 0. */
  clear(): void;
}

/** The engine's own calendar, outside the engine: for those who hold it against another. */
export class OwnCalendar implements Calendar {
  readonly clock = new Float64Array(2);
  readonly #engine: EngineExports = instantiate(noOutside);

  get taken(): number {
    return this.#engine.taken();
  }

  get planned(): number {
    return this.#engine.planned();
  }

  plan(what: number, rank: number): void {
    this.#engine.plan(this.clock[Time.due], what, rank);
  }

  next(): number {
    const what = this.#engine.next();
    this.clock[Time.now] = this.#engine.now();
    return what;
  }

  isDueBefore(rank: number): boolean {
    return this.#engine.isDueBefore(rank) !== 0;
  }

  clear(): void {
    this.#engine.clear();
    this.clock.fill(0);
  }
}
