import { findRow, formatShare, headlines, inLanguage, type Language, measureTitle, unitWord } from "#chart/public.js";
import type { Result } from "#result/result.js";
import { cell, estimateCell, numberColumn, type Table, textColumn } from "./table.js";
import { tableTexts } from "./table-texts.js";

/** The measures a decision is made by: a row a measure, a column a scenario. */
export function headlineTable(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  const rows = headlines.flatMap((wanted) => {
    const found = result.scenarios.map(({ id }) => findRow(result, id, wanted));
    const first = found.find((row) => row !== undefined);
    if (first === undefined) return [];
    const unit = unitWord(first.unit, lang);
    const title = measureTitle(first.measure, first.statistic, lang);
    return [[cell(unit === "" ? title : `${title},\u00a0${unit}`), ...found.map((row) => estimateCell(row, lang))]];
  });
  return {
    id: "headline",
    title: text.headline,
    columns: [
      textColumn(text.measure),
      ...result.scenarios.map((one) => numberColumn(inLanguage(one.title, lang) || one.id)),
    ],
    rows,
    note: text.plusMinus(formatShare(result.provenance.confidence, lang)),
  };
}
