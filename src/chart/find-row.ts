import type { Difference, Measure, Result, Row, Scope, Statistic } from "#result/result.js";

/** Which estimate is wanted. What is left out means the whole centre and all visitors. */
export interface Wanted {
  readonly measure: Measure;
  /** The first of these the result has. */
  readonly statistics: readonly Statistic[];
  readonly scope?: Scope;
  readonly key?: string;
  readonly group?: string;
}

/** The row of an estimate in one scenario; undefined where it was not measured. Cost: one pass over the rows. */
export const findRow = (result: Result, scenario: string, wanted: Wanted): Row | undefined =>
  firstOf(
    result.rows.filter((row) => row.scenario === scenario && isWanted(row, wanted)),
    wanted.statistics,
  );

/** The difference a reform makes to an estimate; undefined where it was not measured. */
export const findDifference = (differences: readonly Difference[], wanted: Wanted): Difference | undefined =>
  firstOf(
    differences.filter((difference) => isWanted(difference, wanted)),
    wanted.statistics,
  );

type Place = Pick<Row, "measure" | "scope" | "key" | "group">;

const isWanted = (row: Place, { measure, scope = "whole", key = "", group = "" }: Wanted): boolean =>
  row.measure === measure && row.scope === scope && row.key === key && row.group === group;

function firstOf<Found extends { readonly statistic: Statistic }>(
  found: readonly Found[],
  statistics: readonly Statistic[],
): Found | undefined {
  for (const statistic of statistics) {
    const row = found.find((one) => one.statistic === statistic);
    if (row !== undefined) return row;
  }
  return undefined;
}
