import { allNamed, formatShare, inLanguage, type Language, roughMinutes } from "#chart/public.js";
import type { Interval, Result } from "#result/result.js";
import { type Cell, cell, estimateCell, numberColumn, type Table, textColumn } from "./table.js";
import { tableTexts } from "./table-texts.js";

/** Shares of visitors better off, worse off and unchanged, by reform and group. Empty without reforms. */
export function balanceTable(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  const titleOf = (reform: string) =>
    result.scenarios.filter(({ id }) => id === reform).map((one) => inLanguage(one.title, lang))[0] || reform;
  const groups = allNamed(result, "groups");
  const groupOf = (id: string) =>
    id === ""
      ? text.everybody
      : groups.filter((one) => one.id === id).map((one) => inLanguage(one.title, lang))[0] || id;
  return {
    id: "balance",
    title: text.balance,
    columns: [text.reform, text.group]
      .map(textColumn)
      .concat([text.better, text.worse, text.unchanged].map(numberColumn)),
    rows: result.comparisons.flatMap(({ reform, visitors }) =>
      visitors.map(({ group, better, worse, unchanged }, i) => [
        cell(i === 0 ? titleOf(reform) : ""),
        cell(groupOf(group)),
        ...[better, worse, unchanged].map((share) => shareCell(share, lang)),
      ]),
    ),
    note: [
      text.balanceNote(roughMinutes(result.scenarios[0]?.promise.noticeable ?? 0, lang)),
      ...result.comparisons.map(({ reform, gains }) =>
        text.newly(titleOf(reform), formatShare(gains.newlyServed, lang), formatShare(gains.noLongerServed, lang)),
      ),
    ].join(" "),
  };
}

const shareCell = (share: Interval, lang: Language): Cell => estimateCell({ ...share, unit: "share" }, lang);
