import { describe, expect, test } from "vitest";
import { aCentre, type CentreBuilder } from "../../kit/a-centre.js";
import { pass, visit, walk } from "../../kit/steps.js";

/** Five steps at the door, for walkers and for one wheelchair user who has to see how to get in. */
const withSteps = (): CentreBuilder =>
  aCentre()
    .withGroup("walker")
    .withGroup("wheelchair", { needs: ["step-free"], walkingSpeed: 0.5 })
    .withWindows(2, { time: 300 });

const steps = { walkMetres: 10, stairsMetres: 6, doorTime: 4, lacks: ["step-free"] };

describe("ways in", () => {
  test("the flat is walked at walking speed, the stairs at stairs speed, and doors take their time", () => {
    const story = withSteps()
      .withPassage("entrance", steps)
      .withRoute(pass("entrance"), visit("windows"))
      .visitor({ arrives: 0, group: "walker" })
      .tell();

    expect(story).toEqual(["26 joined 1", "26 called 1", "326 served 1"]);
  });

  test("whoever the entrance has no way for is denied", () => {
    const story = withSteps()
      .withPassage("entrance", steps)
      .withRoute(pass("entrance"), visit("windows"))
      .visitor({ arrives: 0, group: "wheelchair" })
      .visitor({ arrives: 5, group: "walker" })
      .tell();

    expect(story).toEqual(["0 denied 1", "31 joined 2", "31 called 2", "331 served 2"]);
  });

  test("or takes the ramp round the corner, at their own speed", () => {
    const story = withSteps()
      .withPassage("entrance", { ...steps, instead: [pass("ramp")] })
      .withPassage("ramp", { walkMetres: 20 })
      .withRoute(pass("entrance"), visit("windows"))
      .visitor({ arrives: 0, group: "wheelchair" })
      .visitor({ arrives: 0, group: "walker" })
      .tell();

    expect(story).toEqual(["26 joined 2", "26 called 2", "40 joined 1", "40 called 1", "326 served 2", "340 served 1"]);
  });

  test("or waits for the one helper, who lifts one chair after the other", () => {
    const story = withSteps()
      .withStation("helper", { time: 60 })
      .withPassage("entrance", { ...steps, instead: [visit("helper")] })
      .withRoute(pass("entrance"), visit("windows"))
      .visitor({ arrives: 0, group: "wheelchair" })
      .visitor({ arrives: 0, group: "wheelchair" })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at helper",
      "0 called 1 at helper",
      "0 joined 2 at helper",
      "60 served 1 at helper",
      "60 joined 1 at windows",
      // The helper was free before anybody stood at the windows.
      "60 called 1 at windows",
      "60 called 2 at helper",
      "120 served 2 at helper",
      "120 joined 2 at windows",
      "120 called 2 at windows",
      "360 served 1 at windows",
      "420 served 2 at windows",
    ]);
  });

  test("the same corridor takes the slow longer", () => {
    const story = withSteps()
      .withRoute(walk(25), visit("windows"))
      .visitor({ arrives: 0, group: "wheelchair" })
      .visitor({ arrives: 0, group: "walker" })
      .tell()
      .filter((line) => line.includes("joined"));

    expect(story).toEqual(["25 joined 2", "50 joined 1"]);
  });
});

