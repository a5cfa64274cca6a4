import { expect, test } from "vitest";
import { readScenario } from "#scenario/load.js";
import type { Scenario, Station } from "#scenario/scenario.js";
import { largeCentre, smallCentre } from "../kit/scenario-samples.js";
import { deny, when } from "../kit/steps.js";

const large = readScenario(largeCentre);

function station(scenario: Scenario, id: string): Station {
  return scenario.stations.find((one) => one.id === id)!;
}

test("what a small scenario leaves out is filled in as the manual says", () => {
  expect(readScenario(smallCentre)).toEqual({
    title: { en: "Small centre", ru: "Small centre", kk: "Small centre" },
    about: { en: "", ru: "", kk: "" },
    assumptions: { en: "", ru: "", kk: "" },
    day: { opens: 32_400, length: 32_400, atClosing: "serve-all-inside", interval: 1800 },
    promise: { wait: 1200, share: 0.8, noticeable: 60 },
    costs: { serverHour: 0, visitorHour: 0 },
    groups: [
      {
        id: "general",
        title: { en: "general", ru: "general", kk: "general" },
        share: 1,
        priority: 0,
        needs: [],
        digital: 1,
        walkingSpeed: { kind: "constant", value: 1.3 },
        stairsSpeed: 0.65,
        serviceTimeFactor: 1,
        patience: null,
      },
    ],
    arrivals: [
      {
        id: "walk-in",
        title: { en: "walk-in", ru: "walk-in", kk: "walk-in" },
        pattern: { kind: "walk-in", perDay: 100, atDoor: 0, every: 32_400, weights: [1], dayFactorCv: 0, weekdays: [] },
        groupShares: [1],
        serviceShares: [1],
      },
    ],
    services: [
      {
        id: "id-card",
        title: { en: "id-card", ru: "id-card", kk: "id-card" },
        share: 1,
        route: "counter",
        skill: "id-card",
        time: { kind: "constant", value: 540 },
        times: {},
        fee: 0,
      },
    ],
    stations: [
      {
        id: "windows",
        title: { en: "windows", ru: "windows", kk: "windows" },
        pools: [
          {
            id: "windows",
            title: { en: "windows", ru: "windows", kk: "windows" },
            roster: [{ from: 0, count: 3 }],
            skills: null,
            prefer: "listed",
          },
        ],
        call: "first-come",
        gap: 0,
        absentTicket: 0,
        room: Number.POSITIVE_INFINITY,
        whenFull: "turn-away",
        patience: "by-group",
        time: null,
        batch: 1,
        breakdown: null,
        whenDown: "wait",
        isClosed: false,
        isLift: false,
        serverHour: 0,
        stream: "windows",
      },
    ],
    passages: [],
    routes: [
      {
        id: "counter",
        steps: [{ kind: "visit", stations: ["windows"], time: null, sameServer: false, fails: 0, onFailure: [] }],
      },
    ],
  });
});

test("a missing language takes English, else the first one given", () => {
  expect(large.assumptions).toEqual({
    en: "Patience is assumed.",
    ru: "Patience is assumed.",
    kk: "Patience is assumed.",
  });
  const kazakh = readScenario(smallCentre.replace("Small centre", "{ kk: Шағын }"));
  expect(kazakh.title).toEqual({ en: "Шағын", ru: "Шағын", kk: "Шағын" });
});

test("stairs are climbed at half the mean walking speed, unless stated", () => {
  expect(large.groups.map(({ stairsSpeed }) => stairsSpeed)).toEqual([0.65, expect.closeTo(0.4, 12), 0.1]);
});

test("a group that states its patience keeps it, the others take the scenario's", () => {
  expect(large.groups.map(({ patience }) => patience?.kind ?? null)).toEqual(["lognormal", null, "lognormal"]);
});

test("recorded visitors come in the order of their times, by the clock or since opening", () => {
  expect(large.arrivals[1]!.pattern).toEqual({
    kind: "replay",
    visitors: [
      { at: 30, service: -1, group: -1 },
      { at: 1800, service: 0, group: 1 },
    ],
  });
});

test("a source's own mix is in the order of the scenario, with 0 for what it leaves out", () => {
  expect(large.arrivals[0]!.groupShares).toEqual([0.8, 0.2, 0]);
  expect(large.arrivals[1]!.groupShares).toEqual([0.84, 0.15, 0.01]);
});

test("services that state no share are all alike", () => {
  const text = smallCentre.replace("stations:", "  b: { route: counter, time: 1 min }\nstations:");
  expect(readScenario(text).services.map(({ share }) => share)).toEqual([0.5, 0.5]);
});

