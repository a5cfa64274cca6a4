import { findDifference, headlines, inLanguage, type Language, verdictWord, whoComesInBoth } from "#chart/public.js";
import type { Difference, Result } from "#result/result.js";
import {
  type Cell,
  cell,
  differenceCell,
  digitsMissing,
  nothing,
  numberColumn,
  type Table,
  textColumn,
} from "./table.js";
import { tableTexts } from "./table-texts.js";
import { measureLabel, tones } from "./verdict-table.js";

/**
 * The verdicts of several reforms side by side: a line a headline measure that changes, a column a reform. Empty
 * with fewer than two reforms.
 */
export function verdictMatrix(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  const { comparisons, scenarios } = result;
  const titleOf = (reform: string): string => {
    const scenario = scenarios.find(({ id }) => id === reform);
    return scenario === undefined ? reform : inLanguage(scenario.title, lang);
  };
  const rows = headlines.flatMap((wanted) => {
    const found = comparisons.map(({ differences }) => findDifference(differences, wanted));
    const first = found.find((difference) => difference !== undefined);
    if (first === undefined || found.every((difference) => difference?.verdict === "same")) return [];
    return [[cell(measureLabel(first, lang)), ...found.map((difference) => verdictCell(difference, lang))]];
  });
  return {
    id: "verdict-matrix",
    title: text.verdicts,
    columns: [textColumn(text.measure), ...comparisons.map(({ reform }) => numberColumn(titleOf(reform)))],
    rows: comparisons.length < 2 ? [] : rows,
    note: `${text.verdictNote} ${whoComesInBoth(result, lang)}`.trim(),
  };
}

function verdictCell(difference: Difference | undefined, lang: Language): Cell {
  if (difference === undefined) return nothing;
  const { verdict } = difference;
  return cell(
    `${differenceCell(difference, lang, digitsMissing(difference)).text} ${verdictWord(verdict, lang)}`,
    tones[verdict],
  );
}
