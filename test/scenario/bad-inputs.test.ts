import { expect, test } from "vitest";
import { readScenario } from "#scenario/load.js";
import { problemsOf, problemsOfFiles, smallCentreWith } from "../kit/scenario-problems.js";
import { smallCentre } from "../kit/scenario-samples.js";

/** One slip in the small centre: what stood there, what was written, and what must be said, from its line on. */
const slips: readonly (readonly [name: string, old: string, written: string, ...said: readonly string[]])[] = [
  [
    "a unit is missing",
    "9 min",
    "9",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found 9. Write 9 s, 9 min or 9 h.",
  ],
  [
    "a unit is of the wrong kind",
    "9 min",
    "9 km",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found 9 km. The unit of a duration is s, min or h.",
  ],
  [
    "a unit is written out",
    "9 min",
    "9 minutes",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found 9 minutes. Write min.",
  ],
  [
    "a unit is in Russian",
    "9 min",
    "9 мин",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found 9 мин. Write min.",
  ],
  [
    "a decimal has a comma",
    "9 min",
    '"9,5 min"',
    '7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found "9,5 min". Write the decimal with a point: 9.5 min.',
  ],
  [
    "a duration is negative",
    "9 min",
    "-9 min",
    "7:36 services.id-card.time: expected a duration that is not negative, found -9 min.",
  ],
  [
    "a duration is beyond all sense",
    "9 min",
    "99999999 h",
    "7:36 services.id-card.time: expected a duration of at most 100000 h, found 99999999 h.",
  ],
  [
    "a duration is not a number",
    "9 min",
    ".nan",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found .nan. The unit is s, min or h.",
  ],
  [
    "a value is left out",
    " 9 min }",
    " }",
    "7:36 services.id-card.time: expected a duration with its unit, such as 9 min, found nothing.",
  ],
  [
    "a law's name is misspelt",
    "9 min",
    "{ gama: { mean: 9 min, cv: 1 } }",
    "7:38 services.id-card.time.gama: expected a known key, found gama. Did you mean gamma?",
  ],
  [
    "a law has no spread",
    "9 min",
    "{ gamma: { mean: 9 min } }",
    "7:38 services.id-card.time.gamma: expected mean with cv or sd, or shape with scale, found mean.",
  ],
  [
    "a law's spread is 0",
    "9 min",
    "{ gamma: { mean: 9 min, cv: 0 } }",
    "7:64 services.id-card.time.gamma.cv: expected a number of more than 0, found 0.",
  ],
  [
    "two laws are given",
    "9 min",
    "{ constant: 9 min, exponential: { mean: 9 min } }",
    "7:30 services.id-card.time: expected one law: constant, uniform, triangular, pert, exponential, erlang, gamma, lognormal, weibull, normal, hyperexponential, discrete or empirical, found constant and exponential.",
  ],
  [
    "a mode lies outside its range",
    "9 min",
    "{ pert: { min: 2 min, mode: 9 min, max: 5 min } }",
    "7:38 services.id-card.time.pert: expected min <= mode <= max, and min below max, found another order.",
  ],
  [
    "a hyperexponential spreads too little",
    "9 min",
    "{ hyperexponential: { mean: 9 min, cv: 0.5 } }",
    "7:75 services.id-card.time.hyperexponential.cv: expected a number of at least 1, found 0.5.",
  ],
  [
    "a hyperexponential spreads too little, by its standard deviation",
    "9 min }",
    "{ hyperexponential: { mean: 9 min, sd: 5 min } } }",
    "7:38 services.id-card.time.hyperexponential: expected sd of 1 to 10 times the mean, found less.",
  ],
  [
    "a discrete law's shares do not sum",
    "9 min",
    "{ discrete: [{ value: 9 min, share: 90% }] }",
    "7:48 services.id-card.time.discrete: expected shares that sum to 100 %, found shares sum to 90 %.",
  ],
  [
    "an empirical law has one value",
    "9 min",
    "{ empirical: [9 min] }",
    "7:49 services.id-card.time.empirical: expected a list of at least 2 entries, found a list of 1.",
  ],
  [
    "a share is a bare number",
    "per-day: 100",
    "per-day: 100, at-door: 0.03",
    "5:37 arrivals.walk-in.at-door: expected a share with its unit, such as 35%, found 0.03. Write 3%.",
  ],
  [
    "a share is more than all",
    "per-day: 100",
    "per-day: 100, at-door: 103%",
    "5:37 arrivals.walk-in.at-door: expected a share of at most 100%, found 103%.",
  ],
  [
    "far too many visitors come",
    "per-day: 100",
    "per-day: 1e12",
    "5:23 arrivals.walk-in.per-day: expected a number of at most 20000000, found 1e12.",
  ],
  [
    "the number of visitors is not a number",
    "per-day: 100",
    "per-day: .nan",
    "5:23 arrivals.walk-in.per-day: expected a plain number of at least 0, found .nan.",
  ],
  [
    "the number of visitors is infinite",
    "per-day: 100",
    "per-day: .inf",
    "5:23 arrivals.walk-in.per-day: expected a number of at most 20000000, found .inf.",
  ],
  [
    "fewer than no visitors come",
    "per-day: 100",
    "per-day: -1",
    "5:23 arrivals.walk-in.per-day: expected a number of at least 0, found -1.",
  ],
  [
    "all weights are 0",
    "per-day: 100",
    "per-day: 100, every: 1 h, weights: [0, 0]",
    "5:40 arrivals.walk-in.weights: expected a weight of more than 0, found only 0.",
    "5:49 arrivals.walk-in.weights: expected 9 numbers, one for each piece of the day from opening to closing, found 2 numbers.",
  ],
  [
    "weights outlast the day",
    "per-day: 100",
    "per-day: 100, every: 4 h, weights: [1, 1, 1, 1]",
    "5:49 arrivals.walk-in.weights: expected 3 numbers, one for each piece of the day from opening to closing, found 4 numbers.",
  ],
  [
    "weights end before the day",
    "per-day: 100",
    "per-day: 100, every: 4 h, weights: [1, 1]",
    "5:49 arrivals.walk-in.weights: expected 3 numbers, one for each piece of the day from opening to closing, found 2 numbers.",
  ],
  [
    "weights have no width",
    "per-day: 100",
    "per-day: 100, weights: [1]",
    "5:28 arrivals.walk-in.weights: expected every beside weights, found weights.",
  ],
  [
    "a source has two natures",
    "per-day: 100",
    "per-day: 100, replay: [{ at: 1 min }]",
    "5:3 arrivals.walk-in: expected exactly one of per-day, replay, found per-day and replay.",
  ],
  [
    "a recorded visitor comes before opening",
    "per-day: 100",
    'replay: [{ at: "08:59" }]',
    "5:29 arrivals.walk-in.replay[0].at: expected a time between opening and closing, found a time before opening.",
  ],
  [
    "a recorded visitor comes at closing",
    "per-day: 100",
    "replay: [{ at: 9 h }]",
    "5:29 arrivals.walk-in.replay[0].at: expected a time between opening and closing, found a time at or after closing.",
  ],
  [
    "a recorded visitor wants an unknown service",
    "per-day: 100",
    "replay: [{ at: 1 h, service: id-cart }]",
    "5:43 arrivals.walk-in.replay[0].service: expected the name of a service, found id-cart. Did you mean id-card?",
  ],
  [
    "a weekday is misspelt",
    "per-day: 100",
    "per-day: 100, weekdays: { mondy: 1 }",
    "5:40 arrivals.walk-in.weekdays.mondy: expected a known key, found mondy. Did you mean monday?",
  ],
  [
    "a mix names an unknown group",
    "per-day: 100",
    "per-day: 100, groups: { older: 100% }",
    "5:38 arrivals.walk-in.groups.older: expected the name of a group, found older. Known: general.",
  ],
  [
    "a mix sums to 97 %",
    "per-day: 100",
    "per-day: 100, services: { id-card: 97% }",
    "5:28 arrivals.walk-in.services: expected shares that sum to 100 %, found shares sum to 97 %.",
  ],
  [
    "there are no servers",
    "servers: 3",
    "servers: 0",
    "9:23 stations.windows.servers: expected a whole number of at least 1, found 0. Close the station instead?",
  ],
  [
    "there is half a server",
    "servers: 3",
    "servers: 2.5",
    "9:23 stations.windows.servers: expected a whole number of at least 1, found 2.5.",
  ],
  [
    "servers are left out",
    "{ servers: 3 }",
    "{ gap: 1 s }",
    "9:3 stations.windows.servers: expected servers or pools, found neither.",
  ],
  [
    "a roster begins before opening",
    "servers: 3",
    'servers: [{ from: "08:00", count: 1 }]',
    "9:32 stations.windows.servers[0].from: expected a time from opening on, found a time before opening.",
  ],
  [
    "a roster's times do not rise",
    "servers: 3",
    'servers: [{ from: "10:00", count: 1 }, { from: "09:30", count: 2 }]',
    "9:61 stations.windows.servers[1].from: expected a time later than that of the line before, found an earlier or equal one.",
  ],
  [
    "a roster outlasts the day",
    "servers: 3",
    "servers: { every: 5 h, counts: [1, 2, 3] }",
    "9:45 stations.windows.servers.counts: expected at most 2 numbers, as many as fit before closing, found 3 numbers.",
  ],
  [
    "nobody is ever there",
    "servers: 3",
    "servers: { every: 1 h, counts: [0, 0] }",
    "9:14 stations.windows.servers: expected a server at some time of the day, found none all day. Close the station instead?",
  ],
  [
    "a key is misspelt",
    "servers: 3",
    "servers: 3, skils: [a]",
    "9:26 stations.windows.skils: expected a known key, found skils.",
  ],
  [
    "a call rule is misspelt",
    "servers: 3",
    "servers: 3, call: prority",
    "9:32 stations.windows.call: expected first-come, priority, last-come or random, found prority. Did you mean priority?",
  ],
  [
    "a station is like an unknown one",
    "servers: 3",
    "like: window",
    "9:20 stations.windows.like: expected the name of a station, found window. Did you mean windows?",
  ],
  [
    "a station is like itself",
    "servers: 3",
    "like: windows, servers: 3",
    "9:20 stations.windows.like: expected a station like another, found a circle: windows > windows.",
  ],
  [
    "a pool serves a skill nobody wants",
    "servers: 3",
    "pools: { all: { servers: 1, skills: [id-cart, id-card] } }",
    "9:51 stations.windows.pools.all.skills[0]: expected a skill that a service asks for, found id-cart. Did you mean id-card?",
  ],
  [
    "the day closes before it opens",
    '"18:00"',
    '"08:00"',
    '3:32 day.closes: expected a time after opening, found "08:00".',
  ],
  [
    "a time of day does not exist",
    '"18:00"',
    '"18:75"',
    '3:32 day.closes: expected a time of day, such as 09:00, found "18:75".',
  ],
  [
    "the day has an end and a length",
    '"18:00"',
    '"18:00", length: 9 h',
    "3:1 day: expected exactly one of closes, length, found closes and length.",
  ],
  [
    "a route is unknown",
    "route: counter",
    "route: countr",
    "7:21 services.id-card.route: expected the name of a route, found countr. Did you mean counter?",
  ],
  [
    "a station in a route is unknown",
    "visit: windows",
    "visit: window",
    "12:14 routes.counter[0].visit: expected the name of a station, found window. Did you mean windows?",
  ],
  [
    "a step is misspelt",
    "visit: windows",
    "vist: windows",
    "12:7 routes.counter[0].vist: expected a known key, found vist. Did you mean visit?",
  ],
  [
    "a bare step is misspelt",
    "visit: windows",
    "leve",
    "12:7 routes.counter[0]: expected deny or leave, found leve. Did you mean leave?",
  ],
  [
    "a route follows itself",
    "visit: windows",
    "follow: counter",
    "12:15 routes.counter[0].follow: expected a route that ends, found a route that never ends: counter > counter.",
  ],
  [
    "a repeat never ends",
    "visit: windows",
    "{ repeat: [visit: windows], again: 100% }",
    "12:42 routes.counter[0].again: expected a share of at most 99%, found 100%.",
  ],
  [
    "a repeat hardly ever ends",
    "visit: windows",
    "{ repeat: [visit: windows], again: 99.9% }",
    "12:42 routes.counter[0].again: expected a share of at most 99%, found 99.9%.",
  ],
  [
    "servers break down at every instant",
    "servers: 3",
    "servers: 3, breakdown: { every: 0 s, repair: 1 h }",
    "9:46 stations.windows.breakdown.every: expected a mean of at least 1 s, found a mean of 0 s.",
  ],
  [
    "recorded breakdowns have no time between them",
    "servers: 3",
    "servers: 3, breakdown: { every: { empirical: [0 s, 0 s] }, repair: 0 s }",
    "9:39 stations.windows.breakdown.every: expected a mean of at least 1 s, found a mean of 0 s.",
  ],
  [
    "a repeat does not say how often",
    "visit: windows",
    "repeat: [visit: windows]",
    "12:7 routes.counter[0]: expected times or again, found neither.",
  ],
  [
    "repeats of repeats fill the memory",
    "- visit: windows",
    "- repeat: [{ repeat: [{ repeat: [visit: windows], times: 100 }], times: 100 }]\n      times: 100",
    "11:3 routes.counter: expected at most 10000 steps, those of all branches and repeats together, found more.",
  ],
  [
    "repeats of repeats take longer than anybody lives",
    "- visit: windows",
    "- repeat: [{ repeat: [{ repeat: [visit: windows], again: 99% }], again: 99% }]\n      again: 99%",
    "11:3 routes.counter: expected at most 10000 steps, those of all branches and repeats together, found more.",
  ],
  [
    "a modifier belongs to another verb",
    "visit: windows",
    "{ walk: 3 m, time: 3 s }",
    "12:20 routes.counter[0].time: expected no time with walk, found time.",
  ],
  [
    "ways to choose do not sum",
    "visit: windows",
    "choose: [{ share: 97%, do: [visit: windows] }]",
    "12:7 routes.counter[0].choose: expected shares that sum to 100 %, found shares sum to 97 %.",
  ],
  [
    "a condition names an unknown group",
    "- visit: windows",
    "- when: { not: { group: [generl] } }\n      do: [deny]",
    "12:30 routes.counter[0].when.not.group[0]: expected the name of a group, found generl. Did you mean general?",
  ],
  [
    "a when does nothing",
    "visit: windows",
    "when: digital",
    "12:7 routes.counter[0]: expected do, else or both, found neither.",
  ],
  [
    "nobody knows how long serving takes",
    ", time: 9 min",
    "",
    "9:3 stations.windows.time: expected a service time for every service that comes here, found none for id-card. State `time` here or in the service.",
  ],
  [
    "a name has capital letters",
    "visit: windows",
    "visit: windows\n  Kiosk: []",
    "13:3 routes.Kiosk: expected a name of small letters a-z, digits and dashes, beginning with a letter, found Kiosk.",
  ],
  [
    "the format is another",
    "pscsim/1",
    "pscsim/2",
    "1:9 format: expected pscsim/1, found pscsim/2. The first line of a scenario is `format: pscsim/1`.",
  ],
  [
    "the title is empty",
    "title: Small centre",
    "title: {}",
    "2:1 title: expected at least one of en, ru, kk, found none.",
  ],
];

