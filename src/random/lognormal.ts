import type { DistributionMaker } from "./distribution.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * Lognormal law, given by its own mean and coefficient of variation (not those of the logarithm).
 * Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 14.
 */
export const lognormal: DistributionMaker<"lognormal"> = ({ mean, cv }) => {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const median = mean / Math.sqrt(1 + cv * cv);
  return { mean, variance: (mean * cv) ** 2, quantile: (u) => median * Math.exp(sigma * normalQuantile(u)) };
};
