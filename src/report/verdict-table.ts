import {
  findDifference,
  formatShare,
  headlines,
  inLanguage,
  type Language,
  measureTitle,
  unitWord,
  verdictWord,
  whoComesInBoth,
} from "#chart/public.js";
import type { Difference, Result, Verdict } from "#result/result.js";
import {
  type Cell,
  cell,
  digitsMissing,
  nothing,
  numberColumn,
  signedTableNumber,
  type Table,
  type Tone,
  tableNumber,
  textColumn,
} from "./table.js";
import { tableTexts } from "./table-texts.js";

/** What each reform does to each headline measure, with its interval and verdict. Empty without reforms. */
export function verdictTable(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  return {
    id: "verdicts",
    title: text.verdicts,
    columns: [
      textColumn(text.reform),
      textColumn(text.measure),
      numberColumn(text.base),
      numberColumn(text.reform),
      numberColumn(text.difference),
      numberColumn(text.interval(formatShare(result.provenance.confidence, lang))),
      textColumn(text.verdict),
    ],
    rows: result.comparisons.flatMap(({ reform, differences }) => {
      const title =
        result.scenarios.filter(({ id }) => id === reform).map((one) => inLanguage(one.title, lang))[0] || reform;
      const found = headlines.flatMap((wanted) => findDifference(differences, wanted) ?? []);
      return found.map((difference, i) => [cell(i === 0 ? title : ""), ...cells(difference, lang)]);
    }),
    note: `${text.verdictNote} ${whoComesInBoth(result, lang)}`.trim(),
  };
}

function cells(difference: Difference, lang: Language): Cell[] {
  const { measure, statistic, unit, base, reform, estimate, low, high, verdict } = difference;
  const more = digitsMissing(difference);
  const value = (one: number | null) => (one === null ? nothing : cell(tableNumber(one, unit, lang)));
  const bare = (one: number) => signedTableNumber(one, unit, lang, more);
  return [
    cell(measureLabel({ measure, statistic, unit }, lang)),
    value(base),
    value(reform),
    estimate === null ? nothing : cell(bare(estimate)),
    low === null || high === null ? nothing : cell(tableTexts[lang].range(bare(low), bare(high))),
    cell(verdictWord(verdict, lang), tones[verdict]),
  ];
}

/** A measure with its unit, as the head of a line. */
export function measureLabel(
  { measure, statistic, unit }: Pick<Difference, "measure" | "statistic" | "unit">,
  lang: Language,
): string {
  const word = unitWord(unit, lang);
  const title = measureTitle(measure, statistic, lang);
  return word === "" ? title : `${title},\u00a0${word}`;
}

/** How a verdict is coloured. */
export const tones: Readonly<Record<Verdict, Tone>> = {
  better: "better",
  worse: "worse",
  more: "plain",
  less: "plain",
  same: "quiet",
  "cannot-tell": "quiet",
};