test.each(slips)("a planner is told where and how, when %s", (_, old, written, ...said) => {
  expect(problemsOf(smallCentreWith(old, written))).toEqual(said.map((sentence) => `city.yaml:${sentence}`));
});

test("every problem of a file is told at once, in the order of its lines", () => {
  const text = smallCentreWith("9 min", "9")
    .replace("servers: 3", "servers: 0")
    .replace("visit: windows", "visit: window");
  expect(problemsOf(text).map((line) => line.slice(0, line.indexOf(" ")))).toEqual([
    "city.yaml:7:36",
    "city.yaml:9:23",
    "city.yaml:12:14",
  ]);
});

test("one slip is told once: a misspelt law is not also a missing one", () => {
  expect(problemsOf(smallCentreWith("9 min", "{ gama: { mean: 9 min, cv: 1 } }"))).toHaveLength(1);
});

test.each([
  ["a mean", "9 min", "{ lognormal: { men: 9 min, cv: 1 } }"],
  ["a language", "title: Small centre", "title: { em: Small centre }"],
  ["a verb", "visit: windows", "vist: windows"],
  ["a law of a step", "visit: windows", "spend: { unifrm: { min: 1 s, max: 2 s } }\n    - visit: windows"],
  ["the width of weights", "per-day: 100", "per-day: 100, evry: 9 h, weights: [1]"],
  ["how many fail", "visit: windows", "{ visit: windows, fals: 1%, on-failure: [deny] }"],
  ["how often", "visit: windows", "{ repeat: [visit: windows], tims: 2 }"],
  ["a section", "services:", "passages: [5]\nservices:"],
])("one slip is told once: %s", (_, old, written) => {
  expect(problemsOf(smallCentreWith(old, written))).toHaveLength(1);
});

