/** The text in lines of at most so many letters (at least one), broken at spaces; a longer word is broken inside. No-break spaces hold. */
export function breakLines(text: string, columns: number): string[] {
  if (columns < 1) return breakLines(text, 1);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).flatMap((one) => pieces(one, columns))) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, columns: number): string[] {
  const found = [];
  for (let at = 0; at < word.length; at += columns) found.push(word.slice(at, at + columns));
  return found;
}

/** Letters that a column takes. */
export interface Room {
  /** So that nothing in it is broken. */
  readonly needs: number;
  /** So that no word is. */
  readonly least: number;
}

/**
 * Letters for each column so that the table fits the width: every column gets what it needs while there is room; then the
 * widest of those that may be broken give way. With less than `least` for all, a table is wider than the screen rather than
 * unreadable.
 */
export function columnWidths(rooms: readonly Room[], available: number): number[] {
  const widths = rooms.map(({ needs }) => needs);
  for (let over = widths.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
    const gives = (i: number): boolean => widths[i]! > rooms[i]!.least;
    const widest = Math.max(...widths.filter((_, i) => gives(i)));
    const at = widths.findIndex((width, i) => width === widest && gives(i));
    if (at < 0) break;
    widths[at] = widest - 1;
  }
  return widths;
}
