import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "#plan/compile.js";
import { seedKey } from "#random/keys.js";
import { loadComparison, loadScenario } from "#scenario/load.js";
import type { Resolver } from "#scenario/resolver.js";
import type { Scenario, Station } from "#scenario/scenario.js";
import { TalliedDays } from "../kit/tally.js";

const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** The shipped scenarios, by their paths inside their folder. */
const shipped: Resolver = {
  read: (path) => readFileSync(`${folder}${path}`, "utf8"),
  resolve: (from, relative) => posix.join(posix.dirname(from), relative),
};

const yamlIn = (path: string) => readdirSync(`${folder}${path}`).filter((name) => name.endsWith(".yaml"));
const worlds = yamlIn(".");
const reforms = yamlIn("reforms").map((name) => `reforms/${name}`);
/** Reforms of the old building; all others are of the city centre. */
const ofTheOldBuilding = ["reforms/ramp.yaml", "reforms/second-lift.yaml"];
const baseOf = (reform: string) => (ofTheOldBuilding.includes(reform) ? "old-building.yaml" : "city-centre.yaml");

const load = (entry: string): Scenario => loadScenario({ entry, resolver: shipped }).scenario;
const reformed = (reform: string, base = baseOf(reform)): Scenario =>
  loadComparison({ base, reforms: [reform], resolver: shipped }).reforms[0].scenario;
const stationOf = (scenario: Scenario, id: string): Station => scenario.stations.find((station) => station.id === id)!;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe.each(worlds)("%s", (path) => {
  test("reads, and says in three languages what it is and what is assumed", () => {
    expectThreeLanguages(load(path));
  });
});

describe.each(reforms)("%s", (path) => {
  test("applies to its base, and says in three languages what it is and what is assumed", () => {
    const scenario = reformed(path);
    expectThreeLanguages(scenario);
    expect(scenario.title).not.toEqual(load(baseOf(path)).title);
  });

  test("leaves the visitors of its base as they are", () => {
    const [before, after] = [load(baseOf(path)), reformed(path)];
    expect(after.arrivals[0]).toMatchObject({
      pattern: before.arrivals[0].pattern,
      groupShares: before.arrivals[0].groupShares,
    });
    const sharesOf = (scenario: Scenario) =>
      before.services.map(({ id }) => scenario.services.find((one) => one.id === id)?.share);
    expect(sharesOf(after)).toEqual(sharesOf(before));
  });
});

test("reforms of the city centre can be tried on the district centre too", () => {
  for (const path of reforms.filter((each) => !ofTheOldBuilding.includes(each))) {
    expectThreeLanguages(reformed(path, "district-centre.yaml"));
  }
});

describe("the city centre keeps to the figures it was made from", () => {
  const city = load("city-centre.yaml");

  test("a quarter of the visitors owe a fee", () => {
    expect(sum(city.services.map(({ share, fee }) => share * fee))).toBeCloseTo(0.263, 3);
  });

  test("a case at a window takes ten minutes on average", () => {
    const atWindows = city.services.filter(({ route }) => route === "counter");
    const minutes = sum(atWindows.map(({ share, time }) => (share * (time as { mean: number }).mean) / 60));
    expect(minutes / sum(atWindows.map(({ share }) => share))).toBeCloseTo(9.8, 1);
  });

  test("one ticket in ten is called ahead of others, and one visitor in twenty moves or perceives with difficulty", () => {
    expect(sum(city.groups.filter(({ priority }) => priority > 0).map(({ share }) => share))).toBeCloseTo(0.1);
    const hindered = ["wheelchair", "stick", "sensory", "pram"];
    expect(sum(city.groups.filter(({ id }) => hindered.includes(id)).map(({ share }) => share))).toBeCloseTo(0.05);
  });

  test("the windows open by half-hour, all pools together, are 158.5 window-hours", () => {
    const open = openByHalfHour(stationOf(city, "windows"));
    expect(open).toEqual([18, 19, 21, 22, 22, 22, 20, 16, 15, 15, 17, 18, 18, 18, 17, 15, 13, 11]);
    expect(sum(open) / 2).toBe(158.5);
  });

  test("the old building opens as many windows, on two floors", () => {
    const old = load("old-building.yaml");
    const [down, up] = ["windows", "windows-upstairs"].map((id) => openByHalfHour(stationOf(old, id)));
    expect(down.map((windows, i) => windows + up[i])).toEqual(openByHalfHour(stationOf(city, "windows")));
  });
});

describe("what the scenarios tell", () => {
  const city = runDays(load("city-centre.yaml"));

  test("the city centre is crowded but works, and its bank does not cope before lunch", () => {
    expect(city.wait("windows")).toBeGreaterThan(5);
    expect(city.wait("windows")).toBeLessThan(20);
    expect(city.waitAt("bank", 6)).toBeGreaterThan(15);
    expect(city.wait("ticket-desk")).toBeLessThan(2);
  });

  test("a second bank moves the queue from the bank to the windows", () => {
    const after = runDays(reformed("reforms/second-bank.yaml"));
    expect(after.wait("bank")).toBeLessThan(2);
    expect(after.wait("windows")).toBeGreaterThan(city.wait("windows"));
  });

  test("utilities without new windows lengthen the wait of everybody, and three windows more than make up for it", () => {
    const alone = runDays(reformed("reforms/utilities-in.yaml"));
    const withWindows = runDays(reformed("reforms/utilities-in-with-three-windows.yaml"));
    expect(alone.wait("windows")).toBeGreaterThan(1.3 * city.wait("windows"));
    expect(withWindows.wait("windows")).toBeLessThan(city.wait("windows"));
  });
});

function expectThreeLanguages({ title, about, assumptions }: Scenario): void {
  for (const text of [title, about, assumptions]) {
    expect(text.en).not.toBe("");
    expect(new Set([text.en, text.ru, text.kk]).size).toBe(3);
  }
}

/** Servers of a station in each half-hour of a day of nine hours, all pools together. */
function openByHalfHour({ pools }: Station): number[] {
  return Array.from({ length: 18 }, (_, i) =>
    sum(pools.map(({ roster }) => roster.findLast(({ from }) => from <= i * 1800)!.count)),
  );
}

/** Twenty days of a scenario: mean minutes in the queue of a station, over the day and for those who join in one half-hour. */
function runDays(scenario: Scenario) {
  const plan = compile(scenario);
  const days = new TalliedDays(plan);
  const intervals = plan.intervals.length;
  const queued = new Float64Array(plan.stations.length * intervals);
  const joined = new Float64Array(plan.stations.length * intervals);
  for (let day = 0; day < 20; day++) {
    const tally = days.run(seedKey("scenarios"), day);
    tally.queuedIn.forEach((seconds, cell) => {
      queued[cell] += seconds;
      joined[cell] += tally.joinedIn[cell];
    });
  }
  const cellsOf = (id: string, numbers: Float64Array) => {
    const station = plan.stations.findIndex((one) => one.id === id);
    return numbers.slice(station * intervals, (station + 1) * intervals);
  };
  return {
    wait: (id: string) => sum([...cellsOf(id, queued)]) / sum([...cellsOf(id, joined)]) / 60,
    waitAt: (id: string, interval: number) => cellsOf(id, queued)[interval] / cellsOf(id, joined)[interval] / 60,
  };
}
