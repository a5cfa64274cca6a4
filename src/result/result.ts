/** The document every run writes and every chart and report reads; nothing else passes between them. */
export interface Result {
  readonly format: "pscsim-result/1";
  readonly provenance: Provenance;
  /** The base first, then each reform in the order given. A plain run has one. */
  readonly scenarios: readonly ScenarioSummary[];
  readonly rows: readonly Row[];
  readonly distributions: readonly WaitDistribution[];
  readonly series: readonly Series[];
  /** One a reform; empty after a plain run. */
  readonly comparisons: readonly Comparison[];
}

/** Where the numbers come from. */
export interface Provenance {
  readonly pscsim: string;
  readonly node: string;
  readonly command: string;
  readonly seed: string;
  readonly replications: number;
  /** Why it stopped: the number asked for, the precision reached, the time used up, or Ctrl-C. */
  readonly stopped: "replications" | "precise" | "time" | "interrupted";
  /** Half-width of the headline wait's interval over its estimate when it stopped, the largest over the scenarios; null: not defined. */
  readonly relativeHalfWidth: number | null;
  readonly confidence: number;
  readonly calendar: "own" | "simjs";
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** A title in the three languages. */
export interface Title {
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

export interface Named {
  readonly id: string;
  readonly title: Title;
}

export interface ScenarioSummary extends Named {
  readonly about: Title;
  /** What is assumed, not measured; shown wherever the figures are. */
  readonly assumptions: Title;
  /** Seconds after midnight. */
  readonly opens: number;
  /** Seconds from opening to closing. */
  readonly dayLength: number;
  /** Start of each interval of the day, seconds from opening; the last one, starting at closing, has no end. */
  readonly intervals: readonly number[];
  readonly promise: { readonly wait: number; readonly share: number; readonly noticeable: number };
  readonly groups: readonly Named[];
  readonly services: readonly Named[];
  readonly stations: readonly (Named & { readonly isLift: boolean })[];
}

/** What is measured. The unit follows from it: see `unitOf`. */
export type Measure =
  | "wait"
  | "wait-of-served"
  | "wait-of-all-who-came"
  | "time-in-centre"
  | "time-in-centre-of-served"
  | "service-time"
  | "station-wait"
  | "station-time"
  | "time-between-stations"
  | "queue-length"
  | "people-inside"
  | "utilisation"
  | "throughput"
  | "came"
  | "joined"
  | "served"
  | "gave-up"
  | "turned-away"
  | "denied"
  | "inside-at-end"
  | "within-promise"
  | "finish-after-closing"
  | "overtime"
  | "staff-cost"
  | "visitor-cost"
  | "total-cost"
  | "satisfaction"
  | "wait-gap"
  | "time-in-centre-gap"
  | "denied-gap";

/** What a measure is taken over. `key` of a row names the station, service or half-hour (its start, `"09:30"`). */
export type Scope = "whole" | "station" | "service" | "interval";

/**
 * The statistic. `mean`, `median`, `p90`, `p95`, `max`: of the visitors of one replication. `total`: a count or amount a day.
 * `share`: of those who came. `average`: over the time the centre is open. `difference`, `ratio`: of a group to the first
 * group. `gini`: over all visitors. Ratios are means of each replication's own ratio.
 */
export type Statistic =
  | "mean"
  | "median"
  | "p90"
  | "p95"
  | "max"
  | "total"
  | "share"
  | "average"
  | "difference"
  | "ratio"
  | "gini";

export type Unit = "s" | "visitors" | "share" | "h" | "KZT" | "visitors/h" | "points" | "ratio";

/** One estimate: the mean over replications of the replication's own value, with its t interval. */
export interface Row {
  readonly scenario: string;
  readonly measure: Measure;
  readonly scope: Scope;
  /** The station, service or interval; empty for the whole centre. */
  readonly key: string;
  /** The group of visitors; empty for all. */
  readonly group: string;
  readonly statistic: Statistic;
  readonly unit: Unit;
  /** null: not defined in any replication (nobody of that kind came). */
  readonly estimate: number | null;
  /** null: fewer than two replications had a value. */
  readonly low: number | null;
  readonly high: number | null;
  /** Replications that had a value. */
  readonly n: number;
}

/** Waits of all replications pooled, for pictures: not for intervals. */
export interface WaitDistribution {
  readonly scenario: string;
  readonly scope: "whole" | "station" | "service" | "group";
  readonly key: string;
  /** Seconds a bin. Bin 0 holds those who did not wait; bin k > 0 those who waited more than (k - 1) and at most k bin widths. */
  readonly binWidth: number;
  readonly counts: readonly number[];
  /** Quantiles of the pooled waits, to the second. */
  readonly median: number;
  readonly p90: number;
}

/** A measure by interval of the day. One value an entry of `ScenarioSummary.intervals`. */
export interface Series {
  readonly scenario: string;
  readonly measure: "people-waiting" | "utilisation" | "people-inside" | "wait" | "wait-of-all-who-came";
  readonly scope: "whole" | "station";
  readonly key: string;
  readonly unit: Unit;
  readonly estimate: readonly (number | null)[];
  /** Interval of the estimate. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** Nine days in ten lie between these; null where not kept. */
  readonly bandLow: readonly (number | null)[];
  readonly bandHigh: readonly (number | null)[];
}

/** A reform against the base, on the same visitors. */
export interface Comparison {
  /** Id of the reform's scenario. */
  readonly reform: string;
  readonly differences: readonly Difference[];
  readonly visitors: readonly VisitorBalance[];
  readonly gains: GainDistribution;
  /** Where minutes are saved and lost; the entries sum to the change in time in centre, of the last entry `total`. */
  readonly shift: readonly ShiftEntry[];
}

/** Reform minus base, paired replication by replication. */
export interface Difference {
  readonly measure: Measure;
  readonly scope: Scope;
  readonly key: string;
  readonly group: string;
  readonly statistic: Statistic;
  readonly unit: Unit;
  readonly base: number | null;
  readonly reform: number | null;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Two-sided p of the paired t test; null: not defined. */
  readonly p: number | null;
  /** The same after Holm's adjustment over the reforms of this comparison. */
  readonly pHolm: number | null;
  readonly verdict: Verdict;
}

/**
 * `better` / `worse`: pHolm < 0.05. `same`: exactly 0 in every replication. `cannot-tell`: the rest.
 * `more` / `less`: a significant change of a measure that is neither good nor bad in itself.
 */
export type Verdict = "better" | "worse" | "more" | "less" | "same" | "cannot-tell";

/** Shares of the visitors who come in both, who are better off, worse off, or unchanged (by less than the noticeable time). */
export interface VisitorBalance {
  /** Empty for all. */
  readonly group: string;
  readonly better: Interval;
  readonly worse: Interval;
  readonly unchanged: Interval;
}

export interface Interval {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Change of each visitor's time in centre (reform minus base), for those served in both; pooled. */
export interface GainDistribution {
  /** Seconds a bin; bin i counts changes in [from + i·binWidth, from + (i + 1)·binWidth). The outer bins are open. */
  readonly binWidth: number;
  readonly from: number;
  readonly counts: readonly number[];
  /** Served now who were not before, and the other way round, as shares of the visitors who come in both. */
  readonly newlyServed: number;
  readonly noLongerServed: number;
}

/** Change of the mean seconds a visitor who came spends at a station (waiting and being served), or between stations. */
export interface ShiftEntry extends Interval {
  readonly place: "station" | "between-stations" | "total";
  readonly key: string;
  /** The part of `estimate` that is waiting. */
  readonly wait: number | null;
}
