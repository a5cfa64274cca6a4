/** The order statistics of waits that a replication leaves: their places, `[cell * Quantile.count + quantile]`. */
export const enum Quantile {
  median = 0,
  p90 = 1,
  p95 = 2,
  max = 3,
  count = 4,
}
