import type { Figures } from "./workload.js";

/** Puts one replication after the other together, as every engine here reports them. */
export class FiguresSum {
  #visitors = 0;
  #means = 0;
  #p95s = 0;
  #replications = 0;

  /** Adds a replication; reorders `waits`, in minutes. */
  add(visitors: number, waits: Float64Array): void {
    let sum = 0;
    for (const wait of waits) sum += wait;
    this.#visitors += visitors;
    this.#means += sum / waits.length;
    this.#p95s += smallest(waits, Math.ceil(0.95 * waits.length));
    this.#replications++;
  }

  figures(): Figures {
    return {
      visitors: this.#visitors,
      meanWaitMinutes: this.#means / this.#replications,
      p95WaitMinutes: this.#p95s / this.#replications,
    };
  }
}

/**
 * The `k`-th smallest value, from 1; reorders `values`.
 * In linear time, as sorting a million waits would take longer than some engines need to simulate them.
 * Source: Hoare (1961), Algorithm 65: Find.
 */
function smallest(values: Float64Array, k: number): number {
  const wanted = k - 1;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (pivot < values[right]) right--;
      if (left <= right) {
        const value = values[left];
        values[left++] = values[right];
        values[right--] = value;
      }
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted];
}
