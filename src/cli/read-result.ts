import { readResult } from "#result/read-result.js";
import type { Result } from "#result/result.js";
import { readText } from "./files.js";

/** A result file on this disk. @throws UserError, ResultError */
export function readResultFile(path: string): Result {
  return readResult(readText(path), path);
}
