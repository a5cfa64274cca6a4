import { constant } from "./constant.js";
import type { DistributionMaker } from "./distribution.js";
import { normalQuantile } from "./normal-quantile.js";
import { normalDensity, normalShare } from "./normal-share.js";

/**
 * Normal law truncated at 0: values below 0 do not occur, the rest keep their proportions. `mean` and `sd` of the data
 * are those before truncation; `mean` and `variance` of the law are those after it, a little higher and lower.
 * Source: Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 13, section 10.1.
 */
export const normal: DistributionMaker<"normal"> = ({ mean, sd }) => {
  if (sd === 0) return constant({ kind: "constant", value: Math.max(0, mean) });
  const start = -mean / sd;
  const cutOff = normalShare(start);
  const kept = normalShare(-start);
  const shift = normalDensity(start) / kept;
  return {
    mean: mean + sd * shift,
    variance: sd * sd * (1 + shift * (start - shift)),
    quantile: (u) => Math.max(0, mean + sd * standardQuantile(u, cutOff, kept)),
  };
};

/** Measured from the nearer end, where a share keeps its digits. */
function standardQuantile(u: number, cutOff: number, kept: number): number {
  const above = kept * (1 - u);
  return above < 0.5 ? -normalQuantile(above) : normalQuantile(cutOff + kept * u);
}
