import type { WaitDistribution } from "#result/result.js";

/** All visitors a distribution counts. */
export const countOf = ({ counts }: WaitDistribution): number => counts.reduce((sum, count) => sum + count, 0);

/** Share of waits of at most so many seconds, straight within a bin; 0 below zero, NaN without visitors. */
export function shareWithin({ counts, binWidth }: WaitDistribution, seconds: number): number {
  let within = 0;
  let all = 0;
  counts.forEach((count, bin) => {
    all += count;
    within += count * Math.min(1, Math.max(0, bin === 0 ? (seconds >= 0 ? 1 : 0) : seconds / binWidth - (bin - 1)));
  });
  return within / all;
}

/** The wait, in seconds, not passed by the given share of visitors: the end of its bin. 0 without visitors. */
export function waitOfShare(distribution: WaitDistribution, share: number): number {
  const wanted = share * countOf(distribution);
  let sum = 0;
  for (const [bin, count] of distribution.counts.entries()) {
    sum += count;
    if (count > 0 && sum >= wanted) return bin * distribution.binWidth;
  }
  return 0;
}

/** Shares of waits in (from, to] for steps of `width` seconds up to `end`; the first step includes those who did not wait. */
export function histogram(distribution: WaitDistribution, width: number, end: number) {
  const bars = [];
  for (let from = 0; from < end; from += width) {
    const below = from === 0 ? 0 : shareWithin(distribution, from);
    bars.push({ from, to: from + width, share: shareWithin(distribution, from + width) - below });
  }
  return bars;
}

/**
 * Where pictures of waits end, in seconds: at the first whole step past the wait that all but 0.5 % do not pass in any of the
 * distributions, and past the promise.
 */
export function axisEnd(
  distributions: readonly WaitDistribution[],
  promise: number,
  step: (end: number) => number,
): number {
  const longest = Math.max(promise, 60, ...distributions.map((one) => waitOfShare(one, 0.995)));
  const width = step(longest);
  return Math.ceil((longest * 1.0001) / width) * width;
}

/** Width of a bar in seconds: the narrowest of the round widths that gives at most 45 bars. */
export const barWidth = (end: number): number =>
  roundWidths.find((width) => end / width <= 45) ?? Math.ceil(end / 45 / 3600) * 3600;

const roundWidths = [60, 120, 300, 600, 900, 1800, 3600];
