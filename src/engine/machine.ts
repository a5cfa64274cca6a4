import type { Plan, PlannedSource } from "#plan/plan.js";
import { distributionOf } from "#random/distributions.js";
import { type Key, nameHash, streamKey, uniformOf } from "#random/keys.js";
import { threefry } from "#random/threefry.js";
import { type Calendar, Time } from "./calendar.js";
import type { SparseCounts } from "./counts.js";
import { CrowdError } from "./crowd-error.js";
import { type EngineExports, instantiate, noOutside, type Outside } from "./instance.js";
import type { Ledger } from "./ledger.js";
import { writePlan } from "./plan-writer.js";
import { type Trace, traceWriter } from "./trace.js";
import type { Worksheet } from "./worksheet.js";

const dayStream = nameHash("day");
const purposes = { dayFactor: nameHash("day-factor"), weekday: nameHash("weekday") };

/** V8 takes up the better code it has made of a function in the meantime when the function is called, not in the midst of a loop. */
const EVENTS_A_SLICE = 4096;

/** Bytes of memory from which on it is likely that no more could be had: 4 GiB at the most, in steps of twice as much. */
const FULL = 2 ** 31;

export interface MachineOptions {
  /** In place of the engine's own. */
  readonly calendar: Calendar | null;
  /** Watches everything that happens. The numbers are the same with and without. */
  readonly trace: Trace | null;
  readonly ledger: Ledger | null;
  /** What to work out of a day's sums. */
  readonly worksheet: Worksheet;
}

/**
 * A centre at work: visitors walk their programs, stations call them.
 *
 * The work is done by the engine in `assembly/`, one instance of which is made once a plan and used for any number of
 * replications. What stands here hands it the plan and the day, and takes the sums.
 */
export class Machine {
  readonly #worksheet: Worksheet;
  readonly #dayFactors: readonly DayFactor[];
  readonly #engine: EngineExports;
  readonly #ledger: Ledger | null;

  constructor(plan: Plan, { calendar, trace, ledger, worksheet }: MachineOptions) {
    const laws = plan.distributions.map(distributionOf);
    this.#worksheet = worksheet;
    this.#dayFactors = plan.sources.map(dayFactorOf);
    this.#ledger = ledger;
    this.#engine = instantiate({
      ...noOutside,
      quantile: (law, u) => laws[law].quantile(u),
      ...(trace === null ? {} : { tell: traceWriter(plan, trace) }),
      ...(ledger === null ? {} : { record: ledger.record.bind(ledger) }),
      ...calendarFunctions(calendar),
    });
    const extras = { isTraced: trace !== null, keepsLedger: ledger !== null, hasOtherCalendar: calendar !== null };
    const numbers = writePlan(plan, worksheet, extras);
    const place = this.#engine.allot(numbers.length);
    new Float64Array(this.#engine.memory.buffer, place, numbers.length).set(numbers);
    this.#engine.load(place);
  }

  /**
   * One day, from opening until the last visitor has left, the last ticket has been called and the last case is closed.
   * It is over when the generator is: between two slices of a millisecond or so the thread may do something else.
   */
  *inSlices(seed: Key, replication: number): Generator<void, void> {
    this.#ledger?.clear();
    const key = streamKey(seed, replication, dayStream);
    this.#dayFactors.forEach((factor, source) => {
      this.#engine.setDayFactor(source, factor(key));
    });
    this.#engine.open(seed[0], seed[1], replication);
    while (this.#goOn() !== 0) yield;
  }

  /** @throws CrowdError when the engine's memory is full */
  #goOn(): number {
    try {
      return this.#engine.goOn(EVENTS_A_SLICE);
    } catch (error) {
      throw this.#engine.memory.buffer.byteLength >= FULL ? new CrowdError() : error;
    }
  }

  /** All registers of the worksheet, after a day. A view, good until the next. */
  registers(): Float64Array {
    return this.#doubles(this.#engine.registers(), this.#worksheet.formulas.length);
  }

  /** What was to be measured of the day. A view, good until the next. */
  measures(): Float64Array {
    return this.#doubles(this.#engine.measures(), this.#worksheet.measures.length);
  }

  /** The first check of the worksheet that the day fails; -1: none. */
  failedCheck(): number {
    return this.#engine.failedCheck();
  }

  /**
   * The waits of all days since this was last called.
   *
   * @param room where to leave them, if there is enough of it
   */
  takeWaits(room?: Uint32Array): SparseCounts {
    const engine = this.#engine;
    const cells = this.#worksheet.layout.waitCells;
    const entries = engine.gatherPool();
    const needed = cells + 2 * entries;
    const all = room !== undefined && room.length >= needed ? room : new Uint32Array(needed);
    const copy = (place: number, from: number, length: number): Uint32Array => {
      all.set(new Uint32Array(engine.memory.buffer, place, length), from);
      return all.subarray(from, from + length);
    };
    const waits = {
      ends: copy(engine.poolEnds(), 0, cells),
      numbers: copy(engine.poolBins(), cells, entries),
      counts: copy(engine.pool(), cells + entries, entries),
    };
    engine.clearPool();
    return waits;
  }

  #doubles(place: number, length: number): Float64Array {
    return new Float64Array(this.#engine.memory.buffer, place, length);
  }
}

/** How busy the day of this key is; 1 is a mean day. */
type DayFactor = (day: Key) => number;

/** How busy days are for a source. Day and weekday are the same draw for all sources: a busy day is busy for everybody. */
function dayFactorOf({ pattern }: PlannedSource): DayFactor {
  if (pattern.kind === "replay") return () => 1;
  const { dayFactorCv, weekdayFactors } = pattern;
  const law = dayFactorCv === 0 ? null : distributionOf({ kind: "gamma", mean: 1, cv: dayFactorCv });
  return (day) => {
    const at = weekdayFactors.length === 0 ? -1 : Math.floor(uniform(day, purposes.weekday) * weekdayFactors.length);
    const weekday = at < 0 ? 1 : weekdayFactors[at];
    return law === null ? weekday : weekday * law.quantile(uniform(day, purposes.dayFactor));
  };
}

const words = new Int32Array(2);

function uniform(day: Key, purpose: number): number {
  threefry(words, day[0], day[1], 0, purpose);
  return uniformOf(words[0], words[1]);
}

/** A calendar outside, as the engine calls it. */
function calendarFunctions(calendar: Calendar | null): Partial<Outside> {
  if (calendar === null) return {};
  return {
    planThere: (due: number, what: number, rank: number): void => {
      calendar.clock[Time.due] = due;
      calendar.plan(what, rank);
    },
    nextThere: () => calendar.next(),
    nowThere: () => calendar.clock[Time.now],
    takenThere: () => calendar.taken,
    isDueBeforeThere: (rank: number) => (calendar.isDueBefore(rank) ? 1 : 0),
    clearThere: () => calendar.clear(),
  };
}
