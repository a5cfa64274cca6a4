const ROUNDER: f64 = 6442450944;

/** A time rounded to a multiple of 2^-20 s, as in src/random/time-grid.ts; `time` from 0 to 2^31 seconds. */
export function onGrid(time: f64): f64 {
  return time + ROUNDER - ROUNDER;
}
