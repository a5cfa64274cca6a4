import { expect, test } from "vitest";
import { legible } from "#scenario/legible.js";
import { scenarioSchema } from "#scenario/schema.js";
import { pathsOf } from "../kit/scenario-problems.js";
import { largeCentre, smallCentre } from "../kit/scenario-samples.js";

test("what can be read keeps its place; null stands for the rest, and nothing for what need not be said", () => {
  const { stations, routes } = legible(scenarioSchema(), {
    stations: { bank: { servers: 2, time: 5 }, windows: { servers: 2, tme: "5 min" } },
    routes: { counter: [5, { visit: "windows", time: "5 min" }, { visit: "bank", time: 5 }] },
  })!;
  expect(stations!.bank).toMatchObject({ servers: 2, time: null, gap: undefined });
  expect(stations!.windows).toMatchObject({ servers: 2, time: null, gap: null });
  expect(routes!.counter).toMatchObject([
    null,
    { visit: "windows", time: { kind: "constant", value: 300 } },
    { visit: "bank", time: null },
  ]);
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
    "in two ways of writing servers, of which one cannot be read",
    {
      "bank-2: { like: bank, servers: 1 }":
        "bank-2: { servers: -1, pools: { a: { servers: 1, skills: [documents] } } }",
    },
    "stations.bank-2",
    "stations.bank-2.servers",
  ],
  [
    "in what is done instead of a ride and after it",
    { "main: { people: 6,": "main: { when-down: [{ walk: 5 kg }, { pass: rmap }], people: 6," },
    "lifts.main.when-down[0].walk",
    "lifts.main.when-down[1].pass",
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
    "in a step, where a service has no time at another",
    { "- ride: main": "- ride: 5", ", time: { gamma: { mean: 9 min, sd: 3 min } }": "" },
    "routes.counter[2].ride",
    "stations.windows.time",
  ],
  [
    "in a step, where a service has a skill that nobody has at another",
    { "- ride: main": "- ride: 5", "skill: documents, time: { gamma": "skill: document, time: { gamma" },
    "routes.counter[2].ride",
    "services.licence.skill",
  ],
  [
    "in a step of a circle of routes",
    { "- ride: main": "- ride: 5\n    - follow: by-kiosk" },
    "routes.counter[2].ride",
    "routes.by-kiosk[2].follow",
  ],
  [
    "in the name of a route and in its steps",
    {
      "  by-kiosk:\n": "  By-kiosk:\n    - walk: 5\n",
      "route: by-kiosk": "route: By-kiosk",
      "visit: kiosks": "visit: kiosk",
    },
    "routes.By-kiosk",
    "routes.By-kiosk[0].walk",
    "routes.By-kiosk[2].do[0].visit",
  ],
];

test.each(besideEachOther)("slips %s are all told", (_, slips, ...told) => {
  const text = Object.entries(slips).reduce((before, [old, written]) => {
    if (!before.includes(old)) throw new Error(`the large centre does not say ${old}`);
    return before.replace(old, written);
  }, largeCentre);
  expect(pathsOf(text).toSorted()).toEqual(told.toSorted());
});

/** Where a block has a faulty value, what is wrong with its keys; where a list has one, what is wrong with its sum. */
const besideValues: readonly (readonly [name: string, old: string, written: string, ...told: string[]])[] = [
  ["a step", "visit: windows", "{ visit: windows, walk: 3 m, time: 9 }", "routes.counter[0]", "routes.counter[0].time"],
  ["a walk", "- visit: windows", "- { walk: 3, time: 9 s }", "routes.counter[0].time", "routes.counter[0].walk"],
  ["a step without a verb", "visit: windows", "time: 9", "routes.counter[0]", "routes.counter[0].time"],
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
  const paths = new Set(pathsOf(smallCentre.replace(old, written)));
  expect([...paths].toSorted()).toEqual(told);
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
  expect(pathsOf(text)).toEqual([told]);
});
