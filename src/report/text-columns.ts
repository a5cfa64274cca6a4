/** The text in lines of at most so many letters (at least one), broken at spaces; a longer word is broken inside. No-break spaces hold. */
export function breakLines(text: string, columns: number): string[] {
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

/**
 * Letters for each column so that the table fits the width: every column gets what it needs while there is room; then the
 * widest of those that may be broken give way, down to `least` letters each. Below that a table is wider than the screen rather
 * than unreadable.
 */
export function columnWidths(
  columns: readonly { readonly needs: number; readonly isBreakable: boolean }[],
  available: number,
  least = 10,
): number[] {
  const widths = columns.map(({ needs }) => needs);
  for (let over = widths.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
    const widest = Math.max(0, ...widths.filter((_, i) => columns[i]?.isBreakable));
    if (widest <= least) break;
    const at = widths.findIndex((width, i) => width === widest && columns[i]?.isBreakable);
    widths[at] = widest - 1;
  }
  return widths;
}
