import { formatProblem, type Problem } from "./problem.js";

/** A file that was read, for showing the lines that problems are about. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** The user's files are not a scenario. Carries every problem found, in the order of the files and their lines. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];
  readonly files: readonly ReadFile[];

  constructor(problems: readonly Problem[], files: readonly ReadFile[]) {
    const sorted = inOrder(problems, files);
    super(sorted.map((problem) => formatProblem(problem)).join("\n"));
    this.name = "ScenarioError";
    this.problems = sorted;
    this.files = files;
  }

  /** All problems with their marked lines, a blank line between two; for a terminal. */
  explain(): string {
    const lines = new Map(this.files.map(({ path, text }) => [path, text.split(/\r?\n/)]));
    return this.problems.map((problem) => formatProblem(problem, lines.get(problem.file))).join("\n\n");
  }
}

/** By file as they were read, then by line and column; what is said twice is kept once. */
function inOrder(problems: readonly Problem[], files: readonly ReadFile[]): readonly Problem[] {
  const rank = new Map(files.map(({ path }, index) => [path, index]));
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      (rank.get(a.file) ?? files.length) - (rank.get(b.file) ?? files.length) || a.line - b.line || a.column - b.column,
  );
}
