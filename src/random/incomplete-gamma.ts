/** Enough terms for any shape a law here asks for; reached only by a bug. */
const mostTerms = 100_000;
const precision = 1e-17;
const tiny = 1e-300;

/**
 * ln Γ(a) for a > 0; error below 1e-14, or 1e-15 of its size where that is more.
 * Source: Stirling's series (Abramowitz and Stegun 1964, 6.1.41), reached from a small `a` by Γ(a + 1) = a Γ(a).
 */
export function lnGamma(a: number): number {
  let product = 1;
  let x = a;
  for (; x < 12; x++) product *= x;
  const y = 1 / (x * x);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y * (1 / 156))))));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x - Math.log(product);
}

/**
 * ln of the share of a gamma law (shape `a`, scale 1) below exp(`y`). Taking ln x, and not x, keeps it finite where
 * x itself would round to 0, as it does for small shapes.
 * Source: series and continued fraction of Abramowitz and Stegun (1964), 6.5.29 and 6.5.31.
 */
export function lnLowerGamma(a: number, y: number): number {
  const x = Math.exp(y);
  return x < a + 1 ? lnDensity(a, y, x) + Math.log(lowerSeries(a, x)) : Math.log1p(-upperShare(a, y, x));
}

/** ln of the share of a gamma law (shape `a`, scale 1) above exp(`y`). Source: as {@link lnLowerGamma}. */
export function lnUpperGamma(a: number, y: number): number {
  const x = Math.exp(y);
  if (x < a + 1) return Math.log1p(-Math.exp(lnDensity(a, y, x)) * lowerSeries(a, x));
  return lnDensity(a, y, x) + Math.log(upperFraction(a, x));
}

/** ln of the density of Y = ln X at `y`, X gamma with shape `a` and scale 1. */
export function lnDensityOfLnGamma(a: number, y: number): number {
  return lnDensity(a, y, Math.exp(y));
}

function lnDensity(a: number, y: number, x: number): number {
  return a * y - x - lnGamma(a);
}

function upperShare(a: number, y: number, x: number): number {
  return Math.exp(lnDensity(a, y, x)) * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > precision * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's method for 1/(x + 1 - a - 1(1 - a)/(x + 3 - a - …)). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < mostTerms; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2.3e-16) break;
  }
  return fraction;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}
