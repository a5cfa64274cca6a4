export type { MeasureKey } from "#engine/measure-key.js";
/** Which numbers a replication of a plan gives, in the order of `ChunkPart.values`. */
export { measureKeys as measuresOf } from "#engine/measures.js";
export { gainBins } from "#engine/paired.js";
