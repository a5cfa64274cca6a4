/** Which number of a replication this is. Indices are those of the plan; -1: all, or none in particular. */
export interface MeasureKey {
  readonly measure: string;
  readonly statistic: string;
  readonly unit: string;
  readonly scope: MeasureScope;
  /** Station or service. */
  readonly place: number;
  readonly group: number;
  readonly interval: number;
}

export type MeasureScope = "whole" | "station" | "service" | "interval" | "station-interval";
