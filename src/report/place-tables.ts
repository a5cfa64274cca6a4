import {
  allNamed,
  findRow,
  formatShare,
  inLanguage,
  type Language,
  measureTitle,
  unitWord,
  type Wanted,
} from "#chart/public.js";
import type { Named, Result, Unit } from "#result/result.js";
import { type Cell, cell, estimateCell, numberColumn, type Table, textColumn } from "./table.js";
import { tableTexts } from "./table-texts.js";

/** A column: an estimate, and the statistic's word where the head needs one. */
interface Asked {
  readonly wanted: Wanted;
  readonly unit: Unit;
  readonly word?: "onAverage" | "longest";
}

const wait: Asked = { wanted: { measure: "wait", statistics: ["mean"] }, unit: "s" };
const longWait: Asked = { wanted: { measure: "wait", statistics: ["p90"] }, unit: "s" };
const inCentre: Asked = { wanted: { measure: "time-in-centre", statistics: ["mean"] }, unit: "s" };
const within: Asked = { wanted: { measure: "within-promise", statistics: ["share"] }, unit: "share" };

/** Waits, queues and utilisation of each station. */
export const stationTable = (result: Result, lang: Language): Table =>
  table(result, lang, "stations", [
    wait,
    longWait,
    { wanted: { measure: "utilisation", statistics: ["average", "share", "mean", "total"] }, unit: "share" },
    { wanted: { measure: "queue-length", statistics: ["average", "mean"] }, unit: "visitors", word: "onAverage" },
    { wanted: { measure: "queue-length", statistics: ["max"] }, unit: "visitors", word: "longest" },
  ]);

/** Waits and time in centre by what visitors came for. */
export const serviceTable = (result: Result, lang: Language): Table =>
  table(result, lang, "services", [wait, longWait, within, inCentre]);

/** Waits, time in centre and who leaves unserved, by group of visitors. */
export const groupTable = (result: Result, lang: Language): Table =>
  table(result, lang, "groups", [
    wait,
    within,
    inCentre,
    { wanted: { measure: "gave-up", statistics: ["share"] }, unit: "share" },
    { wanted: { measure: "denied", statistics: ["share"] }, unit: "share" },
  ]);

type Kind = "stations" | "services" | "groups";

const heads = { stations: "station", services: "service", groups: "group" } as const;

/** A row for each place and scenario; a column nobody has a value in is left out, and so is a row without any. */
function table(result: Result, lang: Language, kind: Kind, asked: readonly Asked[]): Table {
  const text = tableTexts[lang];
  const places = allNamed(result, kind);
  const measured = asked.filter(({ wanted }) =>
    places.some(({ id }) =>
      result.scenarios.some((one) => findRow(result, one.id, at(wanted, kind, id)) !== undefined),
    ),
  );
  const isSingle = result.scenarios.length === 1;
  return {
    id: kind,
    title: text[kind],
    columns: [
      textColumn(text[heads[kind]]),
      ...(isSingle ? [] : [textColumn(text.scenario)]),
      ...measured.map((one) => numberColumn(headOf(one, lang))),
    ],
    rows: places.flatMap((place) => rowsOf(result, lang, { kind, place, asked: measured })),
    note: text.plusMinus(formatShare(result.provenance.confidence, lang)),
  };
}

/** Where the estimate of a place is found: groups are a column of their own in the result. */
const at = (wanted: Wanted, kind: Kind, id: string): Wanted =>
  kind === "groups"
    ? { ...wanted, group: id }
    : { ...wanted, scope: kind === "stations" ? "station" : "service", key: id };

function headOf({ wanted, unit, word }: Asked, lang: Language): string {
  const statistic = wanted.statistics[0] ?? "mean";
  const title =
    word === undefined
      ? measureTitle(wanted.measure, statistic, lang)
      : `${measureTitle(wanted.measure, "mean", lang)}, ${tableTexts[lang][word]}`;
  return unitWord(unit, lang) === "" ? title : `${title},\u00a0${unitWord(unit, lang)}`;
}

function rowsOf(
  result: Result,
  lang: Language,
  { kind, place, asked }: { kind: Kind; place: Named; asked: readonly Asked[] },
): Cell[][] {
  const rows: Cell[][] = [];
  for (const scenario of result.scenarios) {
    const found = asked.map(({ wanted }) => findRow(result, scenario.id, at(wanted, kind, place.id)));
    if (found.every((row) => row === undefined)) continue;
    const name = rows.length === 0 ? inLanguage(place.title, lang) || place.id : "";
    const title = inLanguage(scenario.title, lang) || scenario.id;
    rows.push([
      cell(name),
      ...(result.scenarios.length === 1 ? [] : [cell(title, "quiet")]),
      ...found.map((row) => estimateCell(row, lang)),
    ]);
  }
  return rows;
}
