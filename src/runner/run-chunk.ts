import type { Calendar } from "#engine/calendar.js";
import type { Ledger } from "#engine/ledger.js";
import { Balance, Pairing } from "#engine/paired.js";
import { type Key, Replicator, seedKey } from "#engine/replication.js";
import type { Plan } from "#plan/plan.js";
import type { Chunk, ChunkPair, ChunkPart, Job, PartRoom } from "./job.js";

/** Runs replications of a job in this thread. Made once a job, since the engine's tables are used again. */
export class ChunkRunner {
  readonly #plans: readonly PlanRunner[];
  readonly #job: Job;
  readonly #seed: Key;

  private constructor(job: Job, calendars: readonly (Calendar | null)[]) {
    this.#job = job;
    this.#seed = seedKey(job.seed);
    this.#plans = job.plans.map((plan, i) => new PlanRunner(plan, calendars[i], job.plans.length > 1));
  }

  static async open(job: Job): Promise<ChunkRunner> {
    const calendars = await Promise.all(job.plans.map(() => newCalendar(job.calendar)));
    return new ChunkRunner(job, calendars);
  }

  /**
   * Works a slice at a time: between two of them the thread may hear what it is told.
   *
   * @param rooms where to leave the part of each plan; without them, in new arrays
   */
  *run(first: number, count: number, rooms: readonly PartRoom[] = []): Generator<void, Chunk> {
    const parts = this.#plans.map((plan, i) => plan.start(count, rooms[i]));
    const [base, ...reforms] = this.#plans;
    const pairs = reforms.map((reform) => new PairRunner(base.plan, reform.plan, count));
    for (let i = 0; i < count; i++) {
      for (const plan of this.#plans) yield* plan.run(this.#seed, first + i, i);
      pairs.forEach((pair, p) => {
        pair.add(base.ledger!, reforms[p].ledger!, i);
      });
    }
    return { first, count, parts: parts.map((part) => part()), pairs: pairs.map((pair) => pair.finish()) };
  }

  get job(): Job {
    return this.#job;
  }
}

async function newCalendar(kind: Job["calendar"]): Promise<Calendar | null> {
  if (kind === "own") return null;
  const { SimjsCalendar } = await import("#engine/simjs-calendar.js");
  return new SimjsCalendar();
}

/** One plan's replications, gathered into a part of the chunk. */
class PlanRunner {
  readonly #replicator: Replicator;
  #values: Float64Array = new Float64Array(0);

  constructor(
    readonly plan: Plan,
    calendar: Calendar | null,
    keepsLedger: boolean,
  ) {
    this.#replicator = new Replicator(plan, { calendar, keepsLedger });
  }

  get ledger(): Ledger | null {
    return this.#replicator.ledger;
  }

  /** @returns what to call when all replications are run */
  start(count: number, room?: PartRoom): () => ChunkPart {
    const length = count * this.#replicator.measures.length;
    this.#values = room?.values.subarray(0, length) ?? new Float64Array(length);
    return () => ({ values: this.#values, waits: this.#replicator.takeWaits(room?.waits) });
  }

  *run(seed: Key, replication: number, place: number): Generator<void, void> {
    yield* this.#replicator.inSlices(seed, replication);
    const { measures } = this.#replicator;
    this.#values.set(measures, place * measures.length);
  }
}

/** One reform's visitors against the same visitors in the base. */
class PairRunner {
  readonly #pairing: Pairing;
  readonly #groups: number;
  readonly #balance: Float64Array;

  constructor(base: Plan, reform: Plan, count: number) {
    this.#pairing = new Pairing(base, reform);
    this.#groups = base.groups.length;
    this.#balance = new Float64Array(count * (this.#groups + 1) * Balance.count);
  }

  add(base: Ledger, reform: Ledger, place: number): void {
    this.#pairing.add(base, reform);
    const { balance } = this.#pairing;
    const all = new Float64Array(Balance.count);
    const first = place * (this.#groups + 1);
    for (let group = 0; group < this.#groups; group++) {
      const counts = balance.subarray(group * Balance.count, (group + 1) * Balance.count);
      counts.forEach((count, column) => {
        all[column] += count;
      });
      this.#writeShares(first + group, counts);
    }
    this.#writeShares(first + this.#groups, all);
  }

  /** Shares; NaN where nobody of the group came. */
  #writeShares(cell: number, counts: Float64Array): void {
    const sum = counts[Balance.better] + counts[Balance.worse] + counts[Balance.unchanged];
    for (let column = 0; column < Balance.count; column++)
      this.#balance[cell * Balance.count + column] = counts[column] / sum;
  }

  finish(): ChunkPair {
    const { gains, newlyServed, noLongerServed, both } = this.#pairing;
    return { balance: this.#balance, gains, newlyServed, noLongerServed, both };
  }
}
