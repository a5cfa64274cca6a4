import type { DistributionMaker } from "./distribution.js";

/**
 * Exponential law, given by its mean.
 * Source: Devroye (1986), Non-Uniform Random Variate Generation, ch. II.2.
 */
export const exponential: DistributionMaker<"exponential"> = ({ mean }) => ({
  mean,
  variance: mean ** 2,
  quantile: (u) => -mean * Math.log1p(-u),
});
