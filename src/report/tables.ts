import type { Language } from "#chart/public.js";
import type { Result } from "#result/result.js";
import { balanceTable } from "./balance-table.js";
import { gapTable } from "./gap-table.js";
import { headlineTable } from "./headline-table.js";
import { groupTable, serviceTable, stationTable } from "./place-tables.js";
import { shiftTable } from "./shift-table.js";
import type { Table, TableId } from "./table.js";
import { verdictMatrix } from "./verdict-matrix.js";
import { verdictTable } from "./verdict-table.js";

/** Every table by its id, in the order they are shown. */
export const tableMakers: Readonly<Record<TableId, (result: Result, lang: Language) => Table>> = {
  headline: headlineTable,
  verdicts: verdictTable,
  "verdict-matrix": verdictMatrix,
  balance: balanceTable,
  shift: shiftTable,
  stations: stationTable,
  services: serviceTable,
  groups: groupTable,
  gaps: gapTable,
};

/** The tables a result has something to put in, as plain data. */
export const tables = (result: Result, lang: Language): Table[] =>
  Object.values(tableMakers)
    .map((make) => make(result, lang))
    .filter(({ rows }) => rows.length > 0);
