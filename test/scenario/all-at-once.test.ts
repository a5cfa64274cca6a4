import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { loadScenario, readScenario } from "#scenario/load.js";
import { type Problem, showPath } from "#scenario/problem.js";
import { errorOf, problemsOf } from "../kit/scenario-problems.js";
import { inMemory } from "../kit/scenario-resolver.js";
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

function problemsOfText(text: string): readonly Problem[] {
  const resolver = inMemory({ "city-centre.yaml": cityCentre, "city.yaml": text });
  return errorOf(() => loadScenario({ entry: "city.yaml", resolver })).problems;
}

test.each(everyLeaf)("a wrong value of %s is one problem, not more", (_, text, path) => {
  const document = parseDocument(text);
  document.setIn(path, -7.5);
  expect(problemsOfText(document.toString()).map((problem) => problem.path)).toEqual([showPath(path)]);
});

/** Settings that name what stands elsewhere in the file. */
const referring: ReadonlySet<string> = new Set([
  ...["visit", "shortest-queue", "ride", "pass", "follow", "like", "route", "group", "service"],
]);

/** Values that name something; to misspell one is one problem. */
const names = everyLeaf.flatMap(([, text, path]) => {
  const isName = referring.has(String(path.findLast((key) => typeof key === "string")));
  return isName ? [{ text, path }] : [];
});

test("a wrong value hides no wrong name, wherever the two stand", () => {
  const pair = fc.constantFrom(...names).chain(({ text, path }) =>
    fc.record({
      text: fc.constant(text),
      name: fc.constant(path),
      value: fc.constantFrom(
        ...everyLeaf.filter((leaf) => leaf[1] === text && leaf[2] !== path).map(([, , leaf]) => leaf),
      ),
    }),
  );
  fc.assert(
    fc.property(pair, ({ text, name, value }) => {
      const document = parseDocument(text);
      document.setIn(name, "not-there");
      document.setIn(value, -7.5);
      const told = problemsOfText(document.toString()).map(({ path }) => path);
      expect(told.toSorted()).toEqual([showPath(name), showPath(value)].toSorted());
    }),
    { numRuns: 300 },
  );
});

