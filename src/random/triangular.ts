import { constant } from "./constant.js";
import type { DistributionMaker } from "./distribution.js";

/**
 * Triangular law: the density rises from `min` to `mode` and falls to `max`.
 * Source: Kotz and van Dorp (2004), Beyond Beta, ch. 1.
 */
export const triangular: DistributionMaker<"triangular"> = ({ min, mode, max }) => {
  const range = max - min;
  if (range === 0) return constant({ kind: "constant", value: min });
  const rise = mode - min;
  const fall = max - mode;
  const shareBelowMode = rise / range;
  return {
    mean: (min + mode + max) / 3,
    variance: (rise * rise + rise * fall + fall * fall) / 18,
    quantile: (u) => (u < shareBelowMode ? min + Math.sqrt(u * range * rise) : max - Math.sqrt((1 - u) * range * fall)),
  };
};
