/** How each visitor fared, by source and number: kept only where two scenarios are compared visitor by visitor. */
export class Ledger {
  readonly sources: LedgerOfSource[];

  constructor(sources: number) {
    this.sources = Array.from({ length: sources }, () => new LedgerOfSource());
  }

  /** A visitor has left. */
  record(source: number, visitor: number, group: number, outcome: number, time: number): void {
    this.sources[source].record(visitor, group, outcome, time);
  }

  clear(): void {
    for (const source of this.sources) source.count = 0;
  }
}

export class LedgerOfSource {
  /** Visitors from number 0 on. */
  count = 0;
  outcomes = new Uint8Array(1024);
  groups = new Uint8Array(1024);
  /** Seconds in the centre. */
  times = new Float64Array(1024);

  record(number: number, group: number, ending: number, time: number): void {
    if (number >= this.outcomes.length) this.#grow(number);
    this.outcomes[number] = ending;
    this.groups[number] = group;
    this.times[number] = time;
    if (number >= this.count) this.count = number + 1;
  }

  #grow(number: number): void {
    let length = this.outcomes.length;
    while (length <= number) length *= 2;
    const outcomes = new Uint8Array(length);
    const groups = new Uint8Array(length);
    const times = new Float64Array(length);
    outcomes.set(this.outcomes);
    groups.set(this.groups);
    times.set(this.times);
    this.outcomes = outcomes;
    this.groups = groups;
    this.times = times;
  }
}
