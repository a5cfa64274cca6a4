import type { Plan } from "#plan/plan.js";
import type { Key } from "#random/keys.js";
import type { Calendar } from "./calendar.js";
import type { SparseCounts } from "./counts.js";
import { InvariantError } from "./invariant-error.js";
import { Ledger } from "./ledger.js";
import { Machine } from "./machine.js";
import type { Trace } from "./trace.js";
import { Worksheet } from "./worksheet.js";

export { type Key, seedKey } from "#random/keys.js";

export interface ReplicatorOptions {
  /** In place of the engine's own. */
  readonly calendar?: Calendar | null;
  readonly trace?: Trace | null;
  /** Keep how each visitor fared, for comparing visitor by visitor. */
  readonly keepsLedger?: boolean;
}

/** Runs replications of one plan: each a pure function of plan, seed and number. */
export class Replicator {
  readonly ledger: Ledger | null;
  readonly #worksheet: Worksheet;
  readonly #machine: Machine;

  constructor(plan: Plan, { calendar = null, trace = null, keepsLedger = false }: ReplicatorOptions = {}) {
    this.ledger = keepsLedger ? new Ledger(plan.sources.length) : null;
    this.#worksheet = new Worksheet(plan);
    this.#machine = new Machine(plan, { calendar, trace, ledger: this.ledger, worksheet: this.#worksheet });
  }

  /**
   * Runs a replication; what is told below is then of it.
   *
   * @param seed from `seedKey`
   * @param replication number of the replication, from 0
   * @throws InvariantError when the books do not balance: our bug
   * @throws CrowdError when more people are inside at once than fit into memory
   */
  run(seed: Key, replication: number): void {
    for (const _ of this.inSlices(seed, replication));
  }

  /** As {@link run}, a slice at a time: it is done when the generator is. */
  *inSlices(seed: Key, replication: number): Generator<void, void> {
    yield* this.#machine.inSlices(seed, replication);
    const failed = this.#machine.failedCheck();
    if (failed < 0) return;
    const { one, other, message } = this.#worksheet.checks[failed];
    const registers = this.#machine.registers();
    throw new InvariantError(message(registers[one], registers[other]));
  }

  /** Its numbers, in the order of `measureKeys(plan)`. A view, good until the next. */
  get measures(): Float64Array {
    return this.#machine.measures();
  }

  /** All that was added up, where `SumsLayout` says. A view, good until the next. */
  get sums(): Float64Array {
    return this.#machine.registers().subarray(0, this.#worksheet.layout.length);
  }

  /**
   * The waits of all replications since this was last called, by second: cells are stations, then services, then groups.
   *
   * @param room where to leave them, if there is enough of it
   */
  takeWaits(room?: Uint32Array): SparseCounts {
    return this.#machine.takeWaits(room);
  }
}
