import { lnGamma } from "#random/incomplete-gamma.js";

/**
 * Scale and shape of the Weibull law with a given mean and coefficient of variation in (0, 10].
 * By bisection: cv falls as the shape rises, from about 430 at shape 0.1 to 0.013 at shape 100; a smaller cv gets shape 100.
 * Source: Johnson, Kotz, Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 21: moments by the gamma function.
 */
export function weibullOfMean({ mean, cv }: { readonly mean: number; readonly cv: number }): {
  readonly scale: number;
  readonly shape: number;
} {
  let low = 0.1;
  let high = 100;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (cvOf(middle) > cv) low = middle;
    else high = middle;
  }
  const shape = (low + high) / 2;
  return { scale: mean / Math.exp(lnGamma(1 + 1 / shape)), shape };
}

function cvOf(shape: number): number {
  return Math.sqrt(Math.expm1(lnGamma(1 + 2 / shape) - 2 * lnGamma(1 + 1 / shape)));
}
