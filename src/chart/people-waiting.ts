import type { Result, ScenarioSummary, Series } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { clockAxis, intervalOf, intervalSpan } from "./clock-axis.js";
import { formatNumber } from "./format.js";
import { frame } from "./frame.js";
import { allNamed, labels, quotedTitle, scenarioOf } from "./labels.js";
import { catalogue } from "./language.js";
import { scenarioScale } from "./scenario-scale.js";
import { colours, sizes } from "./theme.js";
import { axisRoom, panelGap, panelWidth } from "./wait-panels.js";

/** More stations than this are too many for one look; those with the shortest queues are left out, and the chart says so. */
const mostStations = 10;

/** A queue never longer than this share of the longest cannot be seen beside it: it is left out too. */
const visible = 0.02;

/**
 * People waiting by time of day, a panel a station: the mean of each scenario, and for the base the band between which nine
 * days in ten lie.
 */
export const peopleWaiting: Chart = (result, options) => {
  const { lang } = options;
  const base = scenarioOf(result);
  const queues = result.series.filter(
    (one) => one.measure === "people-waiting" && one.scope === "station" && peak(one) > 0,
  );
  if (base === null || queues.length === 0) return null;
  const peaks = new Map<string, number>();
  for (const one of queues) peaks.set(one.key, Math.max(peak(one), peaks.get(one.key) ?? 0));
  const byPeak = [...peaks.keys()].sort((a, b) => (peaks.get(b) ?? 0) - (peaks.get(a) ?? 0));
  const isVisible = (key: string) => (peaks.get(key) ?? 0) >= visible * Math.max(...peaks.values());
  const shown = byPeak.filter(isVisible).slice(0, mostStations);
  const left = byPeak.length - shown.length;
  const text = texts[lang];
  const band = result.scenarios.length > 1 ? text.bandOfBase : text.band;
  const hasBand = result.provenance.replications > 1;
  const says = [text.shows, ...(hasBand ? [band] : []), ...(left > 0 ? [text.left(formatNumber(left, lang))] : [])];
  const drawn = queues.filter(({ key }) => shown.includes(key));
  return {
    ...frame(result, lang, { title: title(result, base, queues, options), says, scenarios: result.scenarios }),
    ...panels(result, drawn, shown, options),
  };
};

/** The longest queue of the base; of the whole result where the base has none. */
function title(result: Result, base: ScenarioSummary, queues: readonly Series[], { lang }: ChartOptions): string {
  const ofBase = queues.filter(({ scenario }) => scenario === base.id);
  const longest = (ofBase.length > 0 ? ofBase : queues).reduce((a, b) => (peak(b) > peak(a) ? b : a));
  const at = longest.estimate.indexOf(peak(longest));
  const place = quotedTitle(allNamed(result, "stations"), longest.key, lang);
  return texts[lang].longest(
    place,
    formatNumber(peak(longest), lang, peak(longest) < 10 ? 1 : 0),
    intervalSpan(base, at),
  );
}

const peak = ({ estimate }: Series): number => Math.max(0, ...estimate.map((value) => value ?? 0));

function panels(result: Result, queues: readonly Series[], shown: readonly string[], { lang }: ChartOptions) {
  const columns = shown.length === 1 ? 1 : 2;
  const width = panelWidth(columns);
  const label = labels(allNamed(result, "stations"), lang, { width, size: sizes.subtitle, bold: true });
  const scenarios = result.scenarios.filter(({ id }) => queues.some(({ scenario }) => scenario === id));
  const scale = scenarioScale(scenarios, result, lang);
  const base = scenarioOf(result);
  const values = scenarios.flatMap((scenario) =>
    queues
      .filter((one) => one.scenario === scenario.id)
      .flatMap((one) =>
        points(one, scenario, label.get(one.key) ?? one.key, scale.label(scenario.id), scenario === base),
      ),
  );
  const x = {
    field: "at",
    type: "quantitative" as const,
    title: null,
    scale: { zero: false, nice: false, domain: base === null ? [] : [base.opens, base.opens + base.dayLength] },
    axis: base === null ? {} : clockAxis(base, columns === 1 ? 12 : 6),
  };
  const y = {
    type: "quantitative" as const,
    title: texts[lang].axis,
    axis: { tickCount: 4, minExtent: axisRoom - 14 },
  };
  return {
    data: { values },
    facet: { field: "panel", type: "nominal" as const, sort: shown.map((key) => label.get(key) ?? key), title: null },
    columns,
    spacing: { column: panelGap, row: 8 },
    resolve: { axis: { x: "independent" as const } },
    spec: {
      width,
      height: columns === 1 ? 240 : 110,
      layer: [
        {
          transform: [{ filter: "datum.low !== null && datum.high !== null" }],
          mark: { type: "area" as const, color: colours.faint, opacity: 0.3, clip: true },
          encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
        },
        {
          mark: { type: "line" as const, strokeWidth: 2, clip: true },
          encoding: { x, y: { ...y, field: "people" }, color: scale.color, strokeDash: scale.strokeDash },
        },
      ],
    },
  };
}

/** Means of intervals, placed at their middles; the band only where asked for. */
function points(one: Series, scenario: ScenarioSummary, panel: string, name: string, hasBand: boolean) {
  return one.estimate.map((people, i) => {
    const { from, to } = intervalOf(scenario, i);
    const band = { low: hasBand ? (one.bandLow[i] ?? null) : null, high: hasBand ? (one.bandHigh[i] ?? null) : null };
    return {
      panel,
      scenario: name,
      at: (from + to) / 2,
      people: rounded(people),
      low: rounded(band.low),
      high: rounded(band.high),
    };
  });
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

const texts = catalogue(
  {
    longest: (place: string, people: string, clock: string) =>
      `The longest queue: ${place}, ${people} people waiting on average, ${clock}`,
    shows: "Mean number of people waiting by time of day.",
    band: "Shaded: where nine days in ten lie.",
    bandOfBase: "Shaded: where nine days in ten of the base lie.",
    left: (count: string) => `Stations with the shortest queues (${count}) are left out.`,
    axis: "People",
  },
  {
    ru: {
      longest: (place, people, clock) => `Самая длинная очередь: ${place}, ${clock} ждут в среднем ${people} чел.`,
      shows: "Среднее число ожидающих по времени дня.",
      band: "Серая полоса: девять из десяти дней.",
      bandOfBase: "Серая полоса: девять из десяти дней исходного положения.",
      left: (count) => `Участки с самыми короткими очередями (${count}) не показаны.`,
      axis: "Человек",
    },
    kk: {
      longest: (place, people, clock) =>
        `Ең ұзын кезек: ${place}, сағат ${clock} аралығында орта есеппен ${people} адам күтеді`,
      shows: "Тәулік уақыты бойынша күтіп тұрғандардың орташа саны.",
      band: "Сұр жолақ: он күннің тоғызы.",
      bandOfBase: "Сұр жолақ: бастапқы жағдайдағы он күннің тоғызы.",
      left: (count) => `Кезегі ең қысқа учаскелер (${count}) көрсетілмеді.`,
      axis: "Адам",
    },
  },
);
