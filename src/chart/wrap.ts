import { textWidth } from "./text-width.js";

/** How text is set where it must fit. */
export interface Setting {
  /** Pixels a line may take. */
  readonly width: number;
  /** Font size, pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * The text in lines no wider than asked, broken at spaces; a single word wider than the line is broken inside, so nothing is
 * ever cut off. No-break spaces hold. A text without words is one empty line.
 */
export function wrap(text: string, setting: Setting): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).flatMap((word) => pieces(word, setting))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || fits(longer, setting)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

const fits = (text: string, { width, size, bold = false }: Setting): boolean =>
  textWidth(text, { size, bold }) <= width;

/** A word as it is, or broken into as few pieces as fit. A piece has at least one letter, however narrow the line. */
function pieces(word: string, setting: Setting): string[] {
  if (fits(word, setting)) return [word];
  const found: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && !fits(piece + letter, setting)) {
      found.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...found, piece];
}
