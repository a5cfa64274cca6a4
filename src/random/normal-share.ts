import { lnLowerGamma, lnUpperGamma } from "./incomplete-gamma.js";

/**
 * ln of the share of a standard normal law below `z`; good to 1e-15 far into both tails. The share above `z` is
 * `lnNormalShare(-z)`.
 * Source: Abramowitz and Stegun (1964), 26.2.30 and 6.5.16: z² / 2 follows a gamma law of shape 1/2.
 */
export function lnNormalShare(z: number): number {
  if (z === 0) return -Math.LN2;
  const y = 2 * Math.log(Math.abs(z)) - Math.LN2;
  if (z < 0) return lnUpperGamma(0.5, y) - Math.LN2;
  return z > 1
    ? Math.log1p(-Math.exp(lnUpperGamma(0.5, y)) / 2)
    : Math.log1p(Math.exp(lnLowerGamma(0.5, y))) - Math.LN2;
}

/** The share of a standard normal law below `z`. Source: as {@link lnNormalShare}. */
export function normalShare(z: number): number {
  return Math.exp(lnNormalShare(z));
}

/** The density of the standard normal law at `z`. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