test("a roster by the clock counts from opening, one by interval from its widths", () => {
  expect(station(large, "bank").pools[0]!.roster).toEqual([
    { from: 0, count: 2 },
    { from: 14_400, count: 1 },
  ]);
  expect(station(large, "windows").pools[0]!.roster).toEqual([
    { from: 0, count: 2 },
    { from: 1800, count: 3 },
  ]);
});

test("before the first change of a roster nobody is there", () => {
  const text = smallCentre.replace("servers: 3", 'servers: [{ from: "10:00", count: 1 }]');
  expect(readScenario(text).stations[0]!.pools[0]!.roster).toEqual([
    { from: 0, count: 0 },
    { from: 3600, count: 1 },
  ]);
});

test("a station like another has its settings and its random numbers, but its own name and what it states", () => {
  expect(station(large, "bank-2")).toEqual({
    ...station(large, "bank"),
    id: "bank-2",
    title: { en: "bank-2", ru: "bank-2", kk: "bank-2" },
    pools: [expect.objectContaining({ id: "bank-2", roster: [{ from: 0, count: 1 }] })],
    stream: "bank",
  });
});

test("a closed station needs no servers and turns away who comes", () => {
  expect(station(large, "kiosks")).toMatchObject({
    isClosed: true,
    whenDown: "turn-away",
    pools: [{ roster: [{ from: 0, count: 0 }] }],
  });
});

test("what is done instead of a visit is a word, or steps; the station like another has the same", () => {
  const text = largeCentre
    .replace(
      "main: { people: 6,",
      "main: { when-down: [{ when: { needs: step-free }, do: [deny] }, pass: ramp], people: 6,",
    )
    .replace("bank:\n    servers", "bank:\n    when-down: [walk: 300 m]\n    servers");
  const scenario = readScenario(text);
  expect(station(scenario, "main").whenDown).toEqual([
    when({ kind: "needs", needs: ["step-free"] }, [deny]),
    { kind: "pass", passage: "ramp" },
  ]);
  for (const id of ["bank", "bank-2"]) expect(station(scenario, id).whenDown).toEqual([{ kind: "walk", metres: 300 }]);
});

test("a lift is a station of cars that takes several people at once", () => {
  expect(station(large, "main")).toMatchObject({
    isLift: true,
    batch: 6,
    time: { kind: "constant", value: 40 },
    gap: 20,
    whenDown: "deny",
    call: "first-come",
    pools: [{ id: "main", roster: [{ from: 0, count: 1 }], skills: null }],
  });
  expect(large.stations.at(-1)!.id).toBe("main");
});

test("steps and steep ramps lack step-free; a gentle ramp does not", () => {
  expect(large.passages).toMatchObject([
    {
      id: "entrance",
      walkMetres: 10,
      stairsMetres: 1.75,
      doorTime: 4,
      lacks: ["step-free"],
      instead: [{ kind: "pass", passage: "ramp" }],
    },
    { id: "ramp", walkMetres: 9, stairsMetres: 0, lacks: [], instead: [{ kind: "deny" }] },
  ]);
  const steep = readScenario(
    smallCentre.replace("routes:", "passages: { a: { ramp: { length: 5 m, gradient: 9% } } }\nroutes:"),
  );
  expect(steep.passages[0]!.lacks).toEqual(["step-free"]);
});

test("every step of a route keeps its meaning", () => {
  const visit = { kind: "visit", time: null, sameServer: false, fails: 0, onFailure: [] };
  expect(large.routes[0]!.steps).toEqual([
    { kind: "pass", passage: "entrance" },
    {
      kind: "when",
      condition: { kind: "owes-fee" },
      // biome-ignore lint/suspicious/noThenProperty: the word of the scenario; a list is no promise.
      then: [{ ...visit, stations: ["bank", "bank-2"], time: { kind: "constant", value: 120 } }],
      otherwise: [],
    },
    { ...visit, stations: ["main"] },
    {
      kind: "repeat",
      times: 1,
      again: 0.05,
      steps: [{ ...visit, stations: ["windows"], fails: 0.02, onFailure: [{ kind: "deny" }] }],
    },
    {
      kind: "choose",
      options: [
        { share: 0.6, steps: [{ kind: "walk", metres: 25 }] },
        { share: 0.4, steps: [] },
      ],
    },
    {
      kind: "when",
      condition: {
        kind: "all",
        conditions: [
          { kind: "group", groups: ["older", "wheelchair"] },
          { kind: "not", condition: { kind: "needs", needs: ["hearing"] } },
        ],
      },
      // biome-ignore lint/suspicious/noThenProperty: the word of the scenario; a list is no promise.
      then: [{ ...visit, stations: ["windows"], sameServer: true }],
      otherwise: [{ kind: "leave" }],
    },
  ]);
});
