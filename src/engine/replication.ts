import type { Plan } from "#plan/plan.js";
import type { Key } from "#random/keys.js";
import type { Calendar } from "./calendar.js";
import { checkConservation } from "./conservation.js";
import type { SparseCounts } from "./counts.js";
import { Ledger } from "./ledger.js";
import { Machine } from "./machine.js";
import type { Tally } from "./tally.js";
import type { Trace } from "./trace.js";

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
  readonly #machine: Machine;

  constructor(plan: Plan, { calendar = null, trace = null, keepsLedger = false }: ReplicatorOptions = {}) {
    this.ledger = keepsLedger ? new Ledger(plan.sources.length) : null;
    this.#machine = new Machine(plan, { calendar, trace, ledger: this.ledger });
  }

  /**
   * @param seed from `seedKey`
   * @param replication number of the replication, from 0
   * @returns the tally, good until the next replication
   * @throws InvariantError when the books do not balance: our bug
   */
  run(seed: Key, replication: number): Tally {
    this.#machine.run(seed, replication);
    checkConservation(this.#machine.tally);
    return this.#machine.tally;
  }

  /** The waits of all replications since this was last called, by second: cells are stations, then services, then groups. */
  takeWaits(): SparseCounts {
    return this.#machine.takeWaits();
  }
}
