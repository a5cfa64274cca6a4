import { formatNumber, formatSigned, type Language, shown } from "#chart/public.js";
import type { Difference, Row, Unit } from "#result/result.js";

/** A table as plain data: what is on the page, whatever the page is. */
export interface Table {
  readonly id: TableId;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How to read it; empty where it needs no word. */
  readonly note: string;
}

export type TableId =
  | "headline"
  | "stations"
  | "services"
  | "groups"
  | "gaps"
  | "verdicts"
  | "verdict-matrix"
  | "balance"
  | "shift";

export interface Column {
  readonly title: string;
  readonly isNumber: boolean;
}

/** A cell of a table. */
export interface Cell {
  readonly text: string;
  /** How it is coloured; the text alone says the same. */
  readonly tone: Tone;
}

export type Tone = "plain" | "better" | "worse" | "quiet";

export const cell = (text: string, tone: Tone = "plain"): Cell => ({ text, tone });

/** What stands for a value that is not defined. */
export const nothing = cell("–", "quiet");

export const textColumn = (title: string): Column => ({ title, isNumber: false });
export const numberColumn = (title: string): Column => ({ title, isNumber: true });

type Estimate = Pick<Row, "estimate" | "low" | "high" | "unit">;

/** An estimate with the half-width of its interval, without the unit: `31.2 ± 0.9`. Without an interval the estimate alone. */
export function estimateCell(row: Estimate | undefined, lang: Language): Cell {
  if (row === undefined || row.estimate === null) return nothing;
  return cell(tableNumber(row.estimate, row.unit, lang) + halfWidth(row, lang));
}

/** The same for a difference: with a sign, and so many digits more than usual. */
export const differenceCell = (row: Estimate | undefined, lang: Language, more = 0): Cell =>
  row === undefined || row.estimate === null
    ? nothing
    : cell(signedTableNumber(row.estimate, row.unit, lang, more) + halfWidth(row, lang, more));

/** How many digits more than usual a difference needs so as not to be written 0, which would belie its verdict; 3 at the most. */
export function digitsMissing({ estimate, unit, verdict }: Difference): number {
  if (estimate === null || verdict === "same" || verdict === "cannot-tell") return 0;
  const isSeen = (more: number) => Math.abs(shown(estimate, unit)) * 10 ** (digits[unit] + more) >= 0.5;
  return [0, 1, 2].find(isSeen) ?? 3;
}

/** Half the width of the interval after a ±; empty where there is no interval. */
export const halfWidth = ({ low, high, unit }: Omit<Estimate, "estimate">, lang: Language, more = 0): string =>
  low === null || high === null ? "" : `\u00a0±\u00a0${tableNumber((high - low) / 2, unit, lang, more)}`;

/** A number of a table, without its unit: as many digits as all numbers of that unit, so that columns can be compared. */
export const tableNumber = (value: number, unit: Unit, lang: Language, more = 0): string =>
  formatNumber(shown(value, unit), lang, digits[unit] + more);

/** The same with a sign. */
export const signedTableNumber = (value: number, unit: Unit, lang: Language, more = 0): string =>
  formatSigned(shown(value, unit), lang, digits[unit] + more);

const digits: Readonly<Record<Unit, number>> = {
  s: 1,
  visitors: 1,
  share: 1,
  h: 1,
  KZT: 0,
  "visitors/h": 1,
  points: 1,
  ratio: 2,
};
