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

/** The row of an estimate in one scenario; undefined where it was not measured. */
export const findRow = (result: Result, scenario: string, wanted: Wanted): Row | undefined =>
  firstOf(atPlace(result.rows, { ...wholeCentre, ...wanted, scenario }), wanted.statistics);

/** The difference a reform makes to an estimate; undefined where it was not measured. */
export const findDifference = (differences: readonly Difference[], wanted: Wanted): Difference | undefined =>
  firstOf(atPlace(differences, { ...wholeCentre, ...wanted }), wanted.statistics);

interface Place {
  readonly scenario?: string;
  readonly measure: Measure;
  readonly scope: Scope;
  readonly key: string;
  readonly group: string;
}

const wholeCentre = { scope: "whole", key: "", group: "" } as const;

const nameOf = ({ scenario = "", measure, scope, key, group }: Place): string =>
  [scenario, measure, scope, key, group].join("\n");

/** The rows of a result by their place, made when first asked for: a result has thousands, and its tables ask for hundreds. */
const places = new WeakMap<readonly Place[], ReadonlyMap<string, readonly Place[]>>();

function atPlace<Found extends Place>(rows: readonly Found[], place: Place): readonly Found[] {
  const known = places.get(rows) ?? byPlace(rows);
  places.set(rows, known);
  return (known.get(nameOf(place)) ?? []) as readonly Found[];
}

function byPlace(rows: readonly Place[]): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const same = found.get(name);
    if (same === undefined) found.set(name, [row]);
    else same.push(row);
  }
  return found;
}

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
