import CliTable from "cli-table3";
import type colors from "picocolors";
import type { Cell, Column, Table, Tone } from "./table.js";
import { breakLines, columnWidths, type Room } from "./text-columns.js";

export type Paint = ReturnType<typeof colors.createColors>;

/** How a table is printed. */
export interface TableOptions {
  readonly paint: Paint;
  /** Letters a line. */
  readonly width: number;
}

/** Letters that the frame takes beside those of the columns. */
const frame = (columns: number): number => 3 * columns + 1;

/**
 * One table in a frame; its notes are for the report. Too wide for the line, its estimates are broken before ±; still too
 * wide, it is printed in parts below each other, each with some of the columns of numbers.
 */
export function textTable(table: Table, options: TableOptions): string {
  const printed = fits(table, options.width)
    ? [table]
    : parts({ ...table, rows: table.rows.map((row) => row.map(loosened)) }, options.width);
  return [options.paint.bold(table.title), ...printed.map((part) => drawn(part, options))].join("\n");
}

const loosened = (cell: Cell): Cell => ({ ...cell, text: cell.text.replace("\u00a0±", " ±") });
const held = (text: string): string => text.replace(" ±", "\u00a0±");

function fits(table: Table, width: number): boolean {
  return roomsOf(table).reduce((sum, { least }) => sum + least, frame(table.columns.length)) <= width;
}

/** The columns of numbers in as few parts as go, each after all columns of text; a part has one such column at least. */
function parts(table: Table, width: number): Table[] {
  const places = table.columns.map((_, i) => i);
  const texts = places.filter((i) => !table.columns[i]!.isNumber);
  const numbers = places.filter((i) => table.columns[i]!.isNumber);
  const inPartsOf = (size: number): Table[] =>
    Array.from({ length: Math.ceil(numbers.length / size) }, (_, part) =>
      only(table, [...texts, ...numbers.slice(part * size, (part + 1) * size)]),
    );
  for (let count = 1; count < numbers.length; count++) {
    const found = inPartsOf(Math.ceil(numbers.length / count));
    if (found.every((part) => fits(part, width))) return found;
  }
  return numbers.length === 0 ? [table] : inPartsOf(1);
}

function only(table: Table, places: readonly number[]): Table {
  const pick = <T>(row: readonly T[]): T[] => row.filter((_, i) => places.includes(i));
  return { ...table, columns: pick(table.columns), rows: table.rows.map((row) => pick(row)) };
}

/** No column is narrower than its longest word. */
function roomsOf({ columns, rows }: Table): Room[] {
  return columns.map(({ title, isNumber }, i) => {
    const texts = rows.map((row) => row[i]?.text ?? "");
    const least = Math.max(...[title, ...texts].map(longestWord));
    // What a column of numbers shows is short, and its title breaks well: half of its estimates on one line are enough.
    const wanted = isNumber ? median(texts.map((text) => longestWord(held(text)))) : Math.max(...texts.map(lengthOf));
    return { least, needs: Math.max(least, wanted) };
  });
}

const lengthOf = (text: string): number => text.length;
const median = (lengths: readonly number[]): number => [...lengths].sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
const longestWord = (text: string): number => Math.max(...text.split(" ").map((word) => word.length));

function drawn(table: Table, { paint, width }: TableOptions): string {
  const { columns, rows } = table;
  const widths = columnWidths(roomsOf(table), width - frame(columns.length));
  const lines = (text: string, i: number) => breakLines(text, widths[i] ?? 1);
  const printed = new CliTable({
    head: columns.map(({ title }, i) => lines(title, i).map(paint.bold).join("\n")),
    colWidths: widths.map((one) => one + 2),
    colAligns: columns.map(({ isNumber }: Column) => (isNumber ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
  printed.push(...rows.map((row) => row.map(({ text, tone }, i) => lines(text, i).map(tones(paint)[tone]).join("\n"))));
  return printed.toString();
}

const tones = (paint: Paint): Readonly<Record<Tone, (text: string) => string>> => ({
  plain: (text) => text,
  better: paint.green,
  worse: paint.red,
  quiet: paint.dim,
});
