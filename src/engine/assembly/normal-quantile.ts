// The standard normal quantile, as in src/random/normal-quantile.ts.
// Source: Wichura (1988), Algorithm AS 241, Applied Statistics 37(3), routine PPND16.

// Quotients of two polynomials of degree 7: numerator and denominator in turn, the highest power first.

/** The middle 85 %. */
const CENTRE: usize = memory.data<f64>(
  [
    2509.0809287301227, 5226.495278852854, 33430.575583588128, 28729.085735721943, 67265.7709270087, 39307.89580009271,
    45921.95393154987, 21213.794301586597, 13731.693765509461, 5394.196021424751, 1971.5909503065513, 687.1870074920579,
    133.14166789178438, 42.31333070160091, 3.3871328727963665, 1,
  ],
  16,
);
/** As far as a share of exp(-25), 1.4e-11, beyond. */
const NEAR_TAIL: usize = memory.data<f64>(
  [
    7.745450142783414e-4, 1.0507500716444169e-9, 0.022723844989269184, 5.475938084995345e-4, 0.2417807251774506,
    0.015198666563616457, 1.2704582524523684, 0.14810397642748008, 3.6478483247632045, 0.6897673349851,
    5.769497221460691, 1.6763848301838038, 4.630337846156546, 2.053191626637759, 1.4234371107496835, 1,
  ],
  16,
);
const FAR_TAIL: usize = memory.data<f64>(
  [
    2.0103343992922881e-7, 2.0442631033899397e-15, 2.7115555687434876e-5, 1.4215117583164459e-7, 0.0012426609473880784,
    1.8463183175100548e-5, 0.026532189526576124, 7.868691311456133e-4, 0.29656057182850487, 0.014875361290850615,
    1.7848265399172913, 0.1369298809227358, 5.463784911164114, 0.599832206555888, 6.657904643501103, 1,
  ],
  16,
);

/** @param u in (0, 1) */
export function normalQuantile(u: f64): f64 {
  const q = u - 0.5;
  return q < -0.425 || q > 0.425 ? tailQuantile(u) : quotient(CENTRE, 0.180625 - q * q, q);
}

/** The outer 15 %. */
function tailQuantile(u: f64): f64 {
  const isLower = u < 0.5;
  const r = Math.sqrt(-Math.log(isLower ? u : 1 - u));
  const sign: f64 = isLower ? -1 : 1;
  return r <= 5 ? quotient(NEAR_TAIL, r - 1.6, sign) : quotient(FAR_TAIL, r - 5, sign);
}

/** Numerator times a factor over denominator, the two polynomials worked out side by side. */
function quotient(coefficients: usize, r: f64, factor: f64): f64 {
  const both = f64x2.splat(r);
  let sums = v128.load(coefficients);
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 16));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 32));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 48));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 64));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 80));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 96));
  sums = f64x2.add(f64x2.mul(sums, both), v128.load(coefficients, 112));
  return (f64x2.extract_lane(sums, 0) * factor) / f64x2.extract_lane(sums, 1);
}
