import type { DistributionSpec } from "#random/distribution.js";

/** The distributions a plan uses, each once. */
export class DistributionTable {
  readonly specs: DistributionSpec[] = [];
  readonly #indices = new Map<string, number>();

  /** The index of a distribution, added if it is new. */
  add(spec: DistributionSpec): number {
    const text = JSON.stringify(spec);
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.specs.length);
    return this.specs.push(spec) - 1;
  }
}
