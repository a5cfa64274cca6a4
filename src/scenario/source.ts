/** A text that was read: a file, or one `--set` of the command line. */
export interface Source {
  /** Name shown to people: the path as given, or `--set path=value`. */
  readonly file: string;
  readonly text: string;
}

/** A stretch of a source, by offsets into its text. */
export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Where a place begins, as editors count: from 1, columns in characters, `length` to the end of the line at most. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const lineStarts = new WeakMap<Source, readonly number[]>();

/** Line and column of a place. They are worked out only for problems, for a file may hold a hundred thousand values. */
export function positionOf({ source, start, end }: Place): Position {
  const starts = startsOf(source);
  const line = lastAtMost(starts, start);
  const lineEnd = line + 1 < starts.length ? starts[line + 1]! - 1 : source.text.length;
  return {
    line: line + 1,
    column: charactersIn(source.text.slice(starts[line], start)) + 1,
    length: Math.max(1, charactersIn(source.text.slice(start, Math.min(end, lineEnd)).trimEnd())),
  };
}

/** The text of a place on one line, shortened to what a message can hold. */
export function quote({ source, start, end }: Place): string {
  const text = source.text
    .slice(start, Math.min(end, start + 400))
    .replace(/\s+/g, " ")
    .trim();
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function startsOf(source: Source): readonly number[] {
  let starts = lineStarts.get(source);
  if (starts === undefined) {
    starts = [0, ...[...source.text.matchAll(/\n/g)].map((match) => match.index + 1)];
    lineStarts.set(source, starts);
  }
  return starts;
}

/** Index of the last entry at most `value`; entries rise and the first is 0. */
function lastAtMost(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Characters, not UTF-16 units: an emoji before the error must not move the caret. */
function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
