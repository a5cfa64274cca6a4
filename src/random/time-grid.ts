/**
 * All times are whole multiples of 2^-20 s, about a microsecond. Sums and differences of such times are exact below 2^33 s,
 * so results do not depend on the order of adding, a day's books balance to the bit, and any calendar agrees on what is first.
 * Adding and taking away 1.5 · 2^32 rounds a double to that grid.
 */
const ROUNDER = 1.5 * 2 ** 32;

/** A time rounded to the grid; `time` from 0 to 2^31 seconds. */
export function onGrid(time: number): number {
  return time + ROUNDER - ROUNDER;
}
