import type { DistributionSpec } from "#random/distribution.js";

export { Op, Outcome, Word } from "./program.js";

/**
 * A scenario made ready to run: the small program each visitor walks, and the flat tables it uses.
 * Plain data, so it travels to worker threads as it is. Times in seconds from opening.
 */
export interface Plan {
  readonly title: string;
  readonly closes: number;
  readonly closeAtOnce: boolean;
  readonly promiseWait: number;
  readonly noticeable: number;
  readonly visitorHour: number;
  /** Start of each interval of the day; the last starts at closing and has no end. */
  readonly intervals: Float64Array;
  readonly intervalWidth: number;

  /** Instructions of {@link INSTRUCTION} whole numbers each: an {@link op} and its operands. */
  readonly program: Int32Array;
  /** First instruction of each service. */
  readonly entries: Int32Array;
  /** `chances[row * groups + group]`: probabilities that tests compare with. */
  readonly chances: Float64Array;
  /** Three numbers a walk: metres on the flat, metres of stairs, seconds at doors. */
  readonly walks: Float64Array;
  /** `alternatives`: pairs of station and first instruction, for the choice of the shortest queue. */
  readonly alternatives: Int32Array;
  readonly distributions: readonly DistributionSpec[];

  readonly groups: readonly PlannedGroup[];
  readonly services: readonly string[];
  readonly sources: readonly PlannedSource[];
  readonly stations: readonly PlannedStation[];
  readonly pools: readonly PlannedPool[];
  /** Waiting lines: one a station and skill; the station of each. */
  readonly lines: readonly PlannedLine[];
}

export interface PlannedGroup {
  readonly id: string;
  /** Index into `Plan.distributions`. */
  readonly walkingSpeed: number;
  /** Speed on stairs over mean walking speed: who walks fast climbs fast. */
  readonly stairsShare: number;
  readonly serviceTimeFactor: number;
}

export interface PlannedSource {
  readonly id: string;
  /** Hash of the name: keys this source's random numbers. */
  readonly stream: number;
  /** Cumulative shares; the last is 1. */
  readonly groupShares: Float64Array;
  readonly serviceShares: Float64Array;
  readonly pattern: PlannedWalkIn | PlannedReplay;
}

export interface PlannedWalkIn {
  readonly kind: "walk-in";
  /** Start of each piece of the rate, and the end of the last. */
  readonly starts: Float64Array;
  /** Expected visitors before each start, on a mean day; the first entry are those at the door. */
  readonly expected: Float64Array;
  readonly dayFactorCv: number;
  readonly weekdayFactors: Float64Array;
}

export interface PlannedReplay {
  readonly kind: "replay";
  readonly times: Float64Array;
  /** -1: drawn. */
  readonly services: Int32Array;
  readonly groups: Int32Array;
}

export interface PlannedStation {
  readonly id: string;
  readonly rule: "first-come" | "priority" | "last-come" | "random";
  readonly gap: number;
  readonly absentTicket: number;
  readonly room: number;
  readonly whenFull: "balk" | "turn-away";
  /** `detour`: as each visit's instructions say. */
  readonly whenDown: "wait" | "deny" | "turn-away" | "detour";
  readonly batch: number;
  /** Must the queue's length be right at every moment? Else patience is looked at when a visitor is called. */
  readonly isWatched: boolean;
  /** Does a route return to the same server here? */
  readonly hasReturns: boolean;
  /** Index into `Plan.distributions` by group; -1: waits as long as it takes. */
  readonly patience: Int32Array;
  /** Level of each group, 0 called first. */
  readonly levels: Int32Array;
  readonly levelCount: number;
  readonly firstPool: number;
  readonly poolCount: number;
  /** Indices into `Plan.distributions`; -1: never breaks down. */
  readonly breakdownEvery: number;
  readonly breakdownRepair: number;
  /** Hash of the name that keys breakdowns and random calls. */
  readonly stream: number;
  readonly serverHour: number;
}

export interface PlannedPool {
  readonly id: string;
  readonly station: number;
  /** Indices into `Plan.lines`, the preferred first. */
  readonly lines: Int32Array;
  readonly longestWaiting: boolean;
  readonly rosterTimes: Float64Array;
  readonly rosterCounts: Int32Array;
  /** The most servers there ever are. */
  readonly servers: number;
}

export interface PlannedLine {
  readonly station: number;
  readonly skill: string;
}
