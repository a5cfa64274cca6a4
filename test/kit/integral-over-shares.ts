/**
 * The integral of `f` over u from 0 to 1, for quantile functions: the pieces halve towards both ends, where a law's
 * tails lie, as far as 2⁻⁵², and are cut at `kinks` too; in each, Gauss and Legendre's rule with ten points.
 * What lies beyond 2⁻⁵² is left out.
 */
export function integralOverShares(f: (u: number) => number, kinks: readonly number[] = []): number {
  const cuts = [0.5, ...kinks];
  for (let k = 2; k <= 52; k++) cuts.push(2 ** -k, 1.25 * 2 ** -k, 1.5 * 2 ** -k, 1.75 * 2 ** -k);
  for (let k = 2; k <= 52; k++) cuts.push(1 - 2 ** -k, 1 - 1.25 * 2 ** -k, 1 - 1.5 * 2 ** -k, 1 - 1.75 * 2 ** -k);
  cuts.sort((a, b) => a - b);
  let sum = 0;
  for (let i = 0; i + 1 < cuts.length; i++) sum += onPiece(f, cuts[i]!, cuts[i + 1]!);
  return sum;
}

function onPiece(f: (u: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  let sum = 0;
  for (const { place, weight } of tenPoints)
    sum += weight * (f(from + half * (1 - place)) + f(from + half * (1 + place)));
  return half * sum;
}

/** Source: Abramowitz and Stegun (1964), table 25.4, n = 10. */
const tenPoints = [
  { place: 0.14887433898163122, weight: 0.29552422471475287 },
  { place: 0.4333953941292472, weight: 0.26926671930999635 },
  { place: 0.6794095682990244, weight: 0.21908636251598204 },
  { place: 0.8650633666889845, weight: 0.1494513491505806 },
  { place: 0.9739065285171717, weight: 0.06667134430868814 },
];
