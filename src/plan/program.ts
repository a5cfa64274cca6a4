/*
 * What a visitor's program is made of. Read by both compilers: that of routes, and, through `src/engine/assembly`, the one
 * that makes the engine; so nothing but enumerations stands here.
 */

/** Words of the program. */
export enum Word {
  /** Whole numbers an instruction takes, the operation first. */
  perInstruction = 6,
}

/** What a visitor's program can say; operands in brackets. */
export enum Op {
  /** Leave, with an outcome. [outcome] */
  leave = 0,
  /** Join a line and wait to be called. [station, line, purpose of patience, same server 0/1, detour when nobody can serve; -1: none] */
  seize = 1,
  /** Be served for a random time. [distribution, purpose, times the group's service time factor 0/1] */
  serve = 2,
  /** Set the server free. [station] */
  release = 3,
  /** Walk. [walk] */
  walk = 4,
  /** Go on with probability `chance`, else jump. A trait stays the same on every pass. [chance, purpose, target, trait 0/1] */
  test = 5,
  /** [target] */
  jump = 6,
  /** With probability `chance` start another pass at the target. [chance, purpose, target] */
  again = 7,
  /** Jump to the alternative whose queue is shortest. [first alternative, how many] */
  shortest = 8,
  /** Spend a random time without a server. [distribution, purpose] */
  spend = 9,
}

/** How a visit to the centre ends. */
export enum Outcome {
  served = 0,
  reneged = 1,
  balked = 2,
  turnedAway = 3,
  denied = 4,
  inside = 5,
  /** How many outcomes there are. */
  count = 6,
}
