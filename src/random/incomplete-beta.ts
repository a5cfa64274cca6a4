import { lnGamma } from "./incomplete-gamma.js";

const mostTerms = 10_000;
const tiny = 1e-300;

/**
 * ln of the share of a beta law (shapes `a` and `b`) below x, where `y` = ln(x / (1 - x)). The share above x is
 * `lnLowerBeta(b, a, -y)`.
 * Source: continued fraction of Abramowitz and Stegun (1964), 26.5.8, by Lentz's method.
 */
export function lnLowerBeta(a: number, b: number, y: number): number {
  const x = 1 / (1 + Math.exp(-y));
  if (x < (a + 1) / (a + b + 2)) return lnDensityOfLogitBeta(a, b, y) + Math.log(fraction(a, b, x) / a);
  return Math.log1p(-Math.exp(lnDensityOfLogitBeta(a, b, y)) * (fraction(b, a, 1 / (1 + Math.exp(y))) / b));
}

/** ln of the density of Y = ln(X / (1 - X)) at `y`, X beta with shapes `a` and `b`. */
export function lnDensityOfLogitBeta(a: number, b: number, y: number): number {
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  return -a * lnOnePlusExp(-y) - b * lnOnePlusExp(y) - lnBeta;
}

/** ln(1 + exp(y)), without leaving the numbers for a large `y`. */
function lnOnePlusExp(y: number): number {
  return Math.max(0, y) + Math.log1p(Math.exp(-Math.abs(y)));
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) <= 2.3e-16) break;
  }
  return value;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}
