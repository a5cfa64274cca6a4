import type { MeasureKey } from "#engine/measure-key.js";
import { Measures } from "#engine/measures.js";
import type { Plan } from "#plan/plan.js";

export type { MeasureKey } from "#engine/measure-key.js";
export { gainBins } from "#engine/paired.js";

/** Which numbers a replication of this plan gives, in the order of `ChunkPart.values`. */
export function measuresOf(plan: Plan): readonly MeasureKey[] {
  return new Measures(plan).keys;
}
