import type { Measure, Result, Row } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { formatDifference } from "./format.js";
import { frame, innerWidth } from "./frame.js";
import { type IntervalPanel, intervalPanel, type PanelStyle } from "./interval-panels.js";
import { allNamed, labels, linesOf, quotedTitle } from "./labels.js";
import { catalogue, inLanguage } from "./language.js";
import { scenarioScale } from "./scenario-scale.js";
import { scenarioColour, sizes } from "./theme.js";
import { measureWord } from "./words.js";
import { wrap } from "./wrap.js";

const gaps = ["wait-gap", "time-in-centre-gap", "denied-gap"] as const satisfies readonly Measure[];

/** Pixels for the names of the groups, and between panels. */
const labelRoom = 150;
const gap = 24;

/** How much worse off each group is than the first one: a panel a measure, a row a group, a mark a scenario. */
export const groupGap: Chart = (result, options) => {
  const { lang } = options;
  const rows = result.rows.filter((row) => isGap(row) && row.estimate !== null);
  const shown = gaps.filter((measure) => rows.some((row) => row.measure === measure && row.estimate !== 0));
  const [first] = allNamed(result, "groups");
  if (first === undefined || shown.length === 0) return null;
  const width = Math.floor((innerWidth - labelRoom - gap * (shown.length - 1)) / shown.length) - 4;
  const drawn = rows.filter((row) => shown.some((measure) => measure === row.measure));
  const style = styleOf(result, drawn, width, options);
  const panels = shown.map((measure) => panelOf(result, measure, drawn, width, options));
  const says = [texts[lang].shows(inLanguage(first.title, lang) || first.id)];
  return {
    ...frame(result, lang, {
      title: title(result, drawn, options),
      says,
      scenarios: result.scenarios,
      hasIntervals: true,
    }),
    spacing: gap,
    hconcat: panels.map((panel, i) => intervalPanel(panel, { ...style, labelRoom: i === 0 ? labelRoom : 0 })),
  };
};

const isGap = ({ measure, statistic, group }: Row): boolean =>
  gaps.some((one) => one === measure) && statistic === "difference" && group !== "";

function styleOf(
  result: Result,
  drawn: readonly Row[],
  width: number,
  { lang }: ChartOptions,
): Omit<PanelStyle, "labelRoom"> {
  const scenarios = result.scenarios.filter(({ id }) => drawn.some(({ scenario }) => scenario === id));
  const scale = scenarioScale(scenarios, result, lang);
  const kinds = scenarios.map((scenario) => {
    const place = result.scenarios.indexOf(scenario);
    return {
      kind: scale.label(scenario.id),
      colour: scenarioColour(place),
      shape: shapes[place % shapes.length] ?? "circle",
    };
  });
  const names = labels(allNamed(result, "groups"), lang, { width: labelRoom - 14, size: sizes.label });
  const rows = [...names].filter(([id]) => drawn.some(({ group }) => group === id)).map(([, label]) => label);
  return {
    lang,
    width,
    rows,
    step: scenarios.length < 2 ? Math.max(36, 14 * linesOf(rows) + 10) : 24,
    kinds,
    isSplit: scenarios.length > 1,
  };
}

const shapes = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down"];

function panelOf(
  result: Result,
  measure: Measure,
  drawn: readonly Row[],
  width: number,
  { lang }: ChartOptions,
): IntervalPanel {
  const names = labels(allNamed(result, "groups"), lang, { width: labelRoom - 14, size: sizes.label });
  const scale = scenarioScale(result.scenarios, result, lang);
  const rows = drawn.filter((row) => row.measure === measure);
  return {
    title: wrap(measureWord(measure, lang), { width, size: sizes.subtitle, bold: true }),
    unit: rows[0]?.unit ?? "s",
    marks: rows.map(({ scenario, group, estimate, low, high }) => ({
      row: names.get(group) ?? group,
      kind: scale.label(scenario),
      estimate: estimate ?? 0,
      low,
      high,
    })),
  };
}

/** The largest gap of the base in time in centre, or else in what there is. */
function title(result: Result, drawn: readonly Row[], { lang }: ChartOptions): string {
  const base = result.scenarios[0]?.id;
  const measure = ["time-in-centre-gap", "wait-gap", "denied-gap"].find((one) =>
    drawn.some((row) => row.measure === one && row.scenario === base),
  );
  const rows = drawn.filter((row) => row.measure === measure && row.scenario === base);
  if (rows.length === 0) return texts[lang].none;
  const largest = rows.reduce((a, b) => ((b.estimate ?? 0) > (a.estimate ?? 0) ? b : a));
  const group = quotedTitle(allNamed(result, "groups"), largest.group, lang);
  return texts[lang].largest(
    measureWord(largest.measure, lang),
    group,
    formatDifference(largest.estimate ?? 0, largest.unit, lang),
  );
}

const texts = catalogue(
  {
    largest: (measure: string, group: string, difference: string) => `${measure} is widest for ${group}: ${difference}`,
    none: "Gaps between groups",
    shows: (first: string) => `Each group minus the first one (${first}); right of zero is worse for the group.`,
  },
  {
    ru: {
      largest: (measure, group, difference) => `${measure} больше всего у группы ${group}: ${difference}`,
      none: "Разрывы между группами",
      shows: (first) => `Каждая группа минус первая (${first}); правее нуля группе хуже.`,
    },
    kk: {
      largest: (measure, group, difference) => `${measure} ең үлкен топ — ${group}: ${difference}`,
      none: "Топтар арасындағы алшақтық",
      shows: (first) => `Әр топ пен бірінші топтың (${first}) айырмасы; нөлдің оң жағы топқа нашар.`,
    },
  },
);
