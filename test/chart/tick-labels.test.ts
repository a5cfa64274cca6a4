import { expect, test } from "vitest";
import { type ChartName, charts } from "#chart/index.js";
import { renderSvg } from "#chart/render.js";
import { textWidth } from "#chart/text-width.js";
import { sizes } from "#chart/theme.js";
import type { Result } from "#result/result.js";
import { aResult } from "../kit/result-fixture.js";

/** Least pixels between two labels of one axis, over all horizontal axes of a drawing; infinite where none has two. */
function leastGap(svg: string): number {
  const axes = svg.split("role-axis-label").slice(1);
  return Math.min(
    ...axes.map((axis) => {
      const labels = seenLabels(axis.slice(0, axis.indexOf("</g>")));
      const isHorizontal = new Set(labels.map(({ y }) => y)).size === 1;
      return isHorizontal
        ? Math.min(...labels.slice(1).map(({ from }, i) => from - (labels[i]?.to ?? 0)))
        : Number.POSITIVE_INFINITY;
    }),
  );
}

/** Where the labels of an axis that are not hidden begin and end. */
function seenLabels(axis: string) {
  const label = /text-anchor="(\w+)" transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*?opacity="1"[^>]*>([^<]+)</g;
  return [...axis.matchAll(label)].map(([, anchor, x, y, text = ""]) => {
    const width = textWidth(text, { size: sizes.label });
    const from = Number(x) - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
    return { from, to: from + width, y };
  });
}

const draw = (result: Result, name: ChartName) => renderSvg(charts[name](result, { lang: "ru" })!, { lang: "ru" });

const full = aResult();

/** A plain run with no wait above 95 min, so that the axis ends where a longer promise wants it. */
const single = aResult({ reforms: 0 });
const short: Result = {
  ...single,
  distributions: single.distributions.map((one) => ({ ...one, counts: one.counts.slice(0, 190) })),
};

test.each([0.004, 0.008, 0.015, 0.02, 0.05, 0.3])(
  "changes of %f of what they were leave their ticks apart",
  async (share) => {
    const scaled = (value: number | null) => (value === null ? null : value * share);
    const comparisons = full.comparisons.map((one) => ({
      ...one,
      shift: one.shift.map(({ place, key, estimate, low, high, wait }) => ({
        place,
        key,
        estimate: scaled(estimate),
        low: scaled(low),
        high: scaled(high),
        wait: scaled(wait),
      })),
    }));
    expect(leastGap(await draw({ ...full, comparisons }, "bottleneck-shift"))).toBeGreaterThan(7);
  },
);

test.each([300, 6000, 6240, 6540])("a promise of %d s and the end of the axis leave its ticks apart", async (wait) => {
  const scenarios = short.scenarios.map((one) => ({ ...one, promise: { ...one.promise, wait } }));
  for (const name of ["wait-distribution", "wait-cumulative"] as const) {
    expect(leastGap(await draw({ ...short, scenarios }, name))).toBeGreaterThan(7);
  }
});
