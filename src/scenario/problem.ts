import { type Place, positionOf } from "./source.js";

/** One thing wrong in a scenario's files, in the words of the file. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** Characters to underline, at least 1. */
  readonly length: number;
  /** The setting, such as `stations.windows.servers`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** What to do about it, as full sentences; empty when there is nothing useful to say. */
  readonly hint: string;
}

/** What is wrong, before it is known where. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
  readonly found: string;
  readonly hint?: string;
  /** It is the key that is wrong, or the setting as a whole, not its value. */
  readonly isAboutKey?: boolean;
  /** What the setting as a whole is made of: where another file has changed some of it, that is the place. */
  readonly parts?: readonly (readonly PropertyKey[])[];
}

/** A complaint about a place. */
export function problemAt(place: Place, { path, expected, found, hint = "" }: Complaint): Problem {
  const shown = { path: shorten(showPath(path)), expected, found: shorten(found), hint };
  return { file: place.source.file, ...positionOf(place), ...shown };
}

/** Most characters of a path, or of what was found, that a message can hold. */
const longest = 300;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

/** `routes.counter[2].visit`: as the file is read, from the outside in, list entries from 0. */
export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((shown, key) => {
    if (typeof key === "number") return `${shown}[${key}]`;
    return shown === "" ? String(key) : `${shown}.${String(key)}`;
  }, "");
}

/**
 * A problem on one line: `city.yaml:41:14 stations.windows.servers: expected a whole number of at least 1, found 0.
 * Close the station instead?` With the lines of its file, the line itself follows, marked.
 */
export function formatProblem(problem: Problem, lines?: readonly string[]): string {
  const { file, line, column, path, expected, found, hint } = problem;
  const where = isCommandLine(problem) ? file : `${file}:${line}:${column}`;
  const sentence = `${where}${path && ` ${path}:`} expected ${expected}, found ${found}.${hint && ` ${hint}`}`;
  return lines === undefined || isCommandLine(problem) ? sentence : `${sentence}\n${codeFrame(problem, lines)}`;
}

/** Most characters of a line that are shown. */
const widest = 100;

/** The line before and the line of the problem, with `^^^` under what it is about; of long lines, what is around it. */
function codeFrame({ line, column, length }: Problem, lines: readonly string[]): string {
  const width = String(line).length;
  const text = charactersOf(lines[line - 1] ?? "");
  const from = Math.max(0, Math.min(column - 1 - widest / 2, text.length - widest));
  const shown = [line - 1, line]
    .filter((number) => number >= 1)
    .map((number) => `  ${String(number).padStart(width)} | ${clip(charactersOf(lines[number - 1] ?? ""), from)}`);
  const before = column - 1 - from;
  const marks = "^".repeat(Math.max(1, Math.min(length, widest - before)));
  return [...shown, `  ${" ".repeat(width)} | ${" ".repeat(before)}${marks}`].join("\n");
}

/** So many characters of a line, from the given one on; `…` stands for the first or last of them where more was cut off. */
function clip(text: Characters, from: number): string {
  const end = from + widest;
  const before = from > 0 && text.length > from ? "…" : "";
  const after = text.length > end ? "…" : "";
  return before + [...text.slice(from + before.length, end - after.length)].join("") + after;
}

type Characters = string | readonly string[];

/** A line by its characters. Where each is one UTF-16 unit the text does as it is: a line may have a million of them. */
function charactersOf(text: string): Characters {
  return /[\ud800-\udfff]/.test(text) ? [...text] : text;
}

/** A `--set` names itself in full: a line and a column would add nothing. */
function isCommandLine({ file }: Problem): boolean {
  return file.startsWith("--set ");
}
