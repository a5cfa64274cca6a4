import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { readScenario } from "#scenario/load.js";
import { showPath } from "#scenario/problem.js";
import { errorOf, pathsOf, problemsOf, problemsOfFiles } from "../kit/scenario-problems.js";
import { largeCentre, smallCentre } from "../kit/scenario-samples.js";

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

/** Where a value stands, and whether it is no block or list. */
interface Spot {
  readonly path: Path;
  readonly isLeaf: boolean;
}

/** Where values stand, outermost first. */
function spots(node: unknown, path: Path = []): readonly Spot[] {
  const here = { path, isLeaf: isScalar(node) };
  if (isSeq(node)) return [here, ...node.items.flatMap((item, index) => spots(item, [...path, index]))];
  if (!isMap(node)) return [here];
  return [
    here,
    ...node.items.flatMap(({ key, value }) => spots(value, [...path, isScalar(key) ? String(key.value) : ""])),
  ];
}

type Path = readonly (string | number)[];

const scenarioOf = (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8");
/** What the texts extend. */
const around = { "city-centre.yaml": scenarioOf("city-centre.yaml") };

/** The texts whose every value is made wrong. */
const texts = {
  "large centre": largeCentre,
  "small-town-office.yaml": scenarioOf("small-town-office.yaml"),
  "old-building.yaml": scenarioOf("old-building.yaml"),
};
const everySpot = Object.entries(texts).flatMap(([file, text]) =>
  spots(parseDocument(text).contents)
    // The whole document is no value of a setting; without the file that is extended nothing else can be judged.
    .filter(({ path }) => path.length > 0 && path[0] !== "extends")
    .map((spot) => ({ file, text, ...spot })),
);

/** Of what extends a large file, which takes long to read, one spot in four. */
const oneByOne = everySpot
  .filter(({ file }, i) => file !== "old-building.yaml" || i % 4 === 0)
  .map(({ file, text, path }) => [`${showPath(path)} of ${file}`, text, path] as const);

test.each(oneByOne)("a wrong value of %s is one problem, not more", (_, text, path) => {
  const document = parseDocument(text);
  document.setIn(path, -7.5);
  expect(pathsOf(document.toString(), around)).toEqual([showPath(path)]);
});

/** Settings that name what stands elsewhere in the file. */
const referring: ReadonlySet<string> = new Set([
  ...["visit", "shortest-queue", "ride", "pass", "follow", "like", "route", "group", "service"],
]);

const leaves = everySpot.filter(({ isLeaf }) => isLeaf);
/** Values that name something; to misspell one is one problem. */
const names = leaves.filter(({ path }) => referring.has(String(path.findLast((key) => typeof key === "string"))));

test("a wrong value hides no wrong name, wherever the two stand", () => {
  const pair = fc.constantFrom(...names).chain((name) => {
    const others = leaves.filter((leaf) => leaf.text === name.text && leaf !== name);
    return fc.record({ text: fc.constant(name.text), name: fc.constant(name.path), value: fc.constantFrom(...others) });
  });
  fc.assert(
    fc.property(pair, ({ text, name, value: { path: value } }) => {
      const document = parseDocument(text);
      document.setIn(name, "not-there");
      document.setIn(value, -7.5);
      const told = pathsOf(document.toString(), around);
      expect(told.toSorted()).toEqual([showPath(name), showPath(value)].toSorted());
    }),
    { numRuns: 100 },
  );
});

test("thousands of routes that follow each other are too many, and not followed", () => {
  const routes = Array.from({ length: 5000 }, (_, index) => `  r${index}: [follow: r${index + 1}]\n`).join("");
  expect(pathsOf(`${smallCentre}${routes}  r5000: []\n`)).toEqual(["routes"]);
});

describe("what one file or one setting does hides nothing of the others", () => {
  const base = smallCentre.replace("per-day: 100", "per-day: 100, services: { id-card: 90% }");
  const told = (
    files: Readonly<Record<string, string>>,
    overlays: { with?: readonly string[]; set?: readonly string[] },
  ) => problemsOfFiles(files, overlays).map((problem) => problem.split(" expected")[0]);

  test("a null that takes nothing away, a --set that hits nothing", () => {
    const patch = "stations: { nosuch: null, windows: { servers: two } }\nroutes: { counter: [visit: zz] }\n";
    expect(
      told({ "city.yaml": base, "a.yaml": patch }, { with: ["a.yaml"], set: ["stations.bank.servers=3", "costs=5"] }),
    ).toEqual([
      "city.yaml:5:28 arrivals.walk-in.services:",
      "a.yaml:1:21 stations.nosuch:",
      "a.yaml:1:47 stations.windows.servers:",
      "a.yaml:2:28 routes.counter[0].visit:",
      "--set stations.bank.servers=3 stations.bank:",
      "--set costs=5 costs:",
    ]);
  });

  test("a file that cannot be read, or extended: the values of the others are told, nothing is said to be missing", () => {
    const alone = "extends: none.yaml\nstations: { windows: { servers: 0, gpa: 3 s } }\n";
    expect(told({ "city.yaml": alone }, {})).toEqual([
      "city.yaml:1:10 extends:",
      "city.yaml:2:33 stations.windows.servers:",
      "city.yaml:2:36 stations.windows.gpa:",
    ]);
    const slips = base.replace("servers: 3", "servers: 0");
    expect(
      told({ "city.yaml": slips }, { with: ["none.yaml"], set: ["colour=red", "stations.bank.servers=2"] }),
    ).toEqual(["city.yaml:9:23 stations.windows.servers:", "none.yaml:1:1", "--set colour=red colour:"]);
  });

  test("a block that stands twice", () => {
    const twice = `${base}stations: { kiosks: { servers: 0, gpa: 3 s } }\n`;
    expect(told({ "city.yaml": twice }, {})).toEqual([
      "city.yaml:5:28 arrivals.walk-in.services:",
      "city.yaml:13:1",
      "city.yaml:13:32 stations.kiosks.servers:",
      "city.yaml:13:35 stations.kiosks.gpa:",
    ]);
  });

  test("a sum that a patch has spoilt is told where the patch did", () => {
    const groups = `${base.replace(", services: { id-card: 90% }", "")}groups: { a: { share: 60% }, b: { share: 40% } }\n`;
    expect(told({ "city.yaml": groups, "a.yaml": "groups: { b: { share: 30% } }\n" }, { with: ["a.yaml"] })).toEqual([
      "a.yaml:1:23 groups:",
    ]);
    expect(told({ "city.yaml": groups }, { set: ["groups.a.share=50%"] })).toEqual([
      "--set groups.a.share=50% groups:",
    ]);
  });

  test("a time between breakdowns beside one of repair", () => {
    const text = base
      .replace(", services: { id-card: 90% }", "")
      .replace("servers: 3", "servers: 3, breakdown: { every: 0 s, repair: 3 }");
    expect(told({ "city.yaml": text }, {})).toEqual([
      "city.yaml:9:46 stations.windows.breakdown.every:",
      "city.yaml:9:59 stations.windows.breakdown.repair:",
    ]);
  });
});
