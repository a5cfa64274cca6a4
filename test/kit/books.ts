import type { Tally } from "./tally.js";

/** Everything a tally counted and added up, as plain lists: equal for two replications if and only if every bit is. */
export function booksOf(tally: Tally): Record<string, readonly number[]> {
  const sums = Object.entries(tally).flatMap(([name, value]) =>
    value instanceof Float64Array ? [[name, [...value]] as const] : [],
  );
  const waits = Array.from({ length: tally.waits.cells }, (_, cell) => [
    `waits/${cell}`,
    [...tally.waits.of(cell)],
  ]) as [string, number[]][];
  return { ...Object.fromEntries([...sums, ...waits]), lastLeft: [tally.lastLeft] };
}

/** The sum of a row of books. */
export const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