/** Slips beside each other in the large centre, and where each of them is told; nothing else is. */
const besideEachOther: readonly (readonly [
  name: string,
  slips: Readonly<Record<string, string>>,
  ...told: readonly string[],
])[] = [
  [
    "in two steps of a route",
    { "- ride: main": "- ride: 5", "{ visit: windows, server": "{ visit: windws, server" },
    "routes.counter[2].ride",
    "routes.counter[5].do[0].visit",
  ],
  [
    "in one step",
    { "{ visit: windows, server: same }": "{ visit: windws, server: same, time: -5 min }" },
    "routes.counter[5].do[0].visit",
    "routes.counter[5].do[0].time",
  ],
  [
    "in a step that is none and one after it",
    { "- pass: entrance": "- 5\n    - pass: entrace" },
    "routes.counter[0]",
    "routes.counter[1].pass",
  ],
  [
    "in a step with an unknown key and in its verb",
    { "{ visit: windows, server: same }": "{ visit: windws, sever: same }" },
    "routes.counter[5].do[0].visit",
    "routes.counter[5].do[0].sever",
  ],
  [
    "in two recorded visitors",
    { "at: 30 s": "at: 30 kg", "service: id-card, group": "service: id-cart, group" },
    "arrivals.recorded.replay[0].service",
    "arrivals.recorded.replay[1].at",
  ],
  [
    "in one recorded visitor, and in the time of another",
    { '"09:30", service: id-card': "9, service: id-cart", "at: 30 s": "at: 10 h" },
    "arrivals.recorded.replay[0].at",
    "arrivals.recorded.replay[0].service",
    "arrivals.recorded.replay[1].at",
  ],
  [
    "in two values of a law",
    { "value: 2 min, share: 70%": "value: 2 min, share: 70", "value: 6 min": "value: -6 min" },
    "stations.bank.time.discrete[0].share",
    "stations.bank.time.discrete[1].value",
  ],
  [
    "in two ways to choose, with no word on their sum",
    { "share: 60%, do: [{ walk": "share: 60, do: [{ walk", "40%, do: []": "40%, do: [visit: windws]" },
    "routes.counter[4].choose[0].share",
    "routes.counter[4].choose[1].do[0].visit",
  ],
  [
    "in one way to choose",
    { "share: 60%, do: [{ walk: 25 m }]": "share: 60, do: [{ follow: contour }]" },
    "routes.counter[4].choose[0].share",
    "routes.counter[4].choose[0].do[0].follow",
  ],
  [
    "in three changes of a roster",
    {
      '{ from: "09:00", count: 2 }, { from: "13:00", count: 1 }':
        '{ from: "08:00", count: 2 }, { from: "13:00", count: x }, 5, { from: "12:00", count: 1 }',
    },
    "stations.bank.servers[0].from",
    "stations.bank.servers[1].count",
    "stations.bank.servers[2]",
    "stations.bank.servers[3].from",
  ],
  [
    "in the counts of servers, of which there are too many too",
    { "every: 30 min, counts: [2, 3]": "every: 3 h, counts: [2, 3, x, 4]" },
    "stations.windows.pools.universal.servers.counts",
    "stations.windows.pools.universal.servers.counts[2]",
  ],
  [
    "in the weights of a day, of which there are too few too",
    { "weights: [7.5, 7, 3]": "weights: [7.5, -7]" },
    "arrivals.walk-in.weights",
    "arrivals.walk-in.weights[1]",
  ],
  [
    "in a need of one group and of another",
    { "priority: 1\n": "priority: 1\n    needs: [5]\n", "needs: [step-free]": "needs: [stepfree]" },
    "groups.older.needs[0]",
    "groups.wheelchair.needs[0]",
  ],
  [
    "in a need of a group and in a time of a route",
    { "needs: [step-free]": "needs: [stepfree]", "[bank, bank-2], time: 2 min": "[bank, bank-2], time: 2" },
    "groups.wheelchair.needs[0]",
    "routes.counter[1].do[0].time",
  ],
  [
    "in the way around a passage",
    { "instead: [pass: ramp]": "instead: [pass: 5, pass: rampe]" },
    "passages.entrance.instead[0].pass",
    "passages.entrance.instead[1].pass",
  ],
  [
    "in what those do whose visit failed",
    { "on-failure: [deny]": "on-failure: [denny, visit: windws]" },
    "routes.counter[3].repeat[0].on-failure[0]",
    "routes.counter[3].repeat[0].on-failure[1].visit",
  ],
  [
    "in what is repeated",
    { "repeat: [{ visit: windows": "repeat: [{ walk: 5 }, { visit: windws" },
    "routes.counter[3].repeat[0].walk",
    "routes.counter[3].repeat[1].visit",
  ],
  [
    "in what is done where a condition does not hold",
    { "else: [leave]": "else: [{ spend: 5 }, { visit: windws }]" },
    "routes.counter[5].else[0].spend",
    "routes.counter[5].else[1].visit",
  ],
  [
    "in two conditions of one",
    { "{ group: [older, wheelchair] }": "{ group: oldr }, { servce: licence }" },
    "routes.counter[5].when.all[0].group",
    "routes.counter[5].when.all[1].servce",
  ],
  [
    "in two groups of a condition",
    { "{ group: [older, wheelchair] }": "{ group: [5, wheelchare] }" },
    "routes.counter[5].when.all[0].group[0]",
    "routes.counter[5].when.all[0].group[1]",
  ],
  [
    "in the times of a service by station",
    { "times: { bank: 3 min }": "times: { bank: -3 min, bnk: 3 min }" },
    "services.id-card.times.bank",
    "services.id-card.times.bnk",
  ],
  [
    "in a service without a route",
    { "route: counter\n    skill: documents": "route: 5\n    skill: documents", "times: { bank:": "times: { bnk:" },
    "services.id-card.route",
    "services.id-card.times.bnk",
  ],
  [
    "in two pools",
    {
      "pools:\n": "pools:\n      first: { servers: 0, skills: [documents] }\n",
      "skills: [documents], prefer": "skills: [documents, document], prefer",
    },
    "stations.windows.pools.first.servers",
    "stations.windows.pools.universal.skills[1]",
  ],
  [
    "in one pool",
    { "counts: [2, 3] }, skills: [documents]": "counts: 2 }, skills: [documents, document]" },
    "stations.windows.pools.universal.servers.counts",
    "stations.windows.pools.universal.skills[1]",
  ],
  [
    "in a source's mix, with no word on its sum",
    { "groups: { general: 80%, older: 20% }": "groups: { general: 80, oldr: 20% }" },
    "arrivals.walk-in.groups.general",
    "arrivals.walk-in.groups.oldr",
  ],
  [
    "in the name of a route and in its steps",
    { "  by-kiosk:\n": "  By-kiosk:\n", "route: by-kiosk": "route: By-kiosk", "visit: kiosks": "visit: kiosk" },
    "routes.By-kiosk",
    "routes.By-kiosk[1].do[0].visit",
  ],
];

