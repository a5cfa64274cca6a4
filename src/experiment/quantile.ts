/** The ceil(share · n)-th smallest of n whole numbers, given how often each was met; 0 when none was. */
export function quantile(counts: Float64Array, share: number): number {
  let n = 0;
  for (let value = 0; value < counts.length; value++) n += counts[value];
  const rank = Math.ceil(share * n);
  let below = 0;
  for (let value = 0; value < counts.length; value++) {
    below += counts[value];
    if (below >= rank) return value;
  }
  return 0;
}
