import type { DistributionMaker } from "./distribution.js";

/** Every value from `min` to `max` alike. */
export const uniform: DistributionMaker<"uniform"> = ({ min, max }) => ({
  mean: (min + max) / 2,
  variance: (max - min) ** 2 / 12,
  quantile: (u) => min + u * (max - min),
});
