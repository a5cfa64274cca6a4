import type { Result } from "#result/result.js";
import type { Chart, ChartOptions, Spec } from "./chart.js";
import { frame } from "./frame.js";
import { allNamed } from "./labels.js";
import type { Language } from "./language.js";
import { roughMinutes, roughMinutesUp } from "./rough-minutes.js";
import { colours, sizes } from "./theme.js";
import { axisRoom, type Panel, panelGap, panelRowGap, panelsBy, panelsByScenario, panelWidth } from "./wait-panels.js";
import { comparedSentence, kindOf, longestSentence, scenarioTitle, waitTexts } from "./wait-texts.js";
import { axisEnd, barWidth, histogram } from "./waits.js";

/**
 * How long visitors wait: a histogram, with the promise marked. For the whole centre a panel a scenario, each reform with the
 * base's outline over it; by station, service or group a panel each, of one scenario.
 */
export const waitDistribution: Chart = (result, options) => {
  const { lang, by = "whole" } = options;
  const panels = by === "whole" ? panelsByScenario(result, options) : panelsBy(result, by, options);
  const [first] = panels;
  if (first === undefined) return null;
  const isCompared = by === "whole" && panels.length > 1;
  const says = [waitTexts[lang].pooled, ...(isCompared ? [waitTexts[lang].outlined] : [])];
  if (by === "whole") return draw(result, options, panels, comparedSentence(result, panels, lang), says);
  const title = longestSentence(panels, allNamed(result, kindOf(by)), options);
  return draw(result, options, panels, title, [`${scenarioTitle(first.scenario, lang)}.`, ...says]);
};

function draw(
  result: Result,
  { lang, by = "whole" }: ChartOptions,
  panels: readonly Panel[],
  title: string,
  says: readonly string[],
): Spec {
  const promise = Math.max(...panels.map(({ scenario }) => scenario.promise.wait));
  const waits = panels.map((panel) => panel.waits);
  const end = axisEnd(waits, promise, barWidth);
  const columns = by === "whole" || panels.length === 1 ? 1 : 2;
  const text = waitTexts[lang];
  return {
    ...frame(result, lang, {
      title,
      says: [...says, text.ends(roughMinutes(end, lang))],
      scenarios: [...new Set(panels.map(({ scenario }) => scenario))],
    }),
    data: { values: panels.flatMap((panel) => bars(panel, by === "whole" ? panels[0] : undefined, { end, lang })) },
    facet: { field: "panel", type: "nominal", sort: panels.map(({ label }) => label), title: null },
    columns,
    spacing: { column: panelGap, row: panelRowGap },
    resolve: { axis: { x: "independent" } },
    spec: {
      width: panelWidth(columns),
      height: columns === 1 ? 120 : 100,
      layer: layers(lang, end / 60, panels.length > 1 && by === "whole"),
    },
  };
}

/** The rows of one panel: its bars, with the base's heights beside them, and where its promise stands. */
function bars(
  { label, scenario, waits }: Panel,
  base: Panel | undefined,
  { end, lang }: { end: number; lang: Language },
) {
  const width = barWidth(end);
  const before = base === undefined ? [] : histogram(base.waits, width, end);
  const promise = scenario.promise.wait;
  const rows = histogram(waits, width, end).map(({ from, to, share }, i) => ({
    panel: label,
    kind: "bar",
    from: from / 60,
    to: to / 60,
    share: percent(share),
    base: percent(before[i]?.share ?? 0),
    part: to <= promise + 0.5 ? waitTexts[lang].inPromise : waitTexts[lang].beyond,
  }));
  const last = { panel: label, kind: "end", from: end / 60, base: 0 };
  const mark = {
    panel: label,
    kind: "promise",
    from: promise / 60,
    text: waitTexts[lang].promise(roughMinutes(promise, lang)),
  };
  if (base === undefined) return [...rows, last, mark];
  const quantiles = waitTexts[lang].quantiles(roughMinutesUp(waits.median, lang), roughMinutesUp(waits.p90, lang));
  return [...rows, last, mark, { panel: label, kind: "quantiles", text: quantiles }];
}

const percent = (share: number): number => Math.round(share * 1e5) / 1e3;

function layers(lang: Language, end: number, hasOutline: boolean) {
  const text = waitTexts[lang];
  const x = {
    field: "from",
    type: "quantitative" as const,
    title: text.wait,
    scale: { domain: [0, end], nice: false },
    axis: { grid: false },
  };
  const y = {
    field: "share",
    type: "quantitative" as const,
    title: text.share,
    axis: { tickCount: 4, minExtent: axisRoom - 14 },
  };
  const colour = {
    field: "part",
    type: "nominal" as const,
    scale: { domain: [text.inPromise, text.beyond], range: [colours.blue, colours.orange] },
    legend: { title: null, orient: "top" as const, offset: 12, symbolType: "square" },
  };
  const isKind = (kind: string) => [{ filter: `datum.kind === '${kind}'` }];
  return [
    {
      transform: isKind("bar"),
      mark: { type: "bar" as const, binSpacing: 1 },
      encoding: { x: { ...x, bin: "binned" as const }, x2: { field: "to" }, y, color: colour },
    },
    ...(hasOutline
      ? [
          {
            transform: [{ filter: "datum.kind === 'bar' || datum.kind === 'end'" }],
            mark: { type: "line" as const, interpolate: "step-after" as const, color: colours.ink, strokeWidth: 1.2 },
            encoding: { x, y: { ...y, field: "base" } },
          },
        ]
      : []),
    {
      transform: isKind("promise"),
      mark: { type: "rule" as const, strokeDash: [5, 3], color: colours.ink, strokeWidth: 1.2 },
      encoding: { x },
    },
    {
      transform: isKind("promise"),
      mark: {
        type: "text" as const,
        align: "left" as const,
        baseline: "top" as const,
        dx: 5,
        y: 0,
        fontSize: sizes.small,
        color: colours.ink,
      },
      encoding: { x, text: { field: "text" } },
    },
    {
      transform: isKind("quantiles"),
      mark: {
        type: "text" as const,
        align: "right" as const,
        x: "width" as const,
        y: 22,
        fontSize: sizes.small,
        color: colours.quiet,
      },
      encoding: { text: { field: "text" } },
    },
  ];
}
