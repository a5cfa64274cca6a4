import type { Wanted } from "./find-row.js";

/** The measures a decision is made by, in the order they are shown. */
export const headlines: readonly Wanted[] = [
  { measure: "wait", statistics: ["mean"] },
  { measure: "wait", statistics: ["median"] },
  { measure: "wait", statistics: ["p90"] },
  { measure: "within-promise", statistics: ["share"] },
  { measure: "time-in-centre", statistics: ["mean"] },
  { measure: "gave-up", statistics: ["share", "total"] },
  { measure: "turned-away", statistics: ["share", "total"] },
  { measure: "denied", statistics: ["share", "total"] },
  { measure: "overtime", statistics: ["total", "mean"] },
  { measure: "total-cost", statistics: ["total", "mean"] },
];
