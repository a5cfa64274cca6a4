import type { Result, ScenarioSummary } from "#result/result.js";
import type { Chart, ChartOptions, Spec } from "./chart.js";
import { formatShare } from "./format.js";
import { frame } from "./frame.js";
import { allNamed, labels } from "./labels.js";
import type { Language } from "./language.js";
import { roughMinutes } from "./rough-minutes.js";
import { scenarioScale } from "./scenario-scale.js";
import { colours, sizes } from "./theme.js";
import { axisRoom, type Panel, panelGap, panelRowGap, panelsByScenario, panelWidth, withWaits } from "./wait-panels.js";
import { comparedSentence, kindOf, longestSentence, waitTexts } from "./wait-texts.js";
import { axisEnd, barWidth, shareWithin } from "./waits.js";

/**
 * Which share of visitors waits at most how long: a rising line a scenario, with the promised wait and the promised share as
 * crossing lines. By station, service or group a panel each.
 */
export const waitCumulative: Chart = (result, options) => {
  const { lang, by = "whole" } = options;
  if (by === "whole") {
    const lines = panelsByScenario(result, options).map((panel) => ({ ...panel, label: "" }));
    return lines.length === 0 ? null : draw(result, options, lines, comparedSentence(result, lines, lang));
  }
  const all = allNamed(result, kindOf(by));
  const label = labels(all, lang, { width: panelWidth(2), size: sizes.subtitle, bold: true });
  const lines = all.flatMap(({ id }) =>
    result.scenarios.flatMap((scenario) =>
      withWaits(result, scenario, by, id).map((waits) => ({ label: label.get(id) ?? id, scenario, waits })),
    ),
  );
  const base = lines.filter(({ scenario }) => scenario === lines[0]?.scenario);
  return base.length === 0 ? null : draw(result, options, lines, longestSentence(base, all, options));
};

function draw(result: Result, { lang, by = "whole" }: ChartOptions, lines: readonly Panel[], title: string): Spec {
  const scenarios = [...new Set(lines.map(({ scenario }) => scenario))];
  const end = axisEnd(
    lines.map(({ waits }) => waits),
    Math.max(...scenarios.map(({ promise }) => promise.wait)),
    barWidth,
  );
  const panels = [...new Set(lines.map(({ label }) => label))];
  const columns = panels.length === 1 ? 1 : 2;
  const scale = scenarioScale(scenarios, result, lang);
  const size = { width: panelWidth(columns), height: columns === 1 ? 300 : 120 };
  const plot = { ...size, layer: layers(lang, end / 60, scale) };
  const values = [
    ...lines.flatMap((line) =>
      points(line, end, scale.label(line.scenario.id), columns === 1 ? pointsOfLine.large : pointsOfLine.small),
    ),
    ...promises(panels, scenarios, lang),
  ];
  const says = [waitTexts[lang].pooled, waitTexts[lang].ends(roughMinutes(end, lang))];
  const top = { ...frame(result, lang, { title, says, scenarios }), data: { values } };
  if (by === "whole") return { ...top, ...plot };
  return {
    ...top,
    facet: { field: "panel", type: "nominal", sort: panels, title: null },
    columns,
    spacing: { column: panelGap, row: panelRowGap },
    resolve: { axis: { x: "independent" } },
    spec: plot,
  };
}

/** At most this many points a line: more cannot be seen, in a large picture and in a small one. */
const pointsOfLine = { large: 200, small: 60 };

/** Points of a rising line; thinned where neighbours lie on one level. */
function points({ label, waits }: Panel, end: number, scenario: string, most: number) {
  const step = Math.max(waits.binWidth, end / most);
  const found: { panel: string; kind: string; scenario: string; at: number; share: number }[] = [];
  for (let at = 0; at < end + step; at += step) {
    const share = shareWithin(waits, Math.min(at, end));
    found.push({
      panel: label,
      kind: "line",
      scenario,
      at: Math.round(Math.min(at, end) / 0.6) / 100,
      share: Math.round(share * 1e4) / 100,
    });
  }
  return found.filter((point, i) => point.share !== found[i - 1]?.share || point.share !== found[i + 1]?.share);
}

/** Where the promise of each scenario stands, each pair of wait and share once a panel. */
function promises(panels: readonly string[], scenarios: readonly ScenarioSummary[], lang: Language) {
  const unique = new Map(scenarios.map(({ promise }) => [`${promise.wait} ${promise.share}`, promise]));
  return panels.flatMap((panel) =>
    [...unique.values()].map(({ wait, share }) => ({
      panel,
      kind: "promise",
      at: wait / 60,
      share: share * 100,
      waitText: waitTexts[lang].promise(roughMinutes(wait, lang)),
      shareText: waitTexts[lang].promisedShare(formatShare(share, lang)),
    })),
  );
}

function layers(lang: Language, end: number, scale: ReturnType<typeof scenarioScale>) {
  const text = waitTexts[lang];
  const x = { field: "at", type: "quantitative" as const, title: text.wait, scale: { domain: [0, end], nice: false } };
  const y = {
    field: "share",
    type: "quantitative" as const,
    title: text.share,
    scale: { domain: [0, 100] },
    axis: { values: [0, 20, 40, 60, 80, 100], minExtent: axisRoom - 14 },
  };
  const isPromise = [{ filter: "datum.kind === 'promise'" }];
  const rule = { type: "rule" as const, strokeDash: [5, 3], color: colours.quiet, strokeWidth: 1 };
  const note = { type: "text" as const, fontSize: sizes.small, color: colours.ink };
  return [
    { transform: isPromise, mark: rule, encoding: { x } },
    { transform: isPromise, mark: rule, encoding: { y } },
    {
      transform: [{ filter: "datum.kind === 'line'" }],
      mark: { type: "line" as const, strokeWidth: 2, interpolate: "linear" as const },
      encoding: { x, y, color: scale.color, strokeDash: scale.strokeDash },
    },
    {
      transform: isPromise,
      mark: { ...note, align: "left" as const, baseline: "bottom" as const, dx: 5, y: "height" as const, dy: -5 },
      encoding: { x, text: { field: "waitText" } },
    },
    {
      transform: isPromise,
      mark: { ...note, align: "right" as const, baseline: "top" as const, x: "width" as const, dy: 4 },
      encoding: { y, text: { field: "shareText" } },
    },
  ];
}