test("a faulty station is still known by its name", () => {
  expect(problemsOf(smallCentreWith("servers: 3", "servers: x"))).toHaveLength(1);
});

test("groups and services whose shares sum to 97 % are told so at their section", () => {
  const text = smallCentreWith("services:", "groups: { a: { share: 90% }, b: { share: 7% } }\nservices:").replace(
    "id-card: { route",
    "id-card: { share: 97%, route",
  );
  expect(problemsOf(text)).toEqual([
    "city.yaml:6:1 groups: expected shares that sum to 100 %, found shares sum to 97 %.",
    "city.yaml:7:1 services: expected shares that sum to 100 %, found shares sum to 97 %.",
  ]);
});

test("a lift is ridden and a station visited", () => {
  const text = smallCentreWith("routes:", "lifts: { main: { ride: 30 s } }\nroutes:").replace(
    "visit: windows",
    "visit: main\n    - ride: windows",
  );
  expect(problemsOf(text)).toEqual([
    "city.yaml:13:14 routes.counter[0].visit: expected the name of a station, found main. main is a lift: write `ride: main`.",
    "city.yaml:14:13 routes.counter[1].ride: expected the name of a lift, found windows. windows is a station: write `visit: windows`.",
  ]);
});

test("a lift and a station may not share a name", () => {
  const text = smallCentreWith("routes:", "lifts: { windows: { ride: 30 s } }\nroutes:");
  expect(problemsOf(text)).toEqual([
    "city.yaml:10:10 lifts.windows: expected a name no station has, found windows twice. Rename one of the two.",
  ]);
});