test.each(besideEachOther)("slips %s are all told", (_, slips, ...told) => {
  const text = Object.entries(slips).reduce((before, [old, written]) => {
    if (!before.includes(old)) throw new Error(`the large centre does not say ${old}`);
    return before.replace(old, written);
  }, largeCentre);
  expect(
    problemsOfText(text)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(told.toSorted());
});

/** Where a block has a faulty value, what is wrong with its keys; where a list has one, what is wrong with its sum. */
const besideValues: readonly (readonly [name: string, old: string, written: string, ...told: string[]])[] = [
  ["a step", "visit: windows", "{ visit: windows, walk: 3 m, time: 9 }", "routes.counter[0]", "routes.counter[0].time"],
  ["a walk", "- visit: windows", "- { walk: 3, time: 9 s }", "routes.counter[0].time", "routes.counter[0].walk"],
  [
    "a law",
    "time: 9 min",
    "time: { constant: 9, exponential: { mean: 9 s } }",
    "services.id-card.time",
    "services.id-card.time.constant",
  ],
  ["the day", '"18:00"', '"25:00", length: 9 h', "day", "day.closes"],
  [
    "a source",
    "per-day: 100",
    "replay: [at: 5], weights: [0, 0]",
    "arrivals.walk-in.replay[0].at",
    "arrivals.walk-in.weights",
  ],
  [
    "the values of a law",
    "9 min",
    "{ discrete: [{ value: 9, share: 50% }] }",
    "services.id-card.time.discrete",
    "services.id-card.time.discrete[0].value",
  ],
  [
    "the values of a law without a share",
    "9 min",
    "{ discrete: [{ value: 9 s, share: 5 }, 5] }",
    "services.id-card.time.discrete[0].share",
    "services.id-card.time.discrete[1]",
  ],
];

test.each(besideValues)("of %s all is told that is wrong", (_, old, written, ...told) => {
  const problems = problemsOfText(smallCentre.replace(old, written));
  expect([...new Set(problems.map(({ path }) => path))].toSorted()).toEqual(told);
});

test("thousands of routes that follow each other are too many, and not followed", () => {
  const routes = Array.from({ length: 5000 }, (_, index) => `  r${index}: [follow: r${index + 1}]\n`).join("");
  expect(problemsOfText(`${smallCentre}${routes}  r5000: []\n`).map(({ path }) => path)).toEqual(["routes"]);
});

/** What is not said may have been said by what cannot be read. */
const unsaid: readonly (readonly [
  name: string,
  slips: readonly (readonly [old: string, written: string])[],
  told: string,
])[] = [
  [
    "a station's time is misspelt",
    [
      [", time: 9 min", ""],
      ["servers: 3", "servers: 3, tme: 9 min"],
    ],
    "stations.windows.tme",
  ],
  [
    "a step's time is faulty",
    [
      [", time: 9 min", ""],
      ["visit: windows", "{ visit: windows, time: 9 }"],
    ],
    "routes.counter[0].time",
  ],
  [
    "a step has two verbs",
    [
      [", time: 9 min", ""],
      ["visit: windows", "{ visit: windows, walk: 3 m }"],
    ],
    "routes.counter[0]",
  ],
  ["a station's servers are misspelt", [["servers: 3", "severs: 3"]], "stations.windows.severs"],
  [
    "a station is like one that is not there",
    [
      ["time: 9 min", "times: {}"],
      ["servers: 3", "like: window"],
    ],
    "stations.windows.like",
  ],
  [
    "a service's share is misspelt",
    [["9 min", "9 min, share: 60% }\n  passport: { route: counter, time: 9 min, shre: 40%"]],
    "services.passport.shre",
  ],
  [
    "a section is misspelt",
    [
      ["stations:", "pasages: { door: {} }\nstations:"],
      ["- visit", "- pass: door\n    - visit"],
    ],
    "pasages",
  ],
  [
    "a condition is misspelt",
    [
      [", time: 9 min", ""],
      ["- visit: windows", "- when: { servce: passport }\n      do: [visit: windows]"],
    ],
    "routes.counter[0].when.servce",
  ],
];

test.each(unsaid)("where %s, nothing else is said to be missing", (_, slips, told) => {
  const text = slips.reduce((before, [old, written]) => before.replace(old, written), smallCentre);
  expect(problemsOfText(text).map(({ path }) => path)).toEqual([told]);
});