describe("lifts", () => {
  test("a free car leaves at once; after the way back it takes as many as it holds", () => {
    const story = aCentre()
      .withLift("lift", { batch: 2, time: 40, gap: 20 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .visitor({ arrives: 30 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 joined 3",
      "30 joined 4",
      "40 served 1",
      "60 called 2",
      "60 called 3",
      "100 served 2",
      "100 served 3",
      "120 called 4",
      "160 served 4",
    ]);
  });

  test("a lift rides no slower for those who need longer at a window", () => {
    const story = aCentre()
      .withGroup("older", { serviceTimeFactor: 1.5 })
      .withLift("lift", { time: 40 })
      .withWindows(1, { time: 100 })
      .visitor({ arrives: 0, group: "older" })
      .withRoute(visit("lift"), visit("windows"))
      .tell();

    expect(story.filter((line) => line.includes("served"))).toEqual(["40 served 1 at lift", "190 served 1 at windows"]);
  });

  test("those who rode together each go their own way", () => {
    const story = aCentre()
      .withGroup("quick", { walkingSpeed: 2 })
      .withGroup("slow", { walkingSpeed: 1 })
      .withLift("lift", { batch: 2, time: 40, gap: 10 })
      .withWindows(1, { time: 300 })
      .withRoute(visit("lift"), walk(20), visit("windows"))
      .visitor({ arrives: 0, group: "slow" })
      .visitor({ arrives: 10, group: "slow" })
      .visitor({ arrives: 20, group: "quick" })
      .tell()
      .filter((line) => line.includes("lift") || line.includes("joined"));

    expect(story).toEqual([
      "0 joined 1 at lift",
      "0 called 1 at lift",
      "10 joined 2 at lift",
      "20 joined 3 at lift",
      "40 served 1 at lift",
      "50 called 2 at lift",
      "50 called 3 at lift",
      "60 joined 1 at windows",
      "90 served 2 at lift",
      "90 served 3 at lift",
      "100 joined 3 at windows",
      "110 joined 2 at windows",
    ]);
  });

  test("a ride counts once for the car, however many ride", () => {
    const tally = aCentre()
      .withLift("lift", { batch: 2, time: 40, gap: 20 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .run();

    expect(tally.areaOf(tally.rowOfBusy(0))).toBe(120);
    expect(tally.inHand[0]).toBe(120);
  });

  test("never breaks down on the ride: the car fails when it has arrived; who waits for it or comes then is denied", () => {
    const story = aCentre()
      .withLift("lift", { time: 40, breakdown: every(100, 50) })
      .visitor({ arrives: 80 })
      .visitor({ arrives: 110 })
      .visitor({ arrives: 130 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on lift/1",
      "80 joined 1",
      "80 called 1 by lift/1",
      "110 joined 2",
      "120 served 1 by lift/1",
      "120 broke-down lift/1",
      "120 denied 2",
      "130 denied 3",
    ]);
  });

  test("of two lifts the one that works is taken", () => {
    const story = aCentre()
      .withLift("lift", { time: 40, breakdown: every(100, 500) })
      .withLift("lift-2", { time: 40 })
      .withRoute({ ...visit(""), stations: ["lift", "lift-2"] })
      .visitor({ arrives: 110 })
      .visitor({ arrives: 120 })
      .tell();

    expect(story).toEqual([
      "110 joined 1 at lift-2",
      "110 called 1 at lift-2",
      "120 joined 2 at lift-2",
      "150 served 1 at lift-2",
      "150 called 2 at lift-2",
      "190 served 2 at lift-2",
    ]);
  });
});

describe("breakdowns", () => {
  test("a breakdown at the very end of a ride comes before the next call, and who waits rides after the repair", () => {
    const story = aCentre()
      .withLift("lift", { batch: 1, time: 40, breakdown: every(100, 50), whenDown: "wait" })
      .visitor({ arrives: 60 })
      .visitor({ arrives: 70 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on lift/1",
      "60 joined 1",
      "60 called 1 by lift/1",
      "70 joined 2",
      "100 served 1 by lift/1",
      "100 broke-down lift/1",
      "150 repaired lift/1",
      "150 called 2 by lift/1",
      "190 served 2 by lift/1",
    ]);
  });

  test("a breakdown at one station does not stop the day while somebody is about to be called at another", () => {
    const story = aCentre()
      .withStation("kiosk", { time: 100, breakdown: every(100, 50) })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at kiosk",
      "0 called 1 at kiosk",
      "100 served 1 at kiosk",
      "100 joined 1 at windows",
      "100 called 1 at windows",
      "400 served 1 at windows",
    ]);
  });

  test("a kiosk that is to fail when it goes off for the break works again after it, and fails again in time", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 110, count: 0 },
      { from: 200, count: 1 },
    ];
    const story = aCentre()
      .withStation("kiosk", { servers: roster, breakdown: every(100, 50) })
      .visitor({ arrives: 90, time: 60 })
      .visitor({ arrives: 240, time: 5 })
      .visitor({ arrives: 260, time: 5 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on kiosk/1",
      "90 joined 1",
      "90 called 1 by kiosk/1",
      "150 served 1 by kiosk/1",
      "150 went-off kiosk/1",
      "200 came-on kiosk/1",
      "240 joined 2",
      "240 called 2 by kiosk/1",
      "245 served 2 by kiosk/1",
      "250 broke-down kiosk/1",
      "260 joined 3",
      "300 repaired kiosk/1",
      "300 called 3 by kiosk/1",
      "305 served 3 by kiosk/1",
    ]);
  });

  test("a break in the roster repairs nothing: a kiosk that failed before it comes on broken, and works when repaired", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 120, count: 0 },
      { from: 200, count: 1 },
    ];
    const story = aCentre()
      .withStation("kiosk", { servers: roster, breakdown: every(100, 150), time: 5 })
      .visitor({ arrives: 210 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on kiosk/1",
      "100 broke-down kiosk/1",
      "120 went-off kiosk/1",
      "200 came-on kiosk/1",
      "200 broke-down kiosk/1",
      "210 joined 1",
      "250 repaired kiosk/1",
      "250 called 1 by kiosk/1",
      "255 served 1 by kiosk/1",
    ]);
  });

  test("when fewer are wanted the broken one goes, and of two that could come the one in working order does", () => {
    const roster = [
      { from: 0, count: 2 },
      { from: 145, count: 1 },
      { from: 251, count: 2 },
      { from: 252, count: 0 },
      { from: 253, count: 1 },
    ];
    // Both run for 100 s, but the second has somebody in hand until 110: broken at 100 to 140 and 240 to 280, 110 to 150.
    const story = aCentre()
      .withStation("kiosk", { servers: roster, breakdown: every(100, 40) })
      .visitor({ arrives: 80, time: 1 })
      .visitor({ arrives: 90, time: 20 })
      .visitor({ arrives: 146, time: 5 })
      .visitor({ arrives: 254, time: 5 })
      .tell({ servers: true });

    expect(story.filter((line) => /on |off|down|called/.test(line))).toEqual([
      "0 came-on kiosk/1",
      "0 came-on kiosk/2",
      "80 called 1 by kiosk/2",
      "90 called 2 by kiosk/2",
      "100 broke-down kiosk/1",
      "110 broke-down kiosk/2",
      "145 went-off kiosk/2",
      "146 called 3 by kiosk/1",
      "240 broke-down kiosk/1",
      "251 came-on kiosk/2",
      "252 went-off kiosk/1",
      "252 went-off kiosk/2",
      "253 came-on kiosk/2",
      "254 called 4 by kiosk/2",
    ]);
  });

  test("machines that fail and are repaired for ever do not keep the day from ending", () => {
    const story = aCentre()
      .withDay({ length: 1000 })
      .withWindows(0)
      .withStation("kiosk", { breakdown: every(100, 230) })
      .withStation("kiosk-2", { breakdown: every(230, 100) })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual(["0 joined 1 at windows", "1000 inside-at-end 1"]);
  });

  test("who waits at the end for a machine in repair is still served when it works again", () => {
    const story = aCentre()
      .withDay({ length: 1000 })
      .withStation("kiosk", { time: 40, breakdown: every(100, 5000) })
      .visitor({ arrives: 110 })
      .tell();

    expect(story).toEqual(["110 joined 1", "5100 called 1", "5140 served 1"]);
  });

  test("two kiosk halls that are alike do not fail at the same moments", () => {
    const broken = aCentre()
      .withStation("hall", { breakdown: { every: exponential(600), repair: exponential(60) }, time: 10 })
      .withStation("hall-2", {
        breakdown: { every: exponential(600), repair: exponential(60) },
        time: 10,
        stream: "hall",
      })
      .visitor({ arrives: 28_000 })
      .tell({ servers: true })
      .filter((line) => line.includes("broke-down"));
    const at = (hall: string): string[] =>
      broken.filter((line) => line.endsWith(hall)).map((line) => line.split(" ")[0]!);

    expect(at("hall/1").length).toBeGreaterThan(10);
    expect(at("hall-2/1").filter((time) => at("hall/1").includes(time))).toEqual([]);
  });
});

describe("a station that is closed all day", () => {
  test.each([
    ["turn-away", "0 turned-away 1"],
    ["deny", "0 denied 1"],
  ] as const)("%s: nobody can join", (whenDown, line) => {
    const story = aCentre()
      .withWindows(2, { time: 300, isClosed: true, whenDown })
      .visitor({ arrives: 0 })
      .tell({ servers: true });

    expect(story).toEqual([line]);
  });

  test("wait: those who believe that it will open give up, or sit there at the end", () => {
    const story = aCentre()
      .withDay({ length: 1000 })
      .withWindows(2, { time: 300, isClosed: true })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 joined 2", "120 reneged 2", "1000 inside-at-end 1"]);
  });
});

function every(seconds: number, repair: number): { every: Constant; repair: Constant } {
  return { every: { kind: "constant", value: seconds }, repair: { kind: "constant", value: repair } };
}

type Constant = { readonly kind: "constant"; readonly value: number };

const exponential = (mean: number) => ({ kind: "exponential", mean }) as const;