test("a way around a passage may not lead back to itself", () => {
  const text = smallCentreWith(
    "routes:",
    "passages: { a: { instead: [pass: b] }, b: { instead: [pass: a] } }\nroutes:",
  );
  expect(problemsOf(text)).toEqual([
    "city.yaml:10:61 passages.b.instead[0].pass: expected a way around that leads on, found one that leads back to itself: a > b > a.",
  ]);
});

test("what is done instead of a visit is checked as a route is", () => {
  const withDetour = (more: string) =>
    smallCentreWith("routes:", `lifts: { lift: { ride: 30 s, when-down: [${more}] } }\nroutes:`).replace(
      "visit: windows",
      "ride: lift\n    - visit: windows",
    );
  expect(problemsOf(withDetour("{ visit: windws }, { spend: 5 kg }"))).toEqual([
    "city.yaml:10:51 lifts.lift.when-down[0].visit: expected the name of a station, found windws. Did you mean windows?",
    "city.yaml:10:70 lifts.lift.when-down[1].spend: expected a duration with its unit, such as 9 min, found 5 kg. The unit of a duration is s, min or h.",
  ]);
  expect(problemsOf(withDetour("{ ride: lift }"))).toEqual([
    "city.yaml:10:50 lifts.lift.when-down[0].ride: expected a way around that leads on, found one that leads back to itself: lift > lift.",
  ]);
  expect(problemsOf(withDetour("deny").replace("[deny]", "denied"))).toEqual([
    "city.yaml:10:41 lifts.lift.when-down: expected wait, deny or turn-away, found denied.",
  ]);
  const repeats = "{ repeat: [walk: 1 m], times: 100 }";
  const routes = withDetour(repeats).replace(
    "ride: lift",
    "{ repeat: [{ repeat: [ride: lift], times: 10 }], times: 100 }",
  );
  expect(problemsOf(routes)).toEqual([
    "city.yaml:12:3 routes.counter: expected at most 10000 steps, those of all branches and repeats together, found more.",
  ]);
});

