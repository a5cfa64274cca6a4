import type { Plan } from "#plan/plan.js";
import type { Measure, Result, Row, Scope, Series, Statistic, Unit, WaitDistribution } from "#result/result.js";
import type { MeasureKey } from "#runner/measures-of.js";
import { tInterval } from "#stats/t-interval.js";
import type { Accumulator, PlanTotals } from "./accumulator.js";
import type { NamedScenario } from "./named-scenario.js";
import { quantile } from "./quantile.js";
import { CONFIDENCE } from "./stopping.js";

/** Rows, pictures' distributions and series of every scenario. */
export function summarise(
  scenarios: readonly NamedScenario[],
  totals: Accumulator,
): Pick<Result, "rows" | "distributions" | "series"> {
  const each = scenarios.map((scenario, i) => ({ scenario, totals: totals.plans[i] }));
  return {
    rows: each.flatMap(({ scenario, totals }) => rowsOf(scenario, totals)),
    distributions: each.flatMap(({ scenario, totals }) => distributionsOf(scenario.id, totals)),
    series: each.flatMap(({ scenario, totals }) => seriesOf(scenario.id, totals)),
  };
}

function rowsOf({ id, scenario }: NamedScenario, totals: PlanTotals): Row[] {
  return totals.keys.flatMap((key, i) =>
    key.scope === "station-interval"
      ? []
      : [
          {
            scenario: id,
            ...wordsOf(key, totals.plan),
            key:
              key.interval < 0
                ? placeOf(key, totals.plan)
                : clock(scenario.day.opens + totals.plan.intervals[key.interval]),
            ...tInterval(totals.moments.of(i), CONFIDENCE),
          },
        ],
  );
}

/** What a number is, in the words of the result file. */
export function wordsOf(key: MeasureKey, plan: Plan): Pick<Row, "measure" | "scope" | "group" | "statistic" | "unit"> {
  return {
    measure: key.measure as Measure,
    scope: key.scope as Scope,
    group: key.group < 0 ? "" : plan.groups[key.group].id,
    statistic: key.statistic as Statistic,
    unit: key.unit as Unit,
  };
}

/** The station or service that a number belongs to; empty for the whole centre. */
export function placeOf(key: MeasureKey, plan: Plan): string {
  if (key.place < 0) return "";
  return key.scope === "service" ? plan.services[key.place] : plan.stations[key.place].id;
}

/** `"09:30"` for seconds after midnight. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

// --- Distributions ----------------------------------------------------------------------------------------------------

/** Bin widths to choose from, seconds. */
const widths = [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];
const MOST_BINS = 400;

function distributionsOf(scenario: string, { plan, waits }: PlanTotals): WaitDistribution[] {
  if (waits === null) return [];
  const { stations, services, groups } = plan;
  const cells = (first: number, count: number): Float64Array[] =>
    Array.from({ length: count }, (_, i) => waits.of(first + i));
  const byService = cells(stations.length, services.length);
  const named = (
    scope: WaitDistribution["scope"],
    keys: readonly string[],
    counts: readonly Float64Array[],
  ): WaitDistribution[] => keys.map((key, i) => ({ scenario, scope, key, ...binned(counts[i]) }));
  return [
    ...named("whole", [""], [sumOf(byService)]),
    ...named(
      "station",
      stations.map((station) => station.id),
      cells(0, stations.length),
    ),
    ...named("service", services, byService),
    ...named(
      "group",
      groups.map((group) => group.id),
      cells(stations.length + services.length, groups.length),
    ),
  ];
}

/** Counts of everybody, by second. */
function sumOf(each: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(Math.max(...each.map((counts) => counts.length)));
  for (const counts of each) for (let second = 0; second < counts.length; second++) sums[second] += counts[second];
  return sums;
}

function binned(seconds: Float64Array): Pick<WaitDistribution, "binWidth" | "counts" | "median" | "p90"> {
  const top = seconds.length - 1;
  const binWidth = widths.find((width) => top / width <= MOST_BINS) ?? Math.ceil(top / MOST_BINS);
  const counts = new Array<number>(Math.ceil(top / binWidth) + 1).fill(0);
  for (let second = 0; second <= top; second++) counts[Math.ceil(second / binWidth)] += seconds[second];
  return { binWidth, counts, median: quantile(seconds, 0.5), p90: quantile(seconds, 0.9) };
}

// --- Series -----------------------------------------------------------------------------------------------------------

const seriesMeasures: readonly {
  from: string;
  measure: Series["measure"];
  scope: Series["scope"];
  keyScope: MeasureKey["scope"];
}[] = [
  { from: "queue-length", measure: "people-waiting", scope: "station", keyScope: "station-interval" },
  { from: "utilisation", measure: "utilisation", scope: "station", keyScope: "station-interval" },
  { from: "wait", measure: "wait", scope: "station", keyScope: "station-interval" },
  { from: "people-inside", measure: "people-inside", scope: "whole", keyScope: "interval" },
  { from: "wait-of-all-who-came", measure: "wait-of-all-who-came", scope: "whole", keyScope: "interval" },
];

function seriesOf(scenario: string, totals: PlanTotals): Series[] {
  return seriesMeasures.flatMap(({ from, measure, scope, keyScope }) => {
    const places = scope === "whole" ? [-1] : totals.plan.stations.map((_, i) => i);
    return places.map((place) => {
      const indices = totals.keys.flatMap((key, i) =>
        key.measure === from && key.scope === keyScope && key.place === place ? [i] : [],
      );
      const intervals = indices.map((i) => tInterval(totals.moments.of(i), CONFIDENCE));
      const band =
        measure === "people-waiting" ? bandOf(totals, place) : indices.map(() => ({ low: null, high: null }));
      return {
        scenario,
        measure,
        scope,
        key: place < 0 ? "" : totals.plan.stations[place].id,
        unit: totals.keys[indices[0]].unit as Unit,
        estimate: intervals.map((interval) => interval.estimate),
        low: intervals.map((interval) => interval.low),
        high: intervals.map((interval) => interval.high),
        bandLow: band.map(({ low }) => low),
        bandHigh: band.map(({ high }) => high),
      };
    });
  });
}

/** Between which numbers of people waiting nine days in ten lie, by interval. */
function bandOf({ plan, crowds }: PlanTotals, station: number): { low: number | null; high: number | null }[] {
  return Array.from(plan.intervals, (_, interval) => {
    if (crowds.cells === 0 || interval === plan.intervals.length - 1) return { low: null, high: null };
    return crowds.band(station * plan.intervals.length + interval, 0.9);
  });
}
