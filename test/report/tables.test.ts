import { expect, test } from "vitest";
import { languages } from "#chart/language.js";
import { tables } from "#report/tables.js";
import type { Result } from "#result/result.js";
import { anEmptyResult, aResult } from "../kit/result-fixture.js";

const all = [aResult(), anEmptyResult(), aResult({ reforms: 0 })];

const tableOf = (result: Result, id: string) => {
  const table = tables(result, "en").find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table.rows.map((row) => row.map(({ text }) => text.replaceAll("\u00a0", " ")));
};

test.each(languages)("in %s every row has a cell for every column", (lang) => {
  for (const result of all) {
    for (const { id, columns, rows } of tables(result, lang)) {
      for (const row of rows) expect(row.length, id).toBe(columns.length);
    }
  }
});

test("a plain run has no tables about reforms", () => {
  expect(tables(aResult({ reforms: 0 }), "en").map(({ id }) => id)).toEqual([
    "headline",
    "stations",
    "services",
    "groups",
    "gaps",
  ]);
});

test("the headline table has the wait of each scenario with the half-width of its interval", () => {
  expect(tableOf(aResult({ reforms: 1 }), "headline")[0]).toEqual(["Wait, min", "31.2 ± 0.9", "24.0 ± 0.7"]);
});

test("with a single simulated day there is no half-width to show", () => {
  expect(tableOf(aResult({ reforms: 0, replications: 1 }), "headline")[0]).toEqual(["Wait, min", "31.2"]);
});

test("what is not defined is a dash", () => {
  expect(tableOf(anEmptyResult(), "headline")[0]?.slice(1)).toEqual(["–", "–"]);
});

test("a verdict stands beside its difference and interval", () => {
  expect(tableOf(aResult({ reforms: 1 }), "verdicts")[0]).toEqual([
    "Second bank",
    "Wait, min",
    "31.2",
    "24.0",
    "−7.2",
    "−7.8 to −6.6",
    "better",
  ]);
});

test("verdicts of several reforms stand side by side, but for what none of them changes", () => {
  const rows = tableOf(aResult({ reforms: 3 }), "verdict-matrix");
  expect(rows[0]?.slice(0, 2)).toEqual(["Wait, min", "−7.2 ± 0.6 better"]);
  expect(rows[0]).toHaveLength(4);
  expect(rows.every((row) => row.slice(1).some((text) => !text.endsWith("the same")))).toBe(true);
  expect(tables(aResult({ reforms: 1 }), "en").map(({ id }) => id)).not.toContain("verdict-matrix");
});

test("gaps in waiting and in time in centre are told as differences and as ratios, which are means of days", () => {
  const gaps = tables(aResult({ reforms: 0 }), "en").find(({ id }) => id === "gaps");
  expect(gaps?.columns.map(({ title }) => title.replaceAll("\u00a0", " ")).slice(2)).toEqual([
    "Gap in waiting, min",
    "Gap in waiting, ratio",
    "Gap in time in centre, min",
    "Gap in time in centre, ratio",
    "Gap in being denied, pp",
  ]);
  expect(gaps?.note).toContain("mean of the days' own ratios");
});

test("where a reform brings newcomers, the tables of means say whom they count", () => {
  const result = aResult({ reforms: 2 });
  const comparisons = result.comparisons.map((one) => ({
    ...one,
    differences: one.differences.map((row) => (row.measure === "came" ? { ...row, estimate: 150 } : row)),
  }));
  const ofMeans = ["verdicts", "verdict-matrix", "shift"];
  const notes = (one: Result) => tables(one, "en").flatMap(({ id, note }) => (ofMeans.includes(id) ? note : []));
  for (const note of notes(result)) expect(note).not.toContain("newcomers");
  expect(notes({ ...result, comparisons })).toHaveLength(3);
  for (const note of notes({ ...result, comparisons })) expect(note).toContain("newcomers included");
});

test("a difference that has a verdict is not written 0", () => {
  const result = aResult({ reforms: 2 });
  const comparisons = result.comparisons.map((one) => ({
    ...one,
    differences: one.differences.map((row) =>
      row.measure === "wait" ? { ...row, estimate: 1.2, low: 1, high: 1.4, verdict: "worse" as const } : row,
    ),
  }));
  const small = { ...result, comparisons };
  expect(tableOf(small, "verdict-matrix")[0]).toEqual(["Wait, min", "+0.02 ± 0.00 worse", "+0.02 ± 0.00 worse"]);
  expect(tableOf(small, "verdicts")[0]?.slice(-3)).toEqual(["+0.02", "+0.02 to +0.02", "worse"]);
});

test("the shift of the queue sums to a total in the last row", () => {
  const rows = tableOf(aResult({ reforms: 1 }), "shift");
  expect(rows.map(([place]) => place)).toContain("Bank");
  expect(rows.at(-1)?.[0]).toBe("Total");
});

test("those who gain and lose are told for everybody first, then by group", () => {
  const rows = tableOf(aResult({ reforms: 1 }), "balance");
  expect(rows[0]).toEqual(["Second bank", "All visitors", "61.0 ± 1.8", "4.0 ± 0.1", "35.0 ± 1.1"]);
  expect(rows).toHaveLength(5);
});