test("stations that stand in for each other, or for themselves by way of one they are like, are told of shortest-queue", () => {
  const stations = (more: string) => smallCentreWith("routes:", `  ${more}\nroutes:`);
  const hint = "For stations that stand in for each other, use `shortest-queue`.";
  expect(
    problemsOf(
      stations(
        "a: { servers: 1, when-down: [visit: b] }\n  b: { servers: 1, when-down: [shortest-queue: [windows, a]] }",
      ),
    ),
  ).toEqual([
    `city.yaml:11:58 stations.b.when-down[0].shortest-queue[1]: expected a way around that leads on, found one that leads back to itself: a > b > a. ${hint}`,
  ]);
  expect(problemsOf(stations("a: { servers: 1, when-down: [visit: b] }\n  b: { like: a }"))).toEqual([
    `city.yaml:10:39 stations.a.when-down[0].visit: expected a way around that leads on, found one that leads back to itself: a > a. ${hint}`,
  ]);
  expect(() =>
    problemsOf(stations("a: { servers: 1, when-down: [visit: b] }\n  b: { like: a, when-down: wait }")),
  ).toThrow("nothing was wrong");
});

test("where people go instead of a station, a service time must be known too", () => {
  const text = smallCentreWith(
    "routes:",
    "  helper: { servers: 1 }\nlifts: { lift: { ride: 30 s, when-down: [visit: helper] } }\nroutes:",
  )
    .replace(", time: 9 min }", " }")
    .replace("visit: windows", "ride: lift\n    - { visit: windows, time: 9 min }");
  expect(problemsOf(text)).toEqual([
    "city.yaml:10:3 stations.helper.time: expected a service time for every service that comes here, found none for id-card. State `time` here or in the service.",
  ]);
});

