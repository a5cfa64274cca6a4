/** 0 done, 1 our bug, 2 the user's input, 3 the machinery. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What the user typed or gave cannot be used; the message says why. */
export class UserError extends Error {
  override readonly name = "UserError";
}

const usersFaults: ReadonlySet<string> = new Set(["ScenarioError", "ResultError", "UserError", "YError", "CrowdError"]);

/** Told by name: importing every error class would load what a command does not need. */
export function exitCodeOf(error: unknown): ExitCode {
  const name = error instanceof Error ? error.name : "";
  if (usersFaults.has(name)) return 2;
  return name === "RunnerError" || name === "PngError" || isFileTrouble(error) ? 3 : 1;
}

/** What went wrong, in words for whoever sits at the terminal. */
export async function explain(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "ScenarioError") {
    const { ScenarioError } = await import("#scenario/scenario-error.js");
    if (error instanceof ScenarioError) {
      const count = error.problems.length;
      return `${error.explain()}\n\n${count === 1 ? "One problem" : `${count} problems`} found; nothing was run.`;
    }
  }
  if (exitCodeOf(error) === 1)
    return `This is a mistake in pscsim, not in your files. Please report it.\n${error.stack}`;
  return error.message;
}

function isFileTrouble(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
