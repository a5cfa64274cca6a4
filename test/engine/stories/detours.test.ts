import { describe, expect, test } from "vitest";
import type { Condition } from "#scenario/scenario.js";
import { aCentre } from "../../kit/a-centre.js";
import { deny, spend, visit, walk, when } from "../../kit/steps.js";

/** Works 100 s, is repaired for 50 s, and so on. */
const failing = { every: { kind: "constant", value: 100 }, repair: { kind: "constant", value: 50 } } as const;
const stepFree: Condition = { kind: "needs", needs: ["step-free"] };

describe("a lift out of order", () => {
  test("who comes to it does the steps stated instead of the ride, then goes on behind it", () => {
    const story = aCentre()
      .withLift("lift", { time: 40, breakdown: failing, whenDown: [walk(30)] })
      .withWindows(1, { time: 60 })
      .withRoute(visit("lift"), visit("windows"))
      .visitor({ arrives: 110 })
      .visitor({ arrives: 160 })
      .tell();

    expect(story).toEqual([
      "110 diverted 1 at lift",
      "140 joined 1 at windows",
      "140 called 1 at windows",
      "160 joined 2 at lift",
      "160 called 2 at lift",
      "200 served 1 at windows",
      "200 served 2 at lift",
      "200 joined 2 at windows",
      "200 called 2 at windows",
      "260 served 2 at windows",
    ]);
  });

  test("who waits for it when it fails does so too, in the order of the line; each as they can", () => {
    const story = aCentre()
      .withGroup("walker")
      .withGroup("wheelchair", { needs: ["step-free"] })
      .withLift("lift", {
        ...{ batch: 1, time: 40, breakdown: failing },
        whenDown: [when(stepFree, [visit("helper")], [walk(30)])],
      })
      .withStation("helper", { time: 100 })
      .withRoute(visit("lift"))
      .visitor({ arrives: 70, group: "walker" })
      .visitor({ arrives: 80, group: "wheelchair" })
      .visitor({ arrives: 90, group: "walker" })
      .visitor({ arrives: 95, group: "wheelchair" })
      .tell({ servers: true })
      .filter((line) => !line.includes("came-on"));

    expect(story).toEqual([
      "70 joined 1 at lift",
      "70 called 1 at lift by lift/1",
      "80 joined 2 at lift",
      "90 joined 3 at lift",
      "95 joined 4 at lift",
      "110 served 1 at lift by lift/1",
      "110 broke-down lift/1",
      "110 diverted 2 at lift",
      "110 joined 2 at helper",
      "110 diverted 3 at lift",
      "110 diverted 4 at lift",
      "110 joined 4 at helper",
      "110 called 2 at helper by helper/1",
      "140 left 3",
      "160 repaired lift/1",
      "210 served 2 at helper by helper/1",
      "210 called 4 at helper by helper/1",
      "260 broke-down lift/1",
      "310 served 4 at helper by helper/1",
    ]);
  });

  test("of two cars the first to fail keeps nobody from waiting for the other", () => {
    const story = aCentre()
      .withStation("lift", {
        ...{ servers: [{ from: 0, count: 2 }], batch: 1, time: 100, isLift: true, whenDown: "deny" },
        breakdown: { every: { kind: "discrete", values: [50, 130], shares: [0.5, 0.5] }, repair: failing.repair },
      })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .tell({ seed: "e", servers: true });

    // The second car is to fail at 50 and the first at 130, and both have somebody aboard then.
    expect(story.filter((line) => /broke|repaired|3/.test(line))).toEqual([
      "20 joined 3",
      "100 broke-down lift/2",
      "110 called 3 by lift/1",
      "150 repaired lift/2",
      "210 served 3 by lift/1",
      "210 broke-down lift/1",
    ]);
  });

  test("a detour may lead to a lift out of order itself, and has its own", () => {
    const story = aCentre()
      .withLift("lift", { time: 40, isClosed: true, whenDown: [visit("back-lift")] })
      .withLift("back-lift", { time: 40, isClosed: true, whenDown: [walk(50)] })
      .withWindows(1, { time: 60 })
      .withRoute(visit("lift"), visit("windows"))
      .visitor({ arrives: 0 })
      .tell();

    expect(story.slice(0, 3)).toEqual(["0 diverted 1 at lift", "0 diverted 1 at back-lift", "50 joined 1 at windows"]);
  });

  test("each visit has draws of its own, on the way past it and behind it too", () => {
    const time = { kind: "exponential", mean: 100 } as const;
    const timesAt = (place: string, isClosed: boolean): number[] =>
      aCentre()
        .withStation("desk", { time, isClosed, whenDown: [visit("kiosk")] })
        .withStation("kiosk", { time })
        .withRoute(visit("desk"), visit("kiosk"), visit("desk"))
        .visitor({ arrives: 0 })
        .tell()
        .filter((line) => /called|served/.test(line) && line.endsWith(place))
        .map((line) => Number(line.split(" ")[0]))
        .flatMap((moment, i, moments) => (i % 2 === 1 ? [moment - moments[i - 1]!] : []));

    const [first, second] = timesAt("desk", false);
    expect(second).not.toBeCloseTo(first!, 3);
    expect(new Set(timesAt("kiosk", true).map((seconds) => seconds.toFixed(3))).size).toBe(3);
  });

  test("the wait up to then is a wait at the lift, and nobody was called", () => {
    const tally = aCentre()
      .withLift("lift", { batch: 1, time: 40, breakdown: failing, whenDown: [walk(30)] })
      .visitor({ arrives: 70 })
      .visitor({ arrives: 80 })
      .run();

    expect([tally.joined[0], tally.called[0]]).toEqual([2, 1]);
    expect([tally.queued[0], tally.queuedByCalled[0], tally.between[0]]).toEqual([30, 0, 30]);
    expect([tally.waitedByServed[0], tally.timeOfServed[0]]).toEqual([30, 40 + 60]);
  });
});

