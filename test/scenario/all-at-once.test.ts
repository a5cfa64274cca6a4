import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { loadScenario, readScenario } from "#scenario/load.js";
import { type Problem, showPath } from "#scenario/problem.js";
import { errorOf, problemsOf } from "../kit/scenario-problems.js";
import { inMemory } from "../kit/scenario-resolver.js";
import { largeCentre } from "../kit/scenario-samples.js";

test("several slips are told at once, also where one line has two and a key stands twice", () => {
  const text = `format: pscsim/1
title: Our centre
day: { opens: "09:00", closes: "18:00" }
arrivals: { walk-in: { per-day: 200 } }
services:
  passport: { share: 60%, route: straight, time: 9 min }
  certificate: { share: 37%, route: straightt, time: -5 min }
stations:
  windows: { servers: 4, gap: 45 kg }
  windows: { servers: 2 }
routes: { straight: [visit: windws] }
`;
  expect(problemsOf(text)).toEqual([
    "city.yaml:5:1 services: expected shares that sum to 100 %, found shares sum to 97 %.",
    "city.yaml:7:37 services.certificate.route: expected the name of a route, found straightt. Did you mean straight?",
    "city.yaml:7:54 services.certificate.time: expected a duration that is not negative, found -5 min.",
    "city.yaml:9:31 stations.windows.gap: expected a duration with its unit, such as 9 min, found 45 kg. The unit of a duration is s, min or h.",
    "city.yaml:10:3 stations: expected each key once, found the key windows a second time. Remove one of the two.",
    "city.yaml:11:29 routes.straight[0].visit: expected the name of a station, found windws. Did you mean windows?",
  ]);
});

test("of a key given thousands of times the first fifty are told", () => {
  const { problems } = errorOf(() => readScenario(`${"title: a\n".repeat(5_000)}`));
  expect(problems.filter(({ expected }) => expected === "each key once")).toHaveLength(50);
});

test("a share that cannot be read is told, and no sum over it", () => {
  const text = largeCentre.replace("general: { share: 84% }", "general: { share: 84 }");
  expect(problemsOf(text)).toEqual([
    expect.stringContaining("groups.general.share: expected a share with its unit, such as 35%, found 84."),
  ]);
});

/** Where values stand that are no blocks or lists, outermost first. */
function leaves(node: unknown, path: Path = []): readonly Path[] {
  if (isScalar(node)) return [path];
  if (isSeq(node)) return node.items.flatMap((item, index) => leaves(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => leaves(value, [...path, isScalar(key) ? String(key.value) : ""]));
}

type Path = readonly (string | number)[];

const scenarioOf = (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8");
const cityCentre = scenarioOf("city-centre.yaml");

/** The texts whose every value is made wrong, and in each a few values. */
const texts = {
  "large centre": largeCentre,
  "small-town-office.yaml": scenarioOf("small-town-office.yaml"),
  "old-building.yaml": scenarioOf("old-building.yaml"),
};
const everyLeaf = Object.entries(texts).flatMap(([name, text]) =>
  leaves(parseDocument(text).contents)
    // Where a file that is extended stands is no setting: without it nothing else can be judged.
    .filter((path) => path[0] !== "extends")
    .map((path) => [`${showPath(path)} of ${name}`, text, path] as const),
);

function problemsWith(text: string, path: Path, value: unknown): readonly Problem[] {
  const document = parseDocument(text);
  document.setIn(path, value);
  const resolver = inMemory({ "city-centre.yaml": cityCentre, "city.yaml": document.toString() });
  return errorOf(() => loadScenario({ entry: "city.yaml", resolver })).problems;
}

test.each(everyLeaf)("a wrong value of %s is one problem, not more", (_, text, path) => {
  const problems = problemsWith(text, path, -7.5);
  expect(problems.map((problem) => problem.path)).toEqual([showPath(path)]);
});