test("a ramp is not written into the passage of the steps beside it", () => {
  const ramp = "ramp: { length: 9 m, gradient: 5% }";
  const withPassage = (settings: string) =>
    smallCentreWith("routes:", `passages: { door: { walk: 10 m, ${settings} } }\nroutes:`);
  const said =
    "passages.door.ramp: expected steps or a ramp, found both. A ramp beside steps is a passage of its own, to which " +
    "`instead` leads. For a ramp in place of steps that another file states, also write `steps: null`.";
  expect(problemsOf(withPassage(`steps: 5, ${ramp}`))).toEqual([`city.yaml:10:43 ${said}`]);

  const patched = (patch: string) =>
    problemsOfFiles({ "city.yaml": withPassage("steps: 5"), "a.yaml": patch }, { with: ["a.yaml"] });
  expect(patched(`passages: { door: { ${ramp} } }`)).toEqual([`a.yaml:1:21 ${said}`]);
  expect(() => patched(`passages: { door: { steps: null, ${ramp} } }`)).toThrow("nothing was wrong");
});

/** The small centre with a group of a need and a door of five steps. */
const withNeed = (need: string, door = "steps: 5", route = "pass: door") =>
  smallCentreWith(
    "routes:",
    `groups: { a: { share: 90% }, b: { share: 10%, needs: [${need}] } }\npassages: { door: { ${door} } }\nroutes:`,
  ).replace("- visit", `- ${route}\n    - visit`);

