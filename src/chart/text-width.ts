import { advanceWidths } from "./font/advance-widths.js";

/** Width of one line of text in pixels, in the chart font. A letter the font lacks is taken as an average one. */
export function textWidth(
  text: string,
  { size, bold = false }: { readonly size: number; readonly bold?: boolean },
): number {
  const widths = bold ? boldWidths : regularWidths;
  let thousandths = 0;
  for (const letter of text) thousandths += widths.get(letter.codePointAt(0) ?? 0) ?? unknownWidth;
  return (thousandths * size) / 1000;
}

/** Advance of a letter outside the font, thousandths of its size. */
const unknownWidth = 600;

const toMap = (runs: (typeof advanceWidths)["regular"]): ReadonlyMap<number, number> =>
  new Map(runs.flatMap(([first, widths]) => widths.map((width, i) => [first + i, width] as const)));

const regularWidths = toMap(advanceWidths.regular);
const boldWidths = toMap(advanceWidths.bold);
