import type {
  Comparison,
  Difference,
  GainDistribution,
  Interval,
  Measure,
  ShiftEntry,
  Verdict,
  VisitorBalance,
} from "#result/result.js";
import { gainBins } from "#runner/measures-of.js";
import { holm } from "#stats/holm.js";
import type { Moments } from "#stats/moments.js";
import { pairedTest } from "#stats/paired-test.js";
import { tInterval } from "#stats/t-interval.js";
import type { Accumulator, PairTotals, PlanTotals } from "./accumulator.js";
import { nameOfKey } from "./accumulator.js";
import type { NamedScenario } from "./named-scenario.js";
import { CONFIDENCE } from "./stopping.js";
import { placeOf, wordsOf } from "./summarise.js";

/** Each reform against the base, on the same visitors; p values adjusted over the reforms, measure by measure. */
export function compareAll(scenarios: readonly NamedScenario[], totals: Accumulator): Comparison[] {
  const adjusted = adjustOverReforms(totals.pairs);
  return totals.pairs.map((pair, i) => ({
    reform: scenarios[i + 1].id,
    differences: differencesOf(pair, adjusted[i]),
    visitors: balanceOf(pair),
    gains: gainsOf(pair),
    shift: shiftOf(pair),
  }));
}

interface Tested {
  readonly p: number | null;
  readonly pHolm: number | null;
  readonly isExactlySame: boolean;
}

/** Holm's adjustment takes together the same measure of all reforms. */
function adjustOverReforms(pairs: readonly PairTotals[]): Tested[][] {
  const tests = pairs.map((pair) => pair.matched.map((_, i) => pairedTest(pair.differences.of(i))));
  const families = new Map<string, { pair: number; match: number }[]>();
  pairs.forEach((pair, p) => {
    pair.matched.forEach((_, match) => {
      const name = nameOfMatch(pair, match);
      families.set(name, [...(families.get(name) ?? []), { pair: p, match }]);
    });
  });
  const adjusted: Tested[][] = tests.map((each) => each.map((test) => ({ ...test, pHolm: null })));
  for (const family of families.values()) {
    const pHolm = holm(family.map(({ pair, match }) => tests[pair][match].p));
    family.forEach(({ pair, match }, i) => {
      adjusted[pair][match] = { ...adjusted[pair][match], pHolm: pHolm[i] };
    });
  }
  return adjusted;
}

function nameOfMatch({ matched, base, reform }: PairTotals, match: number): string {
  const { base: one, reform: other } = matched[match];
  return one >= 0 ? nameOfKey(base.keys[one], base.plan) : nameOfKey(reform.keys[other], reform.plan);
}

function differencesOf(pair: PairTotals, tested: readonly Tested[]): Difference[] {
  return pair.matched.map(({ base, reform }, i) => {
    const [totals, index] = base >= 0 ? [pair.base, base] : [pair.reform, reform];
    const key = totals.keys[index];
    const interval = tInterval(pair.differences.of(i), CONFIDENCE);
    const { p, pHolm, isExactlySame } = tested[i];
    return {
      ...wordsOf(key, totals.plan),
      key: placeOf(key, totals.plan),
      base: meanOf(pair.base, base),
      reform: meanOf(pair.reform, reform),
      ...interval,
      p,
      pHolm,
      verdict: isExactlySame ? "same" : verdictOf(key.measure as Measure, interval.estimate, pHolm),
    };
  });
}

function meanOf(totals: PlanTotals, index: number): number | null {
  if (index < 0) return 0;
  const { n, mean } = totals.moments.of(index);
  return n === 0 ? null : mean;
}

/** Measures of which more is better, and those that are neither good nor bad in themselves; of all others less is better. */
const moreIsBetter: ReadonlySet<Measure> = new Set(["served", "within-promise", "satisfaction", "throughput"]);
const neutral: ReadonlySet<Measure> = new Set([
  "came",
  "joined",
  "utilisation",
  "service-time",
  "wait-gap",
  "time-in-centre-gap",
  "denied-gap",
]);

const SIGNIFICANT = 0.05;

function verdictOf(measure: Measure, difference: number | null, pHolm: number | null): Verdict {
  if (difference === null || pHolm === null || pHolm >= SIGNIFICANT || difference === 0) return "cannot-tell";
  if (neutral.has(measure)) return difference > 0 ? "more" : "less";
  return difference > 0 === moreIsBetter.has(measure) ? "better" : "worse";
}

// --- Visitors ---------------------------------------------------------------------------------------------------------

/** All first, then each group. */
function balanceOf({ base, balance }: PairTotals): VisitorBalance[] {
  const groups = base.plan.groups.map((group) => group.id);
  const of = (group: string, cell: number): VisitorBalance => ({
    group,
    better: intervalOf(balance.of(3 * cell)),
    worse: intervalOf(balance.of(3 * cell + 1)),
    unchanged: intervalOf(balance.of(3 * cell + 2)),
  });
  return [of("", groups.length), ...groups.map((group, i) => of(group, i))];
}

function intervalOf(moments: Moments): Interval {
  const { estimate, low, high } = tInterval(moments, CONFIDENCE);
  return { estimate, low, high };
}

function gainsOf({ gains, newlyServed, noLongerServed, both }: PairTotals): GainDistribution {
  return {
    binWidth: gainBins.binWidth,
    from: gainBins.from,
    counts: [...gains],
    newlyServed: both === 0 ? 0 : newlyServed / both,
    noLongerServed: both === 0 ? 0 : noLongerServed / both,
  };
}

/** Where minutes are saved and lost. Time in the centre is time at stations and between them, so the entries sum to the total. */
function shiftOf(pair: PairTotals): ShiftEntry[] {
  const entry = (
    place: ShiftEntry["place"],
    key: string,
    measure: string,
    scope: string,
    wait: number | null,
  ): ShiftEntry => ({
    place,
    key,
    ...intervalOf(pair.differences.of(find(pair, measure, scope, key))),
    wait,
  });
  const stations = [
    ...new Set([...pair.base.plan.stations, ...pair.reform.plan.stations].map((station) => station.id)),
  ];
  const waitAt = (station: string): number => pair.differences.of(find(pair, "station-wait", "station", station)).mean;
  return [
    ...stations.map((station) => entry("station", station, "station-time", "station", waitAt(station))),
    entry("between-stations", "", "time-between-stations", "whole", null),
    entry("total", "", "time-in-centre", "whole", null),
  ];
}

function find(pair: PairTotals, measure: string, scope: string, place: string): number {
  return pair.matched.findIndex(({ base, reform }) => {
    const [totals, index] = base >= 0 ? [pair.base, base] : [pair.reform, reform];
    const key = totals.keys[index];
    return (
      key.measure === measure &&
      key.scope === scope &&
      key.statistic === "mean" &&
      key.group < 0 &&
      placeOf(key, totals.plan) === place
    );
  });
}
