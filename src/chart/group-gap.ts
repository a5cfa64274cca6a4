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

/** Who is worst off in the base: whom barriers keep out most, or else who stays longest. */
function title(result: Result, drawn: readonly Row[], { lang }: ChartOptions): string {
  const groups = allNamed(result, "groups");
  const first = quotedTitle(groups, groups[0]?.id ?? "", lang);
  const ofBase = drawn.filter(({ scenario }) => scenario === result.scenarios[0]?.id);
  const denied = worstOff(ofBase, "denied-gap");
  const longest = worstOff(ofBase, "time-in-centre-gap");
  const told = (row: Row) =>
    [quotedTitle(groups, row.group, lang), first, formatDifference(row.estimate ?? 0, row.unit, lang)] as const;
  if (denied !== undefined) return texts[lang].denied(...told(denied));
  return longest === undefined ? texts[lang].none(first) : texts[lang].longest(...told(longest));
}

/** The largest gap of a measure at the group's cost. One whose interval holds zero may be chance; without an interval any counts. */
function worstOff(rows: readonly Row[], measure: Measure): Row | undefined {
  const worse = rows.filter((row) => row.measure === measure && (row.low ?? row.estimate ?? 0) > 0);
  return worse.sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0))[0];
}

const texts = catalogue(
  {
    denied: (group: string, first: string, difference: string) =>
      `${group} are denied by a barrier more often than ${first}: ${difference}`,
    longest: (group: string, first: string, difference: string) =>
      `${group} stay longest in the centre compared with ${first}: ${difference} on average`,
    none: (first: string) => `No group stays longer in the centre than ${first} for certain`,
    shows: (first: string) => `Each group minus the first one (${first}); right of zero is worse for the group.`,
  },
  {
    ru: {
      denied: (group, first, difference) =>
        `Группу ${group} барьеры не пускают чаще, чем группу ${first}: ${difference}`,
      longest: (group, first, difference) =>
        `Дольше всех в центре находится группа ${group}: в среднем ${difference} по сравнению с группой ${first}`,
      none: (first) => `Нет группы, которая наверняка находится в центре дольше, чем группа ${first}`,
      shows: (first) => `Каждая группа минус первая (${first}); правее нуля группе хуже.`,
    },
    kk: {
      denied: (group, first, difference) =>
        `${group} тобы кедергіден ${first} тобына қарағанда жиірек өте алмайды: ${difference}`,
      longest: (group, first, difference) =>
        `Орталықта ең ұзақ болатын топ — ${group}: ${first} тобымен салыстырғанда орта есеппен ${difference}`,
      none: (first) => `Орталықта ${first} тобынан анық ұзағырақ болатын топ жоқ`,
      shows: (first) => `Әр топ пен бірінші топтың (${first}) айырмасы; нөлдің оң жағы топқа нашар.`,
    },
  },
);
