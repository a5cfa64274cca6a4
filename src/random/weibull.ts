import type { DistributionMaker } from "./distribution.js";
import { lnGamma } from "./incomplete-gamma.js";

/**
 * Weibull law: a share exp(-(x / scale)^shape) lies above x.
 * Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 21.
 */
export const weibull: DistributionMaker<"weibull"> = ({ scale, shape }) => {
  const power = 1 / shape;
  const mean = scale * Math.exp(lnGamma(1 + power));
  return { mean, variance: scale * scale * unitVariance(power), quantile: (u) => scale * (-Math.log1p(-u)) ** power };
};

/** Γ(1 + 2p) - Γ(1 + p)², written so that it does not cancel out for a small `power` p. */
function unitVariance(power: number): number {
  const first = lnGamma(1 + power);
  return Math.exp(2 * first) * Math.expm1(lnGamma(1 + 2 * power) - 2 * first);
}
