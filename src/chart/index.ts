import type { Chart } from "./chart.js";
import { waitCumulative } from "./wait-cumulative.js";
import { waitDistribution } from "./wait-distribution.js";

/** Every chart by the name the command line knows it by. */
export const charts = {
  "wait-distribution": waitDistribution,
  "wait-cumulative": waitCumulative,
} as const satisfies Readonly<Record<string, Chart>>;

export type ChartName = keyof typeof charts;
