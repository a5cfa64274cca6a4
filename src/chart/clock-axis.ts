import type { ScenarioSummary } from "#result/result.js";
import { formatClock } from "./format.js";

/** Where interval `i` of the day begins and ends, in seconds after midnight; the last one is drawn as long as the one before. */
export function intervalOf({ opens, dayLength, intervals }: ScenarioSummary, i: number): { from: number; to: number } {
  const from = intervals[i] ?? 0;
  const usual = (intervals[1] ?? dayLength) - (intervals[0] ?? 0);
  const next = intervals[i + 1] ?? from + usual;
  return { from: opens + from, to: opens + next };
}

/** The name of an interval: its start; `18:00+` for what happens after closing. */
export function intervalLabel(scenario: ScenarioSummary, i: number): string {
  const isAfterClosing = i === scenario.intervals.length - 1 && i > 0 && scenario.intervals[i] === scenario.dayLength;
  return formatClock(intervalOf(scenario, i).from) + (isAfterClosing ? "+" : "");
}

/** An interval from start to end: `12:30–13:00`; `18:00+` for what happens after closing. */
export function intervalSpan(scenario: ScenarioSummary, i: number): string {
  const start = intervalLabel(scenario, i);
  return start.endsWith("+") ? start : `${start}–${formatClock(intervalOf(scenario, i).to)}`;
}

/** An axis of clock times with at most so many labels, on full hours where a day allows it. Times are seconds after midnight. */
export function clockAxis({ opens, dayLength }: ScenarioSummary, most: number) {
  const steps = [1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600];
  const step = steps.find((one) => dayLength / one <= most) ?? Math.ceil(dayLength / most / 86400) * 86400;
  const first = Math.min(step, 3600);
  const values: number[] = [];
  for (let at = Math.ceil(opens / first) * first; at <= opens + dayLength; at += step) values.push(at);
  const names = Object.fromEntries(values.map((at) => [at, formatClock(at)]));
  return { values, labelExpr: `${JSON.stringify(names)}[datum.value]`, grid: true };
}
