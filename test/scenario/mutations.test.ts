import fc from "fast-check";
import { expect, test } from "vitest";
import { readScenario } from "#scenario/load.js";
import { ScenarioError } from "#scenario/scenario-error.js";
import { largeCentre } from "../kit/scenario-samples.js";

/** Pieces that slips of the pen, of the keyboard or of malice are made of. */
const pieces = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\n",
    "\t",
    ":",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!x ",
    "#",
    "'",
    '"',
    "~",
    "null",
    "%",
    ",",
    "|",
  ),
  fc.constantFrom(
    "0",
    "-1",
    "1e400",
    ".nan",
    "9 min",
    "9",
    "35%",
    "100%",
    "deny",
    "none",
    "true",
    "constructor",
    "__proto__",
    "қ",
    "🏛",
  ),
  fc.string({ maxLength: 5, unit: "binary" }),
);

const slip = fc.record({ at: fc.nat(largeCentre.length), removed: fc.nat(30), written: pieces });

function withSlips(slips: readonly { at: number; removed: number; written: string }[]): string {
  return slips.reduce(
    (text, { at, removed, written }) => text.slice(0, at) + written + text.slice(at + removed),
    largeCentre,
  );
}

/** Every problem points into the file: a line it has, and a column on that line or just behind it. */
function expectPlaces(text: string): void {
  try {
    readScenario(text);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column, expected, found } of error.problems) {
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual([...lines[line - 1]!].length + 1);
      expect(expected && found).not.toBe("");
    }
  }
}

test("whatever slips into a file, the answer is problems with their places, never a crash", () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => expectPlaces(withSlips(slips))),
    { numRuns: 100 },
  );
});

test("so it is when lines go missing or change places", () => {
  const lines = largeCentre.split("\n");
  const some = fc.shuffledSubarray(lines, { minLength: 1 });
  fc.assert(
    fc.property(fc.oneof(some, fc.subarray(lines)), (kept) => expectPlaces(kept.join("\n"))),
    { numRuns: 50 },
  );
});
