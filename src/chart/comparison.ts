import type { Difference, Result } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { findDifference, type Wanted } from "./find-row.js";
import { formatDifference } from "./format.js";
import { frame, innerWidth } from "./frame.js";
import { headlines } from "./headlines.js";
import { type IntervalPanel, intervalPanel, type PanelStyle } from "./interval-panels.js";
import { labels, linesOf, quotedTitle } from "./labels.js";
import { catalogue, type Language } from "./language.js";
import { sizes, verdictColour } from "./theme.js";
import { whoComes } from "./who-comes.js";
import { measureTitle, verdictWord } from "./words.js";
import { wrap } from "./wrap.js";

/** Pixels for the names of the reforms, and between the two columns. */
const labelRoom = 178;
const gap = 26;
const width = Math.floor((innerWidth - labelRoom - gap) / 2) - 4;

/** What each reform changes: a panel a headline measure, a row a reform, the difference from the base with its interval and verdict. */
export const comparison: Chart = (result, options) => {
  const { lang } = options;
  const panels = headlines.flatMap((wanted) => panelOf(result, wanted, options));
  if (panels.length === 0) return null;
  const compared = result.scenarios.filter(({ id }) => result.comparisons.some(({ reform }) => reform === id));
  const rows = [...labels(compared, lang, { width: labelRoom - 14, size: sizes.label }).values()];
  const shared = {
    lang,
    width,
    rows,
    step: Math.max(36, 14 * linesOf(rows) + 10),
    kinds: kindsOf(panels, lang),
    isSplit: false,
  };
  const styleOf = (i: number): PanelStyle => ({ ...shared, labelRoom: i % 2 === 0 ? labelRoom : 0 });
  return {
    ...frame(result, lang, {
      title: title(result, lang),
      says: [texts[lang].shows, whoComes(result, lang)].filter((text) => text !== ""),
      scenarios: result.scenarios,
      hasIntervals: true,
    }),
    columns: 2,
    spacing: { column: gap, row: 18 },
    concat: panels.map((panel, i) => intervalPanel(panel, styleOf(i))),
  };
};

/** The panel of a measure: none where no reform has it, or where nothing changes in any. */
function panelOf(result: Result, wanted: Wanted, { lang }: ChartOptions): IntervalPanel[] {
  const reforms = result.scenarios.filter(({ id }) => result.comparisons.some(({ reform }) => reform === id));
  const row = labels(reforms, lang, { width: labelRoom - 14, size: sizes.label });
  const found = result.comparisons.flatMap((one) => {
    const difference = findDifference(one.differences, wanted);
    return difference === undefined || difference.estimate === null ? [] : [{ reform: one.reform, difference }];
  });
  const [first] = found;
  if (first === undefined || found.every(({ difference }) => difference.estimate === 0)) return [];
  const { measure, statistic, unit } = first.difference;
  const marks = found.map(({ reform, difference }) => ({
    row: row.get(reform) ?? reform,
    estimate: difference.estimate ?? 0,
    low: difference.low,
    high: difference.high,
    kind: verdictWord(difference.verdict, lang),
  }));
  return [
    { title: wrap(measureTitle(measure, statistic, lang), { width, size: sizes.subtitle, bold: true }), unit, marks },
  ];
}

/** The verdicts that occur, with their colours and shapes; the shapes are for those who see no colours. */
const kindsOf = (panels: readonly IntervalPanel[], lang: Language): PanelStyle["kinds"] =>
  kinds(lang).filter(({ kind }) => panels.some(({ marks }) => marks.some((mark) => mark.kind === kind)));

const kinds = (lang: Language): PanelStyle["kinds"] => [
  { kind: verdictWord("better", lang), colour: verdictColour.better, shape: "circle" },
  { kind: verdictWord("worse", lang), colour: verdictColour.worse, shape: "diamond" },
  { kind: verdictWord("more", lang), colour: verdictColour.more, shape: "triangle-up" },
  { kind: verdictWord("less", lang), colour: verdictColour.less, shape: "triangle-down" },
  { kind: verdictWord("cannot-tell", lang), colour: verdictColour["cannot-tell"], shape: "square" },
  { kind: verdictWord("same", lang), colour: verdictColour.same, shape: "cross" },
];

/**
 * The reform that shortens the mean wait most, among those of which it can be told; where there is none, the one that lets in
 * most of those whom a barrier keeps out.
 */
function title(result: Result, lang: Language): string {
  const text = texts[lang];
  const [wait, denied] = [best(result, meanWait), best(result, deniedShare)];
  const reform = ({ reform }: Best) => quotedTitle(result.scenarios, reform, lang);
  if (wait !== undefined) return text.best(reform(wait), formatDifference(wait.estimate, wait.unit, lang));
  if (denied === undefined) return text.none;
  const measure = measureTitle("denied", "share", lang).toLocaleLowerCase(lang);
  return `${text.none}; ${reform(denied)}: ${measure} ${formatDifference(denied.estimate, denied.unit, lang)}`;
}

const meanWait: Wanted = { measure: "wait", statistics: ["mean"] };
const deniedShare: Wanted = { measure: "denied", statistics: ["share"] };

type Best = Pick<Difference, "unit"> & { readonly reform: string; readonly estimate: number };

/** Of which reform a measure falls most, for certain. */
function best({ comparisons }: Result, wanted: Wanted): Best | undefined {
  const better = comparisons.flatMap(({ reform, differences }): Best[] => {
    const found = findDifference(differences, wanted);
    if (found?.verdict !== "better" || found.estimate === null) return [];
    return [{ reform, estimate: found.estimate, unit: found.unit }];
  });
  return better.toSorted((a, b) => a.estimate - b.estimate)[0];
}

const texts = catalogue(
  {
    best: (reform: string, change: string) => `${reform} shortens the wait most: ${change} on average`,
    none: "No reform shortens the wait for certain",
    shows: "Reform minus base, on the same visitors.",
  },
  {
    ru: {
      best: (reform, change) => `Сильнее всего ожидание сокращает ${reform}: в среднем ${change}`,
      none: "Ни одна реформа не сокращает ожидание наверняка",
      shows: "Реформа минус исходное положение, на одних и тех же посетителях.",
    },
    kk: {
      best: (reform, change) => `Күтуді ең көп қысқартатын реформа — ${reform}: орта есеппен ${change}`,
      none: "Күтуді анық қысқартатын реформа жоқ",
      shows: "Реформа мен бастапқы жағдайдың айырмасы, сол келушілердің өздерінде.",
    },
  },
);
