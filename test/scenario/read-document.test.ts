import { expect, test } from "vitest";
import { readScenario } from "#scenario/load.js";
import { toPlain } from "#scenario/located.js";
import { readDocument } from "#scenario/read-document.js";
import { problemsOf } from "../kit/scenario-problems.js";
import { smallCentre } from "../kit/scenario-samples.js";

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
`;

test.each([
  ["an empty file", "", "1:1 expected a scenario: lines such as `title: City centre`, found an empty file."],
  [
    "a file of comments",
    "# nothing\n",
    "1:1 expected a scenario: lines such as `title: City centre`, found an empty file.",
  ],
  ["a list", "- a\n", "1:1 expected a scenario: lines such as `title: City centre`, found a list."],
  [
    "a letter",
    "Dear colleague\n",
    "1:1 expected a scenario: lines such as `title: City centre`, found the text Dear colleague.",
  ],
  [
    "a key written twice",
    "title: a\nday: 1\ntitle: b\n",
    "3:1 expected each key once, found the key title a second time. Remove one of the two.",
  ],
  ["a tab", "day:\n\topens: 1\n", "2:1 expected spaces at the start of the line, found a tab. Indent with spaces."],
  [
    "two documents",
    "a: 1\n---\nb: 2\n",
    "2:1 expected one document, found a second one after `---`. Put it into a file of its own.",
  ],
  ["an unknown tag", "day: !secret 1\n", "1:14 day: expected a plain value, found the tag !secret. Remove the tag."],
  ["a reserved key", "__proto__: 1\n", "1:1 expected a key that is a name, found __proto__."],
  ["a key that is a list", "? [a]\n: 1\n", "1:3 expected a key that is a name, found [a]."],
  ["an alias of itself", "a: &a [*a]\n", "1:8 a[0]: expected an alias of something else, found an alias of itself."],
  ["an alias of nothing", "a: *b\n", "1:4 a: expected the name of an anchor, found *b."],
])("%s is not a scenario, and the planner is told why", (_, text, said) => {
  expect(problemsOf(text)).toContain(`city.yaml:${said}`);
});

test("a few lines of aliases cannot fill the memory", () => {
  expect(problemsOf(bomb).join()).toMatch(
    /city\.yaml:\d:\d+ .*aliases that stay small, found aliases of aliases without end/,
  );
});

test("brackets nested without end are refused, not followed", () => {
  for (const text of ["[".repeat(100_000), `a: ${"[".repeat(100)}${"]".repeat(100)}`, "- ".repeat(100_000)])
    expect(problemsOf(text)).toEqual([
      "city.yaml:1:1 expected a scenario in YAML, found lists or blocks nested too deeply.",
    ]);
});

test("text that is no YAML at all is answered with several problems at their lines", () => {
  const problems = problemsOf("title: {\nday: ]\n  x: 'open\n");
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) expect(problem).toMatch(/^city\.yaml:\d+:\d+ expected /);
});

test("an anchor used twice is one value written once", () => {
  const { root } = readDocument({ file: "a.yaml", text: "a: &x { b: 1 }\nc: *x\n" });
  expect(root && toPlain(root)).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test("a file from Windows reads the same: byte order mark, carriage returns", () => {
  expect(readScenario(`\uFEFF${smallCentre.replaceAll("\n", "\r\n")}`)).toEqual(readScenario(smallCentre));
});

test("columns count characters: Kazakh, Russian and an emoji before the slip do not move it", () => {
  const text = smallCentre.replace(
    "title: Small centre",
    "title: { en: 🏛, ru: Городской, kk: Қалалық орталық, de: x }",
  );
  expect(problemsOf(text)).toEqual(["city.yaml:2:53 title.de: expected a known key, found de. Known: en, ru, kk."]);
});

test("a time of day needs no quotes", () => {
  expect(readScenario(smallCentre.replace('"09:00"', "08:30")).day.opens).toBe(8.5 * 3600);
});

test("a file of more than a million characters is refused before it is read", () => {
  expect(problemsOf(`# ${"x".repeat(1_000_000)}`)).toEqual([
    "city.yaml:1:1 expected a scenario in YAML, found a file of more than 1 million characters.",
  ]);
});
