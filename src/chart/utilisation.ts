import type { Result, ScenarioSummary, Series } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { intervalLabel } from "./clock-axis.js";
import { formatNumber, formatShare } from "./format.js";
import { frame, innerWidth } from "./frame.js";
import { allNamed, centredRows, labels, linesOf, panelTitle, quotedTitle } from "./labels.js";
import { catalogue } from "./language.js";
import { colours, sizes } from "./theme.js";

/** Pixels for the names of stations at the left. */
const labelRoom = 168;

/** How busy each station is in each interval of the day: a heat map a scenario, with the percentages where there is room. */
export const utilisation: Chart = (result, options) => {
  const { lang } = options;
  const busy = result.series.filter(
    (one) => one.measure === "utilisation" && one.scope === "station" && one.estimate.some((value) => value !== null),
  );
  const scenarios = result.scenarios.filter(({ id }) => busy.some(({ scenario }) => scenario === id));
  const [base] = scenarios;
  if (base === undefined) return null;
  const title = busiest(result, base, busy, options);
  return {
    ...frame(result, lang, { title, says: [texts[lang].shows], scenarios }),
    ...heatMaps(result, scenarios, busy, options),
  };
};

/** The busiest station and hour of the base. */
function busiest(result: Result, base: ScenarioSummary, busy: readonly Series[], { lang }: ChartOptions): string {
  const cells = busy
    .filter(({ scenario }) => scenario === base.id)
    .flatMap((one) => one.estimate.map((value, i) => ({ key: one.key, value: value ?? -1, i })));
  const most = cells.reduce((a, b) => (b.value > a.value ? b : a));
  if (most.value <= 0) return texts[lang].idle;
  return texts[lang].busiest(
    quotedTitle(allNamed(result, "stations"), most.key, lang),
    formatShare(most.value, lang),
    intervalLabel(base, most.i),
  );
}

function heatMaps(
  result: Result,
  scenarios: readonly ScenarioSummary[],
  busy: readonly Series[],
  { lang }: ChartOptions,
) {
  const named = allNamed(result, "stations").filter(({ id }) => busy.some(({ key }) => key === id));
  const station = labels(named, lang, { width: labelRoom - 12, size: sizes.label });
  const panel = labels(scenarios, lang, { width: innerWidth - labelRoom, size: sizes.subtitle, bold: true });
  const columns = lastOnDuty(busy) + 1;
  const cell = Math.max(1, Math.floor((innerWidth - labelRoom) / columns));
  const step = Math.max(22, 14 * linesOf(station.values()) + 6);
  const heatMap = (scenario: ScenarioSummary) => {
    const rows = busy.filter((one) => one.scenario === scenario.id);
    const names = named.filter(({ id }) => rows.some(({ key }) => key === id)).map(({ id }) => station.get(id) ?? "");
    const cells = rows.flatMap((one) =>
      one.estimate
        .slice(0, columns)
        .map((value, i) => ({ station: station.get(one.key) ?? "", ...cellOf(value, i, lang) })),
    );
    return {
      title: panelTitle((panel.get(scenario.id) ?? "").split("\n")),
      data: { values: cells },
      width: { step: cell },
      height: { step },
      layer: layersOf(scenario, names, cell, lang),
    };
  };
  return { vconcat: scenarios.map(heatMap), spacing: 10 };
}

/** The last interval any station is on duty in. What follows, after closing as a rule, would be a column of dashes. */
const lastOnDuty = (busy: readonly Series[]): number =>
  Math.max(...busy.map(({ estimate }) => estimate.findLastIndex((value) => value !== null)));

/** The cells, and their numbers where there is room. */
function layersOf(scenario: ScenarioSummary, stations: readonly string[], cell: number, lang: ChartOptions["lang"]) {
  const x = { field: "interval", type: "ordinal" as const, title: null, axis: everyOther(scenario, cell) };
  const y = {
    field: "station",
    type: "nominal" as const,
    sort: [...stations],
    title: null,
    axis: { minExtent: labelRoom, domain: false, ticks: false, labelOffset: centredRows, labelPadding: 8 },
  };
  const isDark = { test: "datum.percent > 74", value: "white" };
  const text = {
    mark: { type: "text" as const, fontSize: sizes.small - 0.5 },
    encoding: { x, y, text: { field: "text" }, color: { condition: isDark, value: colours.ink } },
  };
  return [
    { mark: { type: "rect" as const, stroke: "white", strokeWidth: 1 }, encoding: { x, y, color: colour(lang) } },
    ...(cell >= 22 ? [text] : []),
  ];
}

const cellOf = (value: number | null, i: number, lang: ChartOptions["lang"]) => ({
  interval: i,
  percent: value === null ? null : Math.round(value * 1000) / 10,
  text: value === null ? "–" : formatNumber(value * 100, lang),
});

/** Labels of the intervals, as many as there is room for. */
function everyOther(scenario: ScenarioSummary, cell: number) {
  const every = Math.max(1, Math.ceil(42 / cell));
  const names = Object.fromEntries(
    scenario.intervals.map((_, i) => [i, i % every === 0 ? intervalLabel(scenario, i) : ""]),
  );
  return {
    labelExpr: `${JSON.stringify(names)}[datum.value]`,
    labelAngle: 0,
    labelOverlap: false,
    domain: false,
    ticks: false,
  };
}

const colour = (lang: ChartOptions["lang"]) => ({
  field: "percent",
  type: "quantitative" as const,
  scale: { domain: [0, 50, 80, 100], range: ["#f4f7f9", "#a6cbe3", "#2f7fb8", "#08264a"], clamp: true },
  legend: {
    title: texts[lang].axis,
    orient: "top" as const,
    direction: "horizontal" as const,
    gradientLength: 240,
    gradientThickness: 10,
    offset: 12,
    values: [0, 20, 40, 60, 80, 100],
  },
});

const texts = catalogue(
  {
    busiest: (place: string, share: string, clock: string) =>
      `The busiest: ${place}, ${share} of its working time from ${clock}`,
    idle: "Nobody is served",
    shows:
      "Time busy as a share of the time on duty, %. A dash: nobody on duty; above 100: work finished after a shift has ended.",
    axis: "Utilisation, %",
  },
  {
    ru: {
      busiest: (place, share, clock) =>
        `Сильнее всего загружены: ${place}, с ${clock} занято ${share} рабочего времени`,
      idle: "Никого не обслуживают",
      shows:
        "Доля занятого времени в рабочем времени, %. Прочерк: никто не работает; больше 100: работу доделывают после конца смены.",
      axis: "Загрузка, %",
    },
    kk: {
      busiest: (place, share, clock) =>
        `Жүктемесі ең жоғары: ${place}, сағат ${clock} бастап жұмыс уақытының ${share} бос емес`,
      idle: "Ешкімге қызмет көрсетілмейді",
      shows:
        "Жұмыс уақытындағы бос емес уақыттың үлесі, %. Сызықша: ешкім жұмыс істемейді; 100-ден артық: жұмыс ауысым біткен соң аяқталған.",
      axis: "Жүктеме, %",
    },
  },
);
