import type { DistributionMaker } from "./distribution.js";

/**
 * Hyperexponential law: each value is exponential, with the mean of a phase chosen by the shares. More variable than
 * the exponential. `shares` and `means` have one entry a phase; shares sum to 1, means are above 0.
 * By inversion, with a relative error below 1e-12; a draw mostly costs two logarithms and one exponential a phase.
 * Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 19.
 */
export const hyperexponential: DistributionMaker<"hyperexponential"> = ({ shares, means }) => {
  const mean = shares.reduce((sum, share, phase) => sum + share * means[phase]!, 0);
  const squares = shares.reduce((sum, share, phase) => sum + share * means[phase]! ** 2, 0);
  const phases = { shares: Float64Array.from(shares), rates: Float64Array.from(means, (one) => 1 / one) };
  const table = makeTable(phases);
  return { mean, variance: 2 * squares - mean * mean, quantile: (u) => solve(phases, u, startFor(table, u)) };
};

interface Phases {
  readonly shares: Float64Array;
  readonly rates: Float64Array;
}

/** The table's cells lie at equal steps of -ln(1 - u), up to the 37 that a 53-bit uniform can reach. */
const cellsPerUnit = 32;
const cells = 37 * cellsPerUnit;

/** The quantile to about 1e-7: a cubic in each cell. Above the table, the start of the last cell. */
function startFor(table: Float64Array, u: number): number {
  const place = -Math.log1p(-u) * cellsPerUnit;
  const cell = Math.min(Math.floor(place), cells - 1);
  const t = Math.min(place - cell, 1);
  const at = 4 * cell;
  return ((table[at + 3]! * t + table[at + 2]!) * t + table[at + 1]!) * t + table[at]!;
}

/** Four coefficients a cell, `table[4 * cell + power]`, of the place in the cell from 0 to 1: cubic Hermite. */
function makeTable(phases: Phases): Float64Array {
  const table = new Float64Array(4 * cells);
  let left = 0;
  let leftSlope = slopeAt(phases, left);
  for (let cell = 0; cell < cells; cell++) {
    const right = solve(phases, -Math.expm1(-(cell + 1) / cellsPerUnit), left);
    const slope = slopeAt(phases, right);
    const rise = right - left;
    table.set([left, leftSlope, 3 * rise - 2 * leftSlope - slope, leftSlope + slope - 2 * rise], 4 * cell);
    left = right;
    leftSlope = slope;
  }
  return table;
}

/** Derivative of the quantile by the place in the table: the share above over the density. */
function slopeAt({ shares, rates }: Phases, t: number): number {
  let above = 0;
  let density = 0;
  for (let phase = 0; phase < shares.length; phase++) {
    const part = shares[phase]! * Math.exp(-t * rates[phase]!);
    above += part;
    density += part * rates[phase]!;
  }
  return above / (density * cellsPerUnit);
}

/**
 * The t with a share `u` below it, by Newton's method on ln S(t), the logarithm of the share above t. That is convex,
 * so every step after the first stays at or below the root, and none can go astray. A step below 1e-7 is the last: the
 * error after it is of the order of its square.
 */
function solve(phases: Phases, u: number, start: number): number {
  let t = start;
  for (let step = 0; step < 100; step++) {
    const change = u < 0.5 ? changeByShareBelow(phases, u, t) : changeByShareAbove(phases, u, t);
    t += change;
    if (Math.abs(change) <= 1e-7 * t) break;
  }
  return Math.max(0, t);
}

/** Newton's step where the share below is small, and so carries the digits. */
function changeByShareBelow({ shares, rates }: Phases, u: number, t: number): number {
  let below = 0;
  let density = 0;
  for (let phase = 0; phase < shares.length; phase++) {
    const part = shares[phase]! * Math.expm1(-t * rates[phase]!);
    below -= part;
    density += (shares[phase]! + part) * rates[phase]!;
  }
  return (Math.log1p((u - below) / (1 - u)) * (1 - below)) / density;
}

/** Newton's step where the share above is small. */
function changeByShareAbove({ shares, rates }: Phases, u: number, t: number): number {
  let above = 0;
  let density = 0;
  for (let phase = 0; phase < shares.length; phase++) {
    const part = shares[phase]! * Math.exp(-t * rates[phase]!);
    above += part;
    density += part * rates[phase]!;
  }
  return (Math.log(above / (1 - u)) * above) / density;
}
