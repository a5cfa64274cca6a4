import { formatBare, type Language } from "#chart/public.js";
import type { Row } from "#result/result.js";

/** A table as plain data: what is on the page, whatever the page is. */
export interface Table {
  readonly id: TableId;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How to read it; empty where it needs no word. */
  readonly note: string;
}

export type TableId = "headline" | "stations" | "services" | "groups" | "gaps" | "verdicts" | "balance" | "shift";

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
  const text = formatBare(row.estimate, row.unit, lang);
  if (row.low === null || row.high === null) return cell(text);
  return cell(`${text}\u00a0±\u00a0${formatBare((row.high - row.low) / 2, row.unit, lang)}`);
}
