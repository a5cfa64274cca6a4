import type { Comparison } from "#result/result.js";

/** Changes are small where none reaches so many seconds. */
const small = 60;

/** Digits of the minutes that reforms save and cost at stations: one, or two where all changes are small. */
export function shiftDigits(compared: readonly Comparison[]): number {
  const changes = compared.flatMap(({ shift }) => shift.map(({ estimate }) => Math.abs(estimate ?? 0)));
  return Math.max(0, ...changes) < small ? 2 : 1;
}
