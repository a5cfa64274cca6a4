import { normalQuantile } from "./normal-quantile.js";
import { lnNormalShare } from "./normal-share.js";

/**
 * A law on the whole line with a log-concave density, known by the logarithms of its shares: the gamma law of ln X,
 * the beta law of ln(X / (1 - X)).
 */
export interface SmoothLaw {
  readonly lnShareBelow: (y: number) => number;
  readonly lnShareAbove: (y: number) => number;
  readonly lnDensity: (y: number) => number;
  /** Derivative of `lnDensity`. */
  readonly slopeOfLnDensity: (y: number) => number;
  /** Somewhere in the middle of the law, to start from. */
  readonly centre: number;
}

/** The table covers every u that a 53-bit uniform can be: normalQuantile(2⁻⁵⁴) is -8.21. */
const reach = 8.5;
/** A table of 256 cells is 12 kB; twice as many would make the errors below 64 times smaller. */
const cells = 256;
const width = (2 * reach) / cells;

/**
 * The quantile function of `law`, for u in (0, 1), by a table: in each cell of z = normalQuantile(u) the polynomial of
 * degree 5 that has the exact quantile's value and first two derivatives at both ends. Beyond the table the quantile is
 * solved for.
 *
 * Largest absolute error, measured (in ln X, so this is the relative error of a gamma X): 5e-13 for gamma laws of
 * cv 0.05 to 1, 1.2e-11 for cv 2, 2.2e-10 for cv 5, 9e-10 for cv 10; 6e-13 for the logit of PERT laws.
 * A draw takes a fortieth of the time of {@link exactQuantile} (0.23 against 10.8 µs on a busy machine), and making the
 * table one or two milliseconds there.
 */
export function tabulatedQuantile(law: SmoothLaw): (u: number) => number {
  const table = makeTable(law);
  return (u) => {
    const z = normalQuantile(u);
    const place = (z + reach) / width;
    if (!(place >= 0 && place < cells)) return exactQuantile(law, z);
    const cell = Math.floor(place);
    const t = place - cell;
    const at = 6 * cell;
    return (
      ((((table[at + 5]! * t + table[at + 4]!) * t + table[at + 3]!) * t + table[at + 2]!) * t + table[at + 1]!) * t +
      table[at]!
    );
  };
}

/** The upper share falls like exp(-exp(y)): a longer step up would leave the numbers. */
const furthestUp = 2;

/**
 * The y with the same share of `law` below it as a standard normal law has below `z`: Newton's method on the logarithm
 * of the smaller of the two shares. That is concave (a log-concave density has log-concave shares), so every step
 * after the first comes from the same side and the method cannot go astray from the centre or a neighbour. A step
 * below 1e-8 is the last: the error after it is of the order of its square.
 */
export function exactQuantile(law: SmoothLaw, z: number, start = law.centre): number {
  const isLower = z <= 0;
  const wanted = lnNormalShare(isLower ? z : -z);
  let y = start;
  for (let step = 0; step < 100; step++) {
    const share = isLower ? law.lnShareBelow(y) : law.lnShareAbove(y);
    const change = (wanted - share) * Math.exp(share - law.lnDensity(y));
    y += isLower ? change : Math.min(-change, furthestUp);
    if (Math.abs(change) <= 1e-8) break;
  }
  return y;
}

/** Value and first two derivatives of the quantile by z. */
interface Node {
  readonly z: number;
  readonly y: number;
  readonly slope: number;
  readonly curvature: number;
}

/** Six coefficients a cell, `table[6 * cell + power]`, of the place in the cell from 0 to 1. */
function makeTable(law: SmoothLaw): Float64Array {
  const nodes = makeNodes(law);
  const table = new Float64Array(6 * cells);
  for (let cell = 0; cell < cells; cell++) table.set(quinticHermite(nodes[cell]!, nodes[cell + 1]!), 6 * cell);
  return table;
}

/** Solved from the middle outwards, each from its neighbour. */
function makeNodes(law: SmoothLaw): Node[] {
  const nodes: Node[] = [];
  const middle = cells / 2;
  nodes[middle] = nodeAt(law, 0, law.centre);
  for (let i = middle + 1; i <= cells; i++) nodes[i] = nodeBeside(law, nodes[i - 1]!, width * (i - middle));
  for (let i = middle - 1; i >= 0; i--) nodes[i] = nodeBeside(law, nodes[i + 1]!, width * (i - middle));
  return nodes;
}

function nodeBeside(law: SmoothLaw, known: Node, z: number): Node {
  const step = z - known.z;
  return nodeAt(law, z, known.y + step * (known.slope + (step / 2) * known.curvature));
}

/** From G(y) = Φ(z): y' = φ(z) / g(y), and once more by z: y'' = -y' (z + y' (ln g)'). */
function nodeAt(law: SmoothLaw, z: number, start: number): Node {
  const y = exactQuantile(law, z, start);
  const slope = Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - law.lnDensity(y));
  return { z, y, slope, curvature: -slope * (z + slope * law.slopeOfLnDensity(y)) };
}

/** Source: the two-point Hermite formula; see Stoer and Bulirsch (2002), section 2.1.5. */
function quinticHermite(left: Node, right: Node): number[] {
  const slope = width * left.slope;
  const curvature = (width * width * left.curvature) / 2;
  const rise = right.y - left.y - slope - curvature;
  const slopeRise = width * right.slope - slope - 2 * curvature;
  const curvatureRise = (width * width * right.curvature) / 2 - curvature;
  return [
    left.y,
    slope,
    curvature,
    10 * rise - 4 * slopeRise + curvatureRise,
    -15 * rise + 7 * slopeRise - 2 * curvatureRise,
    6 * rise - 3 * slopeRise + curvatureRise,
  ];
}
