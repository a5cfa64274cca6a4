/** What can happen; the trace's words stand in the same order in `trace.ts`. */
export const enum Fact {
  arrived = 0,
  joined = 1,
  called = 2,
  served = 3,
  absent = 4,
  cameOn = 5,
  wentOff = 6,
  brokeDown = 7,
  repaired = 8,
  /** Does something else because no server is there, who may have been waited for. */
  diverted = 9,
  /** Endings: this plus the outcome. */
  left = 10,
}
