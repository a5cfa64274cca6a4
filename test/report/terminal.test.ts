import { stripVTControlCharacters } from "node:util";
import colors from "picocolors";
import { expect, test } from "vitest";
import { languages } from "#chart/language.js";
import { sentences } from "#report/sentences.js";
import { sparkline } from "#report/sparkline.js";
import { tables } from "#report/tables.js";
import { printTables } from "#report/terminal.js";
import { breakLines, columnWidths } from "#report/text-columns.js";
import { textTable } from "#report/text-table.js";
import type { ShiftEntry } from "#result/result.js";
import { anEmptyResult, aResult } from "../kit/result-fixture.js";

const plain = colors.createColors(false);

test.each(languages)("in %s no line is wider than the terminal, and no word is broken", (lang) => {
  const result = aResult();
  const isNarrow = (text: string, width: number) => text.split("\n").every((line) => line.length <= width);
  expect(printTables(result, { lang, colour: false, width: 80 })).toSatisfy((text) => isNarrow(text, 80));
  for (const width of [80, 120]) {
    for (const table of tables(result, lang)) {
      const printed = textTable(table, { paint: plain, width });
      expect(printed).toSatisfy((text) => isNarrow(text, width));
      const texts = [...table.columns.map(({ title }) => title), ...table.rows.map(([name]) => name!.text)];
      for (const word of texts.flatMap((text) => text.split(" "))) expect(printed).toContain(word);
    }
  }
});

test("a table too wide for the line is printed in parts, each with the names of its rows and all of its numbers", () => {
  const [headline] = tables(aResult(), "en");
  const lines = textTable(headline!, { paint: plain, width: 56 }).split("\n");
  const waits = lines.filter((line) => line.startsWith("│ Wait,\u00a0min"));
  expect(waits.length).toBeGreaterThan(1);
  const numbers = waits.flatMap((line) =>
    line
      .split("│")
      .slice(2, -1)
      .map((text) => text.trim().replace(" ±", "\u00a0±")),
  );
  const [wait] = headline!.rows.filter((row) => row[0]!.text === "Wait,\u00a0min");
  expect(numbers).toEqual(wait!.slice(1).map(({ text }) => text));
});

test("each reform has its verdict in one sentence, with who gains and where the queue goes", () => {
  const text = printTables(aResult({ reforms: 1 }), { lang: "en", colour: false, width: 400 });
  expect(text.split("\n")[0]?.replaceAll("\u00a0", " ")).toBe(
    "Second bank: wait from 31.2 min to 24.0 min (−7.2, 95% interval −7.8 to −6.6): better; 61% of visitors better off, 4.0% worse off; the queue moves to “Service windows” (+2.6 min).",
  );
});

test("no queue moves to where only more people are served, nor by chance", () => {
  const result = aResult({ reforms: 1 });
  const said = (change: (entry: ShiftEntry) => ShiftEntry) => {
    const comparisons = result.comparisons.map((one) => ({ ...one, shift: one.shift.map(change) }));
    return sentences({ ...result, comparisons }, "en").join("\n");
  };
  expect(said((entry) => entry)).toContain("the queue moves to");
  expect(said((entry) => ({ ...entry, wait: 0 }))).not.toContain("the queue moves to");
  expect(said((entry) => ({ ...entry, low: -1 }))).not.toContain("the queue moves to");
});

test("who is no longer kept out by a barrier is told, and that a change is too small to be noticed", () => {
  const result = aResult({ reforms: 1 });
  const comparisons = result.comparisons.map((one) => ({
    ...one,
    differences: one.differences.map((each) => {
      if (each.scope !== "whole" || each.group !== "") return each;
      if (each.measure === "wait" && each.statistic === "mean")
        return { ...each, base: 870, reform: 871, estimate: 1, low: 0.4, high: 1.6, verdict: "worse" as const };
      if (each.measure === "denied")
        return {
          ...each,
          statistic: "total" as const,
          base: 4.4,
          reform: 1.3,
          estimate: -3.1,
          low: -4,
          high: -2,
          verdict: "better" as const,
        };
      return each;
    }),
  }));
  const [said] = sentences({ ...result, comparisons }, "en");
  expect(said!.replaceAll("\u00a0", " ")).toContain(
    "worse, less than the 1 min that visitors notice; denied by a barrier",
  );
  expect(said).toContain("denied by a barrier from 4.4 to 1.3 visitors a day: better");
});

test("a plain run says how long visitors wait", () => {
  const text = printTables(aResult({ reforms: 0 }), { lang: "en", colour: false, width: 400 }).replaceAll(
    "\u00a0",
    " ",
  );
  expect(text).toContain(
    "Visitors wait 31.2 min on average; on an average day nine in ten wait at most 65.5 min; 44% are served within the promised 20 min",
  );
});

test("how many days were simulated and why no more is said, in a run stopped by hand too", () => {
  const { provenance, ...rest } = aResult({ reforms: 0 });
  const result = { ...rest, provenance: { ...provenance, stopped: "interrupted" as const, relativeHalfWidth: 0.049 } };
  expect(printTables(result, { lang: "en", colour: false, width: 400 })).toContain(
    `${provenance.replications} simulated days. Stopped: by hand. Half-width of the interval of the mean wait, relative to it: 4.9%.`,
  );
});

test("colours are there only when asked for, and change no letter", () => {
  const [plain, coloured] = [false, true].map((colour) =>
    printTables(aResult(), { lang: "ru", colour, width: 120 }),
  ) as [string, string];
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[32m");
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test("a day nobody came to is printed without broken values", () => {
  expect(printTables(anEmptyResult(), { lang: "en", colour: false, width: 100 })).not.toMatch(
    /NaN|undefined|null|Infinity/,
  );
});

test("only the tables asked for are printed", () => {
  const text = printTables(aResult(), { lang: "en", colour: false, width: 120, which: ["gaps"] });
  expect(text).toContain("Gaps between groups");
  expect(text).not.toContain("Headline measures");
});

test("a line of blocks is highest at the largest value and blank where nothing is known", () => {
  expect(sparkline([0, 1, 4, 8, null])).toBe("▁▁▄█ ");
  expect(sparkline([0, 0])).toBe("▁▁");
});

test("lines are broken at spaces, long words inside", () => {
  expect(breakLines("one two three", 7)).toEqual(["one two", "three"]);
  expect(breakLines("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
});

test("text gives way before numbers do", () => {
  const columns = [
    { needs: 40, least: 9 },
    { needs: 12, least: 12 },
  ];
  expect(columnWidths(columns, 30)).toEqual([18, 12]);
  expect(columnWidths(columns, 15)).toEqual([9, 12]);
});
