import type { DistributionMaker } from "./distribution.js";

/**
 * The law of a list of measured values, in any order, at least one: the quantile runs straight from each value to the
 * next larger one. `mean` and `variance` are those of this law, which are a little nearer the middle than the list's.
 * Source: Hyndman and Fan (1996), The American Statistician 50(4), definition 7.
 */
export const empirical: DistributionMaker<"empirical"> = ({ values }) => {
  const sorted = Float64Array.from(values).sort();
  const mean = overPieces(sorted, (a, b) => (a + b) / 2);
  const square = (a: number, b: number) => (a * a + a * b + b * b) / 3;
  return {
    mean,
    variance: overPieces(sorted, (a, b) => square(a - mean, b - mean)),
    quantile: (u) => interpolate(sorted, u * (sorted.length - 1)),
  };
};

/** Mean of `measure` over the pieces between neighbours, which are equally likely. A lone value is a piece by itself. */
function overPieces(sorted: Float64Array, measure: (a: number, b: number) => number): number {
  const pieces = Math.max(1, sorted.length - 1);
  let sum = 0;
  for (let i = 0; i < pieces; i++) sum += measure(sorted[i]!, sorted[i + 1] ?? sorted[i]!);
  return sum / pieces;
}

function interpolate(sorted: Float64Array, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}
