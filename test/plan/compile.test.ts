import { describe, expect, test } from "vitest";
import { Op, Outcome, type Plan, Word } from "#plan/plan.js";
import { aCentre, type CentreBuilder } from "../kit/a-centre.js";
import { pass, repeat, shortestOf, visit, walk, when } from "../kit/steps.js";

describe("the program a route becomes", () => {
  test("a visit is: stand in line, be served, leave the server; and the end is to leave served", () => {
    expect(operationsOf(aCentre().withWindows(1))).toEqual([Op.seize, Op.serve, Op.release, Op.leave]);
  });

  test("a condition that the service decides leaves no trace in the program", () => {
    const centre = aCentre()
      .withService("documents", { route: "route" })
      .withService("property", { route: "route" })
      .withWindows(1)
      .withRoute(when({ kind: "service", services: ["property"] }, [visit("windows")], [walk(10)]));

    expect(operationsOf(centre)).toEqual([Op.walk, Op.leave, Op.seize, Op.serve, Op.release, Op.leave]);
  });

  test("a condition that holds for no group, or for all, leaves none either", () => {
    const passing = (needs: readonly string[]) =>
      operationsOf(
        aCentre()
          .withGroup("general", { needs })
          .withPassage("entrance", { lacks: ["step-free"] })
          .withRoute(pass("entrance")),
      );

    expect(passing([])).toEqual([Op.walk, Op.leave]);
    expect(passing(["step-free"])).toEqual([Op.leave, Op.leave]);
  });

  test("a condition that some groups meet becomes a test with a probability for each", () => {
    const plan = aCentre()
      .withGroup("general", { digital: 0.9 })
      .withGroup("older", { digital: 0.25 })
      .withWindows(1)
      .withRoute(when({ kind: "digital" }, [walk(5)], [visit("windows")]))
      .plan();

    expect([...plan.chances]).toEqual([0.9, 0.25]);
  });

  test("two visits to one station have service times of their own, the same two times on the way of every visitor", () => {
    const purposes = serviceTimePurposes(aCentre().withWindows(1).withRoute(visit("windows"), visit("windows")).plan());

    expect(new Set(purposes).size).toBe(2);
  });

  test("a step put in before leaves the draws of the steps behind it as they were", () => {
    const before = aCentre().withStation("bank").withWindows(1).withRoute(visit("windows"));
    const after = aCentre().withStation("bank").withWindows(1).withRoute(visit("bank"), walk(10), visit("windows"));

    expect(serviceTimePurposes(after.plan()).slice(1)).toEqual(serviceTimePurposes(before.plan()));
  });

  test("a station like another takes over its draws, so a visitor's service time does not depend on which one it is", () => {
    const plan = aCentre()
      .withStation("bank")
      .withStation("bank-2", { stream: "bank" })
      .withRoute(shortestOf("bank", "bank-2"))
      .plan();
    const [bank, bank2] = serviceTimePurposes(plan);

    expect(bank2).toBe(bank);
  });

  test("the mean speed on stairs is as stated, and who walks fast climbs fast", () => {
    const plan = aCentre().withGroup("general", { walkingSpeed: 1.25, stairsSpeed: 0.5 }).withWindows(1).plan();

    expect(plan.groups[0]!.stairsShare).toBe(0.4);
  });
});

describe("which service time counts", () => {
  const timeAt = (build: (centre: CentreBuilder) => CentreBuilder, time?: number): unknown => {
    const step = time === undefined ? visit("windows") : visit("windows", { time });
    const plan = build(aCentre()).withRoute(step).plan();
    return plan.distributions[serviceTimes(plan)[0]!];
  };
  const constant = (value: number) => ({ kind: "constant", value });

  test("the step's, before the service's at this station, before the station's, before the service's", () => {
    const atStation = { times: { windows: constant(2) as { kind: "constant"; value: number } } };
    const all = (centre: CentreBuilder) =>
      centre.withService("s", { time: 4, ...atStation }).withWindows(1, { time: 3 });

    expect(timeAt(all, 1)).toEqual(constant(1));
    expect(timeAt(all)).toEqual(constant(2));
    expect(timeAt((centre) => centre.withService("s", { time: 4 }).withWindows(1, { time: 3 }))).toEqual(constant(3));
    expect(timeAt((centre) => centre.withService("s", { time: 4 }).withWindows(1))).toEqual(constant(4));
  });
});