describe("servers who go", () => {
  const skilled = (id: string, ...counts: readonly number[]) => ({
    id,
    servers: counts.map((count, i) => ({ from: 100 * i, count })),
    skills: [id],
  });

  test("only those who wait for no other server are sent away", () => {
    const story = aCentre()
      .withService("documents")
      .withService("property")
      .withWindows(1, {
        ...{ time: 150, whenDown: "turn-away" },
        pools: [skilled("documents", 1, 0), skilled("property", 1, 1)],
      })
      .visitor({ arrives: 0, service: "documents" })
      .visitor({ arrives: 0, service: "property" })
      .visitor({ arrives: 10, service: "documents" })
      .visitor({ arrives: 20, service: "property" })
      .tell();

    // Who has somebody in hand goes when that is done.
    expect(story.slice(6)).toEqual([
      "150 served 1",
      "150 served 2",
      "150 turned-away 3",
      "150 called 4",
      "300 served 4",
    ]);
  });

  test("whoever is relieved at the same moment leaves nobody behind", () => {
    const morningAndAfternoon = [skilled("documents", 1, 0), { ...skilled("documents", 0, 1), id: "afternoon" }];
    const story = aCentre()
      .withService("documents")
      .withStation("windows", { time: 10, gap: 95, whenDown: "deny", pools: morningAndAfternoon })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 50 })
      .tell({ servers: true });

    expect(story.filter((line) => /100|called/.test(line))).toEqual([
      "0 called 1 by documents/1",
      "100 came-on afternoon/1",
      "100 called 2 by afternoon/1",
    ]);
  });

  test("whose patience ends in that moment or before has given up; who loses it later is gone by then; watched or not", () => {
    const roster = [1, 0].map((count, i) => ({ from: 100 * i, count }));
    const centre = aCentre()
      .withWindows(roster, { time: 100, whenDown: [spend(7)] })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10, patience: 90 })
      .visitor({ arrives: 10, patience: 60 })
      .visitor({ arrives: 10, patience: 91 });

    expect(centre.tell().slice(5)).toEqual([
      "70 reneged 3",
      "100 served 1",
      "100 reneged 2",
      "100 diverted 4",
      "107 left 4",
    ]);
    const tally = centre.run();
    expect(tally.queued.reduce((sum, queued) => sum + queued)).toBe(90 + 60 + 90);
    expect(tally.between.reduce((sum, between) => sum + between)).toBe(7);
  });

  test("the tickets of those who gave up before are void too, watched or not", () => {
    const lunch = [1, 0, 1].map((count, i) => ({ from: 100 * i, count }));
    const centre = aCentre()
      .withWindows(lunch, { time: 100, absentTicket: 35, whenDown: "turn-away" })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10, patience: 20 })
      .visitor({ arrives: 200 });

    expect(centre.tell().slice(3)).toEqual([
      "30 reneged 2",
      "100 served 1",
      "200 joined 3",
      "200 called 3",
      "300 served 3",
    ]);
    const tally = centre.run();
    expect(tally.areaOf(tally.rowOfBusy(0))).toBe(200);
  });

  test("who is inside when all closes at once is turned away and not diverted", () => {
    const story = aCentre()
      .withDay({ length: 100, atClosing: "close-at-once" })
      .withWindows(
        [
          { from: 0, count: 1 },
          { from: 100, count: 0 },
        ],
        { time: 100, whenDown: [deny] },
      )
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "10 joined 2", "100 served 1", "100 turned-away 2"]);
  });

  test.each([
    ["at once", []],
    ["after a moment of no length", [spend(0)]],
  ])("who goes %s where somebody is free joins before anybody is called there", (_, before) => {
    const story = aCentre()
      .withStation("kiosk", {
        servers: [
          { from: 0, count: 1 },
          { from: 100, count: 0 },
        ],
        time: 100,
        whenDown: [...before, visit("windows")],
      })
      .withStation("windows", { time: 40, call: "last-come" })
      .withNamedRoute("kiosk", visit("kiosk"))
      .withNamedRoute("windows", visit("windows"))
      .withService("self", { route: "kiosk" })
      .withService("helped", { route: "windows" })
      .visitor({ arrives: 0, service: "self" })
      .visitor({ arrives: 60, service: "helped" })
      .visitor({ arrives: 70, service: "self" })
      .visitor({ arrives: 80, service: "helped" })
      .tell();

    expect(story.slice(-8)).toEqual([
      "100 served 1 at kiosk",
      "100 served 2 at windows",
      "100 diverted 3 at kiosk",
      "100 joined 3 at windows",
      "100 called 3 at windows",
      "140 served 3 at windows",
      "140 called 4 at windows",
      "180 served 4 at windows",
    ]);
  });
});
