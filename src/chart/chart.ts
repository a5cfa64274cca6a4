import type { TopLevelSpec } from "vega-lite";
import type { Result } from "#result/result.js";
import type { Language } from "./language.js";

/** A chart in Vega-Lite's language: plain data, to be kept as a file or drawn. */
export type Spec = TopLevelSpec;

/** What waits are shown by: the whole centre, or a small picture for each station, service or group. */
export type By = "whole" | "station" | "service" | "group";

/** What may be asked of a chart. What a chart has no use for, it does not look at. */
export interface ChartOptions {
  readonly lang: Language;
  /** Default: the whole centre. */
  readonly by?: By;
  /** Id of the one scenario to show, where a chart shows one at a time. Default: the base. */
  readonly scenario?: string;
}

/** A picture of a result; null where the result has nothing to show in it. */
export type Chart = (result: Result, options: ChartOptions) => Spec | null;
