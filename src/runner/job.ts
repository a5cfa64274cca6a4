import type { SparseCounts } from "#engine/counts.js";
import type { Plan } from "#plan/plan.js";

export { Counts } from "#engine/counts.js";
export type { SparseCounts };

/** Replications to run: of one plan, or of a base and its reforms on the same visitors. */
export interface Job {
  /** The base first. */
  readonly plans: readonly Plan[];
  readonly seed: string;
  readonly calendar: "own" | "simjs";
}

/** What a run of replications gives back. Whatever the chunks, their sum is the same to the last bit. */
export interface Chunk {
  readonly first: number;
  readonly count: number;
  /** One a plan. */
  readonly parts: readonly ChunkPart[];
  /** One a reform. */
  readonly pairs: readonly ChunkPair[];
}

export interface ChunkPart {
  /** `values[replication * measures + measure]`, in the order of `measuresOf(plan)`. */
  readonly values: Float64Array;
  /** Waits of all replications, by second: cells are stations, then services, then groups. */
  readonly waits: SparseCounts;
}

/** Where a part of a chunk may be left. */
export interface PartRoom {
  /** As long as the values, or longer. */
  readonly values: Float64Array;
  /** For the waits, if they fit. */
  readonly waits: Uint32Array;
}

export interface ChunkPair {
  /** Shares better off, worse off, unchanged: `balance[(replication * (groups + 1) + group) * 3 + column]`, all groups together last. */
  readonly balance: Float64Array;
  /** Changes of time in centre of those served in both, in the bins of `gainBins`. */
  readonly gains: Float64Array;
  readonly newlyServed: number;
  readonly noLongerServed: number;
  /** Visitors who come in both. */
  readonly both: number;
}

/** Something that can run replications. */
export interface Runner {
  /** How many chunks to ask for at once, so that it never waits for the next; a chunk is good until as many others are asked for. */
  readonly ahead: number;
  /** Runs replications `first` to `first + count - 1`; null: it was stopped before the last of them was done. */
  run(first: number, count: number): Promise<Chunk | null>;
  /** Lets go of what it works on, within milliseconds and in the midst of a replication if need be. It runs nothing afterwards. */
  stop(): void;
  /** Stops it and gives back what it holds. */
  close(): Promise<void>;
}