test("a misspelt need, which would take a barrier away in silence, is told the word that was meant", () => {
  expect(problemsOf(withNeed("stepfree"))).toEqual([
    "city.yaml:10:55 groups.b.needs[0]: expected a need that a passage lacks or a condition asks for, found stepfree. Did you mean step-free?",
  ]);
  expect(problemsOf(withNeed("hearing", "lacks: [step-free, haering]"))).toEqual([
    "city.yaml:11:40 passages.door.lacks[1]: expected a need that a group has, found haering. Did you mean hearing?",
  ]);
  const when = "when: { any: [digital, { not: { needs: giude } }] }\n      do: [deny]";
  expect(problemsOf(withNeed("guide", "lacks: [guide]", when))).toEqual([
    "city.yaml:14:46 routes.counter[0].when.any[1].not.needs: expected a need that a group has, found giude. Did you mean guide?",
  ]);
});

test("a misspelt key that had to be there is told once", () => {
  for (const [right, wrong] of [
    ["route: counter", "rout: counter"],
    ['opens: "09:00"', 'open: "09:00"'],
  ] as const) {
    const told = problemsOf(smallCentre.replace(right, wrong));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`Did you mean ${right.split(":")[0]}?`);
  }
  // Another key that is not there is another matter.
  expect(problemsOf(smallCentre.replace("route: counter", "colour: red"))).toHaveLength(2);
});

test.each([
  ["visti", "visit"],
  ["wakl", "walk"],
  ["shortest", "shortest-queue"],
])("%s is near to %s", (wrong, right) => {
  expect(problemsOf(smallCentre.replace("visit: windows", `${wrong}: windows`))[0]).toContain(`Did you mean ${right}?`);
});

test("a text with letters that nobody can print is refused where it stands", () => {
  expect(problemsOf(smallCentre.replace("Small centre", String.raw`"Small\e centre"`))).toEqual([
    String.raw`city.yaml:2:8 title: expected a text of letters that can be printed, found "Small\e centre".`,
  ]);
  expect(
    readScenario(smallCentre.replace("Small centre", '"Тағы екі\\n терезе ₸ 👪 🏴\u{E0067}\u{E0062}\u{E007F}"')).title
      .en,
  ).toContain("терезе");
});

test("what an alias stands for is told once", () => {
  const text = smallCentre.replace("  windows: { servers: 3 }", "  windows: &w { servers: two }\n  a: *w\n  b: *w");
  expect(problemsOf(text)).toHaveLength(1);
});

test.each([
  ["of a group alone", withNeed("hearing")],
  ["of a passage alone", withNeed("step-free", "steps: 5, lacks: [hearing]")],
  ["that steps lack by themselves", withNeed("step-free")],
  ["of a group where no passage is a barrier", withNeed("stepfree", "walk: 5 m")],
])("a need %s is no problem", (_, text) => {
  expect(() => problemsOf(text)).toThrow("nothing was wrong");
});

test("a service needs no time where its own branch never leads", () => {
  const text = smallCentreWith("  windows: { servers: 3 }", "  windows: { servers: 3 }\n  bank: { servers: 1 }")
    .replace(", time: 9 min", ", times: { windows: 9 min }")
    .replace(
      "- visit: windows",
      "- visit: windows\n    - when: { not: { service: id-card } }\n      do: [visit: bank]",
    );
  expect(() => problemsOf(text)).toThrow("nothing was wrong");
});

test("a service whose skill no pool has is told the nearest skill", () => {
  const text = smallCentreWith("servers: 3", "pools: { all: { servers: 1, skills: [documents] } }").replace(
    "route: counter",
    "route: counter, skill: document",
  );
  expect(problemsOf(text)).toContain(
    "city.yaml:7:37 services.id-card.skill: expected a skill that a pool of windows serves, found document. Did you mean documents?",
  );
});
