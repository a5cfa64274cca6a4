import { describe, expect, test } from "vitest";
import { aCentre } from "../../kit/a-centre.js";
import { spend, visit } from "../../kit/steps.js";

describe("shifts", () => {
  test("a clerk whose shift is over serves the person in hand and then goes home", () => {
    const roster = [
      { from: 0, count: 2 },
      { from: 100, count: 1 },
    ];
    const story = aCentre()
      .withWindows(roster, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 50 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on windows/1",
      "0 came-on windows/2",
      "0 joined 1",
      "0 called 1 by windows/2",
      "0 joined 2",
      "0 called 2 by windows/1",
      "50 joined 3",
      "300 served 1 by windows/2",
      "300 went-off windows/2",
      "300 served 2 by windows/1",
      "300 called 3 by windows/1",
      "600 served 3 by windows/1",
    ]);
  });

  test("a clerk who comes on calls at once", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 100, count: 2 },
    ];
    const story = aCentre().withWindows(roster, { time: 300 }).visitor({ arrives: 0 }).visitor({ arrives: 50 }).tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "50 joined 2", "100 called 2", "300 served 1", "400 served 2"]);
  });

  test("a case that ends with the shift ends first, but the next is not called before the break is over", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 300, count: 0 },
      { from: 600, count: 1 },
    ];
    const story = aCentre()
      .withWindows(roster, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 100 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on windows/1",
      "0 joined 1",
      "0 called 1 by windows/1",
      "100 joined 2",
      "300 served 1 by windows/1",
      "300 went-off windows/1",
      "600 came-on windows/1",
      "600 called 2 by windows/1",
      "900 served 2 by windows/1",
    ]);
  });

  test("a clerk still busy when wanted again never goes home", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 100, count: 0 },
      { from: 200, count: 1 },
    ];
    const story = aCentre()
      .withWindows(roster, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 50 })
      .tell({ servers: true });

    expect(story).toEqual([
      "0 came-on windows/1",
      "0 joined 1",
      "0 called 1 by windows/1",
      "50 joined 2",
      "300 served 1 by windows/1",
      "300 called 2 by windows/1",
      "600 served 2 by windows/1",
    ]);
  });

  test("work beyond the shift is counted by clerk: from the end of the shift to the end of the case", () => {
    const roster = [
      { from: 0, count: 2 },
      { from: 100, count: 1 },
      { from: 200, count: 0 },
    ];
    const tally = aCentre()
      .withWindows(roster)
      .visitor({ arrives: 0, time: 300 })
      .visitor({ arrives: 0, time: 400 })
      .run();

    // One clerk too many from 100 to 200, two from 200 to 300, one from 300 to 400.
    expect(tally.lateShift[0]).toBe(400);
  });

  test("a roster that says the same again changes nothing about the work beyond the shift", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 100, count: 0 },
      { from: 200, count: 0 },
    ];
    const tally = aCentre().withWindows(roster).visitor({ arrives: 0, time: 300 }).run();

    expect(tally.lateShift[0]).toBe(200);
  });

  test("work beyond the shift ends when the clerk is wanted again", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 100, count: 0 },
      { from: 200, count: 1 },
    ];
    const tally = aCentre().withWindows(roster).visitor({ arrives: 0, time: 300 }).run();

    expect(tally.lateShift[0]).toBe(100);
  });

  test("who waits for clerks who never come is counted as inside at closing, unless patience ends", () => {
    const roster = [
      { from: 0, count: 1 },
      { from: 500, count: 0 },
    ];
    const story = aCentre()
      .withDay({ length: 1000 })
      .withWindows(roster, { time: 300 })
      .visitor({ arrives: 400 })
      .visitor({ arrives: 600 })
      .visitor({ arrives: 650, patience: 300 })
      .tell();

    expect(story).toEqual([
      "400 joined 1",
      "400 called 1",
      "600 joined 2",
      "650 joined 3",
      "700 served 1",
      "950 reneged 3",
      "1000 inside-at-end 2",
    ]);
  });

  test("who gets to the queue after closing, and finds nobody there, has waited no time", () => {
    const story = aCentre()
      .withDay({ length: 1000 })
      .withWindows(0)
      .withRoute(spend(100), visit("windows"))
      .visitor({ arrives: 800 })
      .visitor({ arrives: 950 })
      .tell();

    expect(story).toEqual(["900 joined 1", "1000 inside-at-end 1", "1050 joined 2", "1050 inside-at-end 2"]);
  });
});

describe("closing", () => {
  test("who came before closing is served, however late; who comes at closing is late", () => {
    const story = aCentre()
      .withDay({ length: 1000 })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 900 })
      .visitor({ arrives: 990 })
      .visitor({ arrives: 1000 })
      .tell();

    expect(story).toEqual([
      "900 joined 1",
      "900 called 1",
      "990 joined 2",
      "1000 turned-away 3",
      "1200 served 1",
      "1200 called 2",
      "1500 served 2",
    ]);
  });

  test("close at once: who waits must leave; the case in hand is finished, but its visitor may join no other queue", () => {
    const story = aCentre()
      .withDay({ length: 1000, atClosing: "close-at-once" })
      .withWindows(1, { time: 300 })
      .withStation("bank", { time: 60 })
      .visitor({ arrives: 900 })
      .visitor({ arrives: 990 })
      .visitor({ arrives: 1000 })
      .tell();

    expect(story).toEqual([
      "900 joined 1 at windows",
      "900 called 1 at windows",
      "990 joined 2 at windows",
      "1000 turned-away 2",
      "1000 turned-away 3",
      "1200 served 1 at windows",
      "1200 turned-away 1",
    ]);
  });

  test("close at once: a case that ends at closing is done, and the next is not called", () => {
    const story = aCentre()
      .withDay({ length: 1000, atClosing: "close-at-once" })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 700 })
      .visitor({ arrives: 710 })
      .tell();

    expect(story).toEqual(["700 joined 1", "700 called 1", "710 joined 2", "1000 served 1", "1000 turned-away 2"]);
  });

  test("close at once: patience that would end at closing comes too late, the visitor is turned away", () => {
    const centre = () =>
      aCentre()
        .withDay({ length: 1000, atClosing: "close-at-once" })
        .withWindows(1, { time: 300 })
        .visitor({ arrives: 800 })
        .visitor({ arrives: 810, patience: 190 })
        .visitor({ arrives: 810, patience: 189 });

    expect(centre().tell()).toEqual([
      "800 joined 1",
      "800 called 1",
      "810 joined 2",
      "810 joined 3",
      "999 reneged 3",
      "1000 turned-away 2",
      "1100 served 1",
    ]);
  });
});
