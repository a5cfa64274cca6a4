import { allNamed, inLanguage, type Language, shiftDigits, whoComes } from "#chart/public.js";
import type { Result, ShiftEntry } from "#result/result.js";
import {
  type Cell,
  cell,
  halfWidth,
  nothing,
  numberColumn,
  signedTableNumber,
  type Table,
  textColumn,
} from "./table.js";
import { tableTexts } from "./table-texts.js";

/** Minutes saved and lost by place: a row a place, a column a reform. Empty without reforms. */
export function shiftTable(result: Result, lang: Language): Table {
  const text = tableTexts[lang];
  const titleOf = (reform: string) =>
    result.scenarios.filter(({ id }) => id === reform).map((one) => inLanguage(one.title, lang))[0] || reform;
  const places = [
    ...allNamed(result, "stations").map((station) => ({
      place: "station",
      key: station.id,
      title: inLanguage(station.title, lang) || station.id,
    })),
    { place: "between-stations", key: "", title: text.between },
    { place: "total", key: "", title: text.total },
  ];
  // As many digits as in the chart, against one as usual.
  const more = shiftDigits(result.comparisons) - 1;
  const rows = places.map(({ place, key, title }) => [
    cell(title),
    ...result.comparisons.map(({ shift }) =>
      shiftCell(
        shift.find((one) => one.place === place && (place !== "station" || one.key === key)),
        lang,
        more,
      ),
    ),
  ]);
  return {
    id: "shift",
    title: text.shift,
    columns: [textColumn(text.place), ...result.comparisons.map(({ reform }) => numberColumn(titleOf(reform)))],
    rows: rows.filter((row) => row.slice(1).some((one) => one !== nothing)),
    note: `${text.shiftNote} ${whoComes(result, lang)}`.trim(),
  };
}

/** The change and, where it is another number, the part of it that is waiting. */
function shiftCell(entry: ShiftEntry | undefined, lang: Language, more: number): Cell {
  if (entry === undefined || entry.estimate === null) return nothing;
  const { estimate, low, high, wait, place } = entry;
  const half = halfWidth({ low, high, unit: "s" }, lang, more);
  const all = signedTableNumber(estimate, "s", lang, more);
  const waiting = wait === null || place === "between-stations" ? all : signedTableNumber(wait, "s", lang, more);
  return cell(waiting === all ? `${all}${half}` : `${all}${half} (${tableTexts[lang].ofWhichWaiting(waiting)})`);
}
