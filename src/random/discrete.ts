import type { DistributionMaker } from "./distribution.js";

/** A few values, each with its share; `values` in any order, shares sum to 1. */
export const discrete: DistributionMaker<"discrete"> = ({ values, shares }) => {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const sorted = order.map((i) => values[i]!);
  const reached = cumulative(order.map((i) => shares[i]!));
  const mean = values.reduce((sum, value, i) => sum + shares[i]! * value, 0);
  return {
    mean,
    variance: values.reduce((sum, value, i) => sum + shares[i]! * (value - mean) ** 2, 0),
    quantile: (u) => sorted[firstAtLeast(reached, u)]!,
  };
};

/** Running sums; the last is 1 whatever rounding made of it. */
function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  const sums = shares.map((share) => {
    sum += share;
    return sum;
  });
  sums[sums.length - 1] = 1;
  return sums;
}

/** Index of the first of the rising `sums` that is at least `u`. */
function firstAtLeast(sums: readonly number[], u: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}
