import { type Moments, MomentsTable } from "#stats/moments.js";

/** The moments of one quantity's values. */
export function momentsOf(values: readonly number[]): Moments {
  const table = new MomentsTable(1);
  for (const value of values) table.addRow(Float64Array.of(value));
  return table.of(0);
}
