import {
  allNamed,
  differenceUnitWord,
  findRow,
  inLanguage,
  type Language,
  measureTitle,
  measureWord,
  type Wanted,
} from "#chart/public.js";
import type { Result, Row, Unit } from "#result/result.js";
import { type Cell, cell, differenceCell, estimateCell, numberColumn, type Table, textColumn } from "./table.js";
import { tableTexts } from "./table-texts.js";

const asked: readonly { readonly wanted: Wanted; readonly unit: Unit }[] = [
  { wanted: { measure: "wait-gap", statistics: ["difference"] }, unit: "s" },
  { wanted: { measure: "wait-gap", statistics: ["ratio"] }, unit: "ratio" },
  { wanted: { measure: "time-in-centre-gap", statistics: ["difference"] }, unit: "s" },
  { wanted: { measure: "time-in-centre-gap", statistics: ["ratio"] }, unit: "ratio" },
  { wanted: { measure: "denied-gap", statistics: ["difference"] }, unit: "share" },
];

/** How far each group is from the first one. Empty with fewer than two groups. */
export function gapTable(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  const [first, ...others] = allNamed(result, "groups");
  return {
    id: "gaps",
    title: text.gaps,
    columns: [
      textColumn(text.group),
      textColumn(text.scenario),
      ...asked.map((one) => numberColumn(headOf(one, lang))),
    ],
    rows: others.flatMap((group) =>
      result.scenarios.map((scenario, i) => [
        cell(i === 0 ? inLanguage(group.title, lang) || group.id : ""),
        cell(inLanguage(scenario.title, lang) || scenario.id, "quiet"),
        ...asked.map(({ wanted }) => gapCell(findRow(result, scenario.id, { ...wanted, group: group.id }), lang)),
      ]),
    ),
    note: first === undefined ? "" : text.gapNote(inLanguage(first.title, lang) || first.id),
  };
}

function headOf({ wanted, unit }: (typeof asked)[number], lang: Language): string {
  const word = differenceUnitWord(unit, lang);
  return word === ""
    ? measureTitle(wanted.measure, "ratio", lang)
    : `${measureWord(wanted.measure, lang)},\u00a0${word}`;
}

/** A difference with its sign; a ratio as it is. */
const gapCell = (row: Row | undefined, lang: Language): Cell =>
  row?.statistic === "ratio" ? estimateCell(row, lang) : differenceCell(row, lang);
