import { expect, test } from "vitest";
import { readScenario } from "#scenario/load.js";
import { formatProblem, type Problem } from "#scenario/problem.js";
import { errorOf, smallCentreWith } from "../kit/scenario-problems.js";

/** The lines that the terminal shows of a problem about one part of a line. */
function shown(before: string, part: string, after: string, lineBefore = "title: A"): readonly string[] {
  const [column, length] = [[...before].length + 1, [...part].length];
  const said = { file: "city.yaml", path: "title", expected: "a text", found: "none", hint: "" };
  const problem: Problem = { ...said, line: 2, column, length };
  return formatProblem(problem, [lineBefore, before + part + after])
    .split("\n")
    .slice(1);
}

test("a line of up to a hundred characters is shown whole", () => {
  const [before, after] = ["a".repeat(48), "b".repeat(48)];
  expect(shown(before, "here", after)).toEqual([
    "  1 | title: A",
    `  2 | ${before}here${after}`,
    `    | ${" ".repeat(48)}^^^^`,
  ]);
});

test("a long line is cut on both sides of the problem, and the line before it at the same places", () => {
  expect(shown("a".repeat(200), "here", "b".repeat(200), "c".repeat(300))).toEqual([
    `  1 | …${"c".repeat(98)}…`,
    `  2 | …${"a".repeat(49)}here${"b".repeat(45)}…`,
    `    | ${" ".repeat(50)}^^^^`,
  ]);
});

test("a long line is cut on one side when the problem is near its beginning or its end", () => {
  expect(shown("a".repeat(9), "here", "b".repeat(200)).slice(1)).toEqual([
    `  2 | ${"a".repeat(9)}here${"b".repeat(86)}…`,
    `    | ${" ".repeat(9)}^^^^`,
  ]);
  expect(shown("a".repeat(200), "here", "b".repeat(9))).toEqual([
    "  1 | ",
    `  2 | …${"a".repeat(86)}here${"b".repeat(9)}`,
    `    | ${" ".repeat(87)}^^^^`,
  ]);
});

test("an emoji is one character of a long line, and none is cut in two", () => {
  expect(shown("😀".repeat(200), "here", "😀".repeat(200)).slice(1)).toEqual([
    `  2 | …${"😀".repeat(49)}here${"😀".repeat(45)}…`,
    `    | ${" ".repeat(50)}^^^^`,
  ]);
});

test("a problem as long as its line is marked as far as it is shown", () => {
  expect(shown("ab ", "x".repeat(900_000), "").slice(1)).toEqual([
    `  2 | ab ${"x".repeat(96)}…`,
    `    | ${" ".repeat(3)}${"^".repeat(97)}`,
  ]);
});

test.each([
  ["a value", "9 min", "9".repeat(900_000)],
  ["a name", "route: counter", `route: ${"a".repeat(900_000)}`],
  ["a key", "route: counter", `route: counter, ? ${"a".repeat(900_000)} : 1`],
])("%s of a million letters does not make a message as long", (_, old, written) => {
  expect(errorOf(() => readScenario(smallCentreWith(old, written))).explain().length).toBeLessThan(2_000);
});
