import { bottleneckShift } from "./bottleneck-shift.js";
import type { Chart } from "./chart.js";
import { comparison } from "./comparison.js";
import { gainsAndLosses } from "./gains-and-losses.js";
import { groupGap } from "./group-gap.js";
import { peopleWaiting } from "./people-waiting.js";
import { utilisation } from "./utilisation.js";
import { waitCumulative } from "./wait-cumulative.js";
import { waitDistribution } from "./wait-distribution.js";

/** The names of the charts, as the command line knows them and in the order of the report. */
export const chartNames = [
  "comparison",
  "wait-distribution",
  "wait-cumulative",
  "people-waiting",
  "utilisation",
  "gains-and-losses",
  "bottleneck-shift",
  "group-gap",
] as const;

export type ChartName = (typeof chartNames)[number];

/** Every chart by its name. */
export const charts: Readonly<Record<ChartName, Chart>> = {
  comparison,
  "wait-distribution": waitDistribution,
  "wait-cumulative": waitCumulative,
  "people-waiting": peopleWaiting,
  utilisation,
  "gains-and-losses": gainsAndLosses,
  "bottleneck-shift": bottleneckShift,
  "group-gap": groupGap,
};

/** The charts that can be had by station, service or group. */
export const chartsBy: readonly ChartName[] = ["wait-distribution", "wait-cumulative"];
