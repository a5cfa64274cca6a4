/**
 * Holm's adjusted p values: with several comparisons at once, a claim at 0.05 on these is wrong in any of them with a
 * probability of at most 0.05. In the order given; null (no test) stays null and does not count as a comparison.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6(2), 65-70.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((p, place) => (p === null ? [] : [{ p, place }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  tested.forEach(({ p, place }, rank) => {
    largest = Math.max(largest, Math.min(1, (tested.length - rank) * p));
    adjusted[place] = largest;
  });
  return adjusted;
}
