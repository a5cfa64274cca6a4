import type { DistributionMaker } from "./distribution.js";

/** Always the same value. */
export const constant: DistributionMaker<"constant"> = ({ value }) => ({
  mean: value,
  variance: 0,
  quantile: () => value,
});
