/**
 * Scale and shape of the Weibull law with a given mean and coefficient of variation in (0, 20].
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
  return { scale: mean / Math.exp(logGamma(1 + 1 / shape)), shape };
}

function cvOf(shape: number): number {
  return Math.sqrt(Math.expm1(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)));
}

/**
 * Logarithm of the gamma function for x >= 1, to about 1e-14.
 * Source: Stirling's series, Abramowitz and Stegun (1964), 6.1.41, after the recurrence 6.1.15 has taken x beyond 15.
 */
function logGamma(x: number): number {
  let product = 1;
  let z = x;
  while (z < 15) product *= z++;
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