describe("stations and lines", () => {
  test("a station where every server does everything has one line; one with skills has a line a skill", () => {
    const plan = aCentre()
      .withService("documents")
      .withService("property")
      .withWindows(2)
      .withStation("halls", {
        pools: [
          { id: "one", servers: 1, skills: ["property", "documents"] },
          { id: "all", servers: 1 },
        ],
      })
      .plan();

    expect(plan.lines.map(({ station, skill }) => `${station} ${skill}`)).toEqual(["0 ", "1 documents", "1 property"]);
    expect(plan.pools.map(({ lines }) => [...lines])).toEqual([[0], [2, 1], [1, 2]]);
    // Who does everything has no order of preference: the longest wait decides.
    expect(plan.pools.map(({ longestWaiting }) => longestWaiting)).toEqual([true, false, true]);
  });

  test("patience is looked at as it ends only where the queue's length counts", () => {
    const watched = (options: Parameters<CentreBuilder["withWindows"]>[1]) =>
      aCentre().withWindows(1, options).plan().stations[0]!.isWatched;
    const byShortest = aCentre().withStation("a").withStation("b").withRoute(shortestOf("a", "b")).plan();

    expect([watched({}), watched({ room: 3 }), watched({ call: "random" })]).toEqual([false, true, true]);
    expect(byShortest.stations.map(({ isWatched }) => isWatched)).toEqual([true, true]);
  });

  test("a closed station has nobody, whatever its roster says", () => {
    const plan = aCentre().withWindows(5, { isClosed: true }).plan();

    expect([...plan.pools[0]!.rosterCounts]).toEqual([0]);
  });

  test("groups of one priority share a level, the highest first; elsewhere there is one level", () => {
    const plan = aCentre()
      .withGroup("general")
      .withGroup("older", { priority: 5 })
      .withGroup("disabled", { priority: 5 })
      .withStation("by-priority", { call: "priority" })
      .withStation("first-come")
      .plan();

    expect(plan.stations.map(({ levels, levelCount }) => [[...levels], levelCount])).toEqual([
      [[1, 0, 0], 2],
      [[0, 0, 0], 1],
    ]);
  });
});

describe("arrivals and the day", () => {
  test("the weights of the pieces become expected numbers, those at the door first, a short last piece in proportion", () => {
    const plan = aCentre()
      .withDay({ length: 250 })
      .withWindows(1)
      .withPoisson(110, { atDoor: 0.1, every: 100, weights: [2, 1, 4] })
      .plan();
    const [source] = plan.sources;

    expect(source!.pattern).toMatchObject({ kind: "walk-in", dayFactorCv: 0 });
    expect(expectedOf(plan)).toEqual([
      [0, 11],
      [100, 11 + (99 * 200) / 500],
      [200, 11 + (99 * 300) / 500],
      [250, 110],
    ]);
  });

  test("known visitors come in order of time, those of one time in the order listed", () => {
    const plan = aCentre()
      .withGroup("one")
      .withGroup("two")
      .withWindows(1)
      .visitor({ arrives: 50, group: "one" })
      .visitor({ arrives: 20, group: "two" })
      .visitor({ arrives: 50, group: "two" })
      .plan();

    expect(plan.sources[0]!.pattern).toMatchObject({
      times: Float64Array.of(20, 50, 50),
      groups: Int32Array.of(1, 0, 1),
    });
  });

  test("the day's intervals end at closing, and one without end follows", () => {
    expect([...aCentre().withDay({ length: 250, interval: 100 }).withWindows(1).plan().intervals]).toEqual([
      0, 100, 200, 250,
    ]);
  });

  test("repeating twice writes the steps twice, with draws of their own", () => {
    const plan = aCentre()
      .withWindows(1)
      .withRoute(repeat({ times: 2 }, visit("windows")))
      .plan();

    expect(new Set(serviceTimePurposes(plan)).size).toBe(2);
  });

  test("denied and served visitors leave by different doors of the books", () => {
    const plan = aCentre().withRoute({ kind: "deny" }).plan();

    expect(plan.program[1]).toBe(Outcome.denied);
  });
});

function expectedOf({ sources }: Plan): number[][] {
  const { pattern } = sources[0]!;
  if (pattern.kind !== "walk-in") return [];
  return [...pattern.starts].map((start, i) => [start, pattern.expected[i]!]);
}

function instructionsOf({ program }: Plan): number[][] {
  return Array.from({ length: program.length / Word.perInstruction }, (_, i) => [
    ...program.subarray(i * Word.perInstruction, (i + 1) * Word.perInstruction),
  ]);
}

const operationsOf = (centre: CentreBuilder): Op[] => instructionsOf(centre.plan()).map(([operation]) => operation!);

const serviceTimes = (plan: Plan): number[] =>
  instructionsOf(plan).flatMap(([operation, distribution]) => (operation === Op.serve ? [distribution!] : []));

const serviceTimePurposes = (plan: Plan): number[] =>
  instructionsOf(plan).flatMap(([operation, , purpose]) => (operation === Op.serve ? [purpose!] : []));
