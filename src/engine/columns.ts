/** Doubles a row of the engine's sums takes: see assembly/sums.ts. */
export const enum Columns {
  stay = 5,
  visit = 15,
  /** The first of a visit's outcomes. */
  firstOutcome = 9,
  dayInterval = 4,
  stationInterval = 6,
}
