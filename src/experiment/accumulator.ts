import type { Plan } from "#plan/plan.js";
import { type Chunk, type ChunkPair, type ChunkPart, Counts } from "#runner/job.js";
import { type MeasureKey, measuresOf } from "#runner/measures-of.js";
import { MomentsTable } from "#stats/moments.js";
import { CrowdCounts } from "./crowd-counts.js";

/** Days longer than this many intervals keep no picture of how crowded each was. */
const MOST_INTERVALS = 200;

/** Adds up chunks in the order of their replications, in memory that does not grow with them. */
export class Accumulator {
  replications = 0;
  readonly plans: readonly PlanTotals[];
  readonly pairs: readonly PairTotals[];

  constructor(plans: readonly Plan[]) {
    this.plans = plans.map((plan) => new PlanTotals(plan));
    const [base, ...reforms] = this.plans;
    this.pairs = reforms.map((reform) => new PairTotals(base, reform));
  }

  add(chunk: Chunk): void {
    this.plans.forEach((plan, i) => {
      plan.add(chunk.parts[i], chunk.count);
    });
    this.pairs.forEach((pair, i) => {
      pair.add(chunk.parts[0], chunk.parts[i + 1], chunk.pairs[i], chunk.count);
    });
    this.replications += chunk.count;
  }
}

/** Everything known of one scenario. */
export class PlanTotals {
  readonly keys: readonly MeasureKey[];
  /** One quantity a key. */
  readonly moments: MomentsTable;
  waits: Counts | null = null;
  /** Average number waiting in each interval: cells are `station * intervals + interval`; none for very long days. */
  readonly crowds: CrowdCounts;
  /** Where the first of them stands among the keys. */
  readonly #firstCrowd: number;

  constructor(readonly plan: Plan) {
    this.keys = measuresOf(plan);
    this.moments = new MomentsTable(this.keys.length);
    const { stations, intervals } = plan;
    this.crowds = new CrowdCounts(intervals.length > MOST_INTERVALS ? 0 : stations.length * intervals.length);
    this.#firstCrowd = this.keys.findIndex(
      ({ measure, scope }) => measure === "queue-length" && scope === "station-interval",
    );
  }

  add({ values, waits }: ChunkPart, count: number): void {
    for (let i = 0; i < count; i++) {
      this.moments.addRow(values, i * this.keys.length);
      this.#addCrowds(values, i * this.keys.length + this.#firstCrowd);
    }
    this.waits ??= new Counts(waits.ends.length);
    this.waits.add(waits);
  }

  #addCrowds(values: Float64Array, first: number): void {
    for (let cell = 0; cell < this.crowds.cells; cell++) {
      const waiting = values[first + cell];
      // Not defined after closing.
      if (waiting >= 0) this.crowds.count(cell, waiting);
    }
  }
}

/** Two numbers of the same name, in base and reform; -1 where a scenario has no such number. */
export interface MatchedKeys {
  readonly base: number;
  readonly reform: number;
}

/** Everything known of a reform against the base. */
export class PairTotals {
  readonly matched: readonly MatchedKeys[];
  /** Of the differences, reform minus base; one quantity a matched pair. */
  readonly differences: MomentsTable;
  /** Shares of quantity `group * 3 + column`, all groups together last. */
  readonly balance: MomentsTable;
  gains: Float64Array = new Float64Array(0);
  newlyServed = 0;
  noLongerServed = 0;
  both = 0;

  constructor(
    readonly base: PlanTotals,
    readonly reform: PlanTotals,
  ) {
    this.matched = matchKeys(base, reform);
    this.differences = new MomentsTable(this.matched.length);
    this.balance = new MomentsTable((base.plan.groups.length + 1) * 3);
  }

  add(base: ChunkPart, reform: ChunkPart, pair: ChunkPair, count: number): void {
    const baseWidth = this.base.keys.length;
    const reformWidth = this.reform.keys.length;
    const differences = new Float64Array(this.matched.length);
    for (let i = 0; i < count; i++) {
      this.matched.forEach((match, m) => {
        // A station that a scenario does not have takes nobody's time there.
        const before = match.base < 0 ? 0 : base.values[i * baseWidth + match.base];
        const after = match.reform < 0 ? 0 : reform.values[i * reformWidth + match.reform];
        differences[m] = after - before;
      });
      this.differences.addRow(differences);
      this.balance.addRow(pair.balance, i * this.balance.width);
    }
    if (this.gains.length === 0) this.gains = new Float64Array(pair.gains.length);
    for (let bin = 0; bin < pair.gains.length; bin++) this.gains[bin] += pair.gains[bin];
    this.newlyServed += pair.newlyServed;
    this.noLongerServed += pair.noLongerServed;
    this.both += pair.both;
  }
}

/** Names a number in words that do not depend on a plan's indices. */
export function nameOfKey(key: MeasureKey, plan: Plan): string {
  const place = key.place < 0 ? "" : key.scope === "service" ? plan.services[key.place] : plan.stations[key.place].id;
  const group = key.group < 0 ? "" : plan.groups[key.group].id;
  return [key.measure, key.statistic, key.scope, place, group, key.interval].join("|");
}

/** Time at a station is 0 where there is no such station; any other number must exist in both. */
function matchKeys(base: PlanTotals, reform: PlanTotals): MatchedKeys[] {
  const isTime = (key: MeasureKey): boolean => key.measure === "station-time" || key.measure === "station-wait";
  const isCompared = (key: MeasureKey): boolean => key.interval < 0;
  const reformIndices = new Map(reform.keys.map((key, i) => [nameOfKey(key, reform.plan), i]));
  const matched: MatchedKeys[] = [];
  base.keys.forEach((key, i) => {
    if (!isCompared(key)) return;
    const name = nameOfKey(key, base.plan);
    const other = reformIndices.get(name);
    reformIndices.delete(name);
    if (other !== undefined) matched.push({ base: i, reform: other });
    else if (isTime(key)) matched.push({ base: i, reform: -1 });
  });
  for (const index of reformIndices.values()) if (isTime(reform.keys[index])) matched.push({ base: -1, reform: index });
  return matched;
}
