import { type Calendar, Rank, Time } from "./calendar.js";
import { type SimjsEntity, type SimjsSimulation, simjs } from "./simjs-shim.js";

interface PlannedEvent {
  readonly what: number;
  readonly rank: number;
  readonly number: number;
}

/** Sets all timers. `simjs` insists on a `start()`. */
class Timekeeper extends simjs.Entity {
  start(): void {}
}

/**
 * The calendar driven by `simjs`: an independent event list to check {@link OwnCalendar} against, several times slower.
 *
 * Only what was confirmed of `simjs` is used: timers, one step at a time, equal times first in, first out. A timer is
 * set for `due - now` and fires at `now + (due - now)`; engine times are multiples of 2^-20 s below 2^31 s, so
 * both are exact in a double and the two clocks agree to the last bit.
 *
 * `simjs` knows no ranks. So everything due at the present instant is let out of its calendar first and laid on the
 * rung of its rank. It arrives there in the order of planning, which is `simjs`'s own order of ties, and is handed
 * out from the lowest rung. A timer of no delay, set now, fires after all that were due now already: it is the
 * sentinel that tells when the instant is complete, without a look into the package's insides.
 */
export class SimjsCalendar implements Calendar {
  readonly clock = new Float64Array(2);
  taken = -1;
  planned = 0;
  #simulation!: SimjsSimulation;
  #timekeeper!: SimjsEntity;
  readonly #rungs = Array.from({ length: Rank.sample + 1 }, () => new Rung());
  /** Nothing that is due at the present instant is still inside `simjs`. */
  #isComplete = true;
  #isSentinelDue = false;

  readonly #layOnRung = (event: PlannedEvent): void => this.#rungs[event.rank].add(event);
  readonly #meetSentinel = (): void => {
    this.#isSentinelDue = true;
  };

  constructor() {
    this.clear();
  }

  plan(what: number, rank: number): void {
    const due = this.clock[Time.due];
    const now = this.clock[Time.now];
    const event: PlannedEvent = { what, rank, number: this.planned++ };
    this.#timekeeper.setTimer(due - now).done(this.#layOnRung, this.#timekeeper, event);
    if (due === now) this.#isComplete = false;
  }

  next(): number {
    this.#completeInstant();
    let rung = this.#lowestRung();
    if (rung === undefined) {
      if (!this.#simulation.step()) return -1;
      this.clock[Time.now] = this.#simulation.time();
      this.#isComplete = false;
      this.#completeInstant();
      rung = this.#lowestRung()!;
    }
    const event = rung.take();
    this.taken = event.number;
    return event.what;
  }

  isDueBefore(rank: number): boolean {
    this.#completeInstant();
    return this.#rungs.some((rung, itsRank) => itsRank < rank && !rung.isEmpty());
  }

  /**
   * Starts a new simulation: one that is used on would keep its clock, its order numbers and any event still pending.
   * What `simjs` counts over the whole process, the objects of each class, only goes into their ids; nobody reads those.
   */
  clear(): void {
    this.#simulation = new simjs.Sim();
    this.#timekeeper = this.#simulation.addEntity(Timekeeper, "timekeeper");
    for (const rung of this.#rungs) rung.clear();
    this.#isComplete = true;
    this.planned = 0;
    this.taken = -1;
    this.clock.fill(0);
  }

  #completeInstant(): void {
    if (this.#isComplete) return;
    this.#isSentinelDue = false;
    this.#timekeeper.setTimer(0).done(this.#meetSentinel);
    while (!this.#isSentinelDue) this.#simulation.step();
    this.#isComplete = true;
  }

  #lowestRung(): Rung | undefined {
    return this.#rungs.find((rung) => !rung.isEmpty());
  }
}

/** The events of one rank that are due at the present instant, in the order of planning. */
class Rung {
  readonly #events: PlannedEvent[] = [];
  #first = 0;

  isEmpty(): boolean {
    return this.#first === this.#events.length;
  }

  add(event: PlannedEvent): void {
    this.#events.push(event);
  }

  take(): PlannedEvent {
    const event = this.#events[this.#first++];
    if (this.isEmpty()) this.clear();
    return event;
  }

  clear(): void {
    this.#events.length = 0;
    this.#first = 0;
  }
}
