import type { Result } from "./result.js";
import { resultSchema } from "./result-schema.js";

/** The text is not a result file. */
export class ResultError extends Error {
  override readonly name = "ResultError";
}

/** Reads a result file. @throws ResultError that says what is wrong and where */
export function readResult(text: string, file: string): Result {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new ResultError(`${file}: not JSON: ${(error as Error).message}`);
  }
  const parsed = resultSchema().safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 10)
    .map((issue) => `${file}: ${issue.path.join(".")}: ${issue.message}`);
  throw new ResultError(problems.join("\n"));
}
