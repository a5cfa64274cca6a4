import { Outcome, type Plan } from "#plan/plan.js";
import type { Ledger, LedgerOfSource } from "./ledger.js";

/** The change of time in centre is counted in bins of half a minute, from four hours less to four hours more. */
export const gainBins = { binWidth: 30, from: -4 * 3600, count: 8 * 120 } as const;

/** Columns of {@link Pairing.balance} a group. */
export const enum Balance {
  better = 0,
  worse = 1,
  unchanged = 2,
  count = 3,
}

/** Compares how the same visitors fared in two scenarios, replication by replication. */
export class Pairing {
  /** Visitors who come in both and are better off, worse off, unchanged: `balance[group * 3 + column]`. */
  readonly balance: Float64Array;
  /** Changes of time in centre of those served in both, over all replications so far. */
  readonly gains = new Float64Array(gainBins.count);
  newlyServed = 0;
  noLongerServed = 0;
  both = 0;
  readonly #pairs: readonly (readonly [number, number])[];
  readonly #noticeable: number;

  constructor(base: Plan, reform: Plan) {
    this.balance = new Float64Array(base.groups.length * Balance.count);
    this.#noticeable = base.noticeable;
    this.#pairs = base.sources.flatMap((source, index) => {
      const other = reform.sources.findIndex((each) => each.id === source.id);
      return other < 0 ? [] : [[index, other] as const];
    });
  }

  /** Adds one replication; `balance` is then that of this replication. */
  add(base: Ledger, reform: Ledger): void {
    this.balance.fill(0);
    for (const [one, other] of this.#pairs) this.#addSource(base.sources[one], reform.sources[other]);
  }

  #addSource(base: LedgerOfSource, reform: LedgerOfSource): void {
    const count = Math.min(base.count, reform.count);
    this.both += count;
    for (let visitor = 0; visitor < count; visitor++) {
      const column = this.#compare(base, reform, visitor);
      this.balance[base.groups[visitor] * Balance.count + column]++;
    }
  }

  #compare(base: LedgerOfSource, reform: LedgerOfSource, visitor: number): Balance {
    const wasServed = base.outcomes[visitor] === Outcome.served;
    const isServed = reform.outcomes[visitor] === Outcome.served;
    if (!wasServed && !isServed) return Balance.unchanged;
    if (!wasServed) {
      this.newlyServed++;
      return Balance.better;
    }
    if (!isServed) {
      this.noLongerServed++;
      return Balance.worse;
    }
    const change = reform.times[visitor] - base.times[visitor];
    const bin = Math.floor((change - gainBins.from) / gainBins.binWidth);
    this.gains[Math.min(gainBins.count - 1, Math.max(0, bin))]++;
    if (change === 0 || Math.abs(change) < this.#noticeable) return Balance.unchanged;
    return change < 0 ? Balance.better : Balance.worse;
  }
}
