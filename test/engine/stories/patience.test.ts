import { describe, expect, test } from "vitest";
import { Outcome } from "#plan/plan.js";
import { aCentre } from "../../kit/a-centre.js";

describe("giving up", () => {
  test("a visitor whose patience ends first leaves unserved, and nobody is called in their place", () => {
    const story = aCentre()
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "0 joined 2", "120 reneged 2", "300 served 1"]);
  });

  test("patience that ends at the very moment a window is free is over: the visitor has gone", () => {
    const story = aCentre()
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 300 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "0 joined 3",
      "300 served 1",
      "300 reneged 2",
      "300 called 3",
      "600 served 3",
    ]);
  });

  test("patience a second longer than the wait is long enough, and its end later changes nothing", () => {
    const story = aCentre()
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 301 })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "0 joined 2", "300 served 1", "300 called 2", "600 served 2"]);
  });

  test("patience of no time at all still lets a free window call", () => {
    const story = aCentre().withWindows(1, { time: 300 }).visitor({ arrives: 0, patience: 0 }).tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "300 served 1"]);
  });

  test("patience begins anew in each queue", () => {
    const story = aCentre()
      .withStation("desk", { time: 150 })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 200 })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at desk",
      "0 called 1 at desk",
      "0 joined 2 at desk",
      "150 served 1 at desk",
      "150 joined 1 at windows",
      // Stations call in the order in which they got somebody to call: the desk was free before anybody stood at the windows.
      "150 called 2 at desk",
      "150 called 1 at windows",
      "300 served 2 at desk",
      "300 joined 2 at windows",
      "450 served 1 at windows",
      "450 called 2 at windows",
      "750 served 2 at windows",
    ]);
  });

  test("a station's own patience counts before the group's", () => {
    const story = aCentre()
      .withGroup("general", { patience: 50 })
      .withWindows(1, { time: 300, patience: 120 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toContain("120 reneged 2");
  });

  test("the books: waits of all who joined, of those called, and how each visit ended", () => {
    const tally = aCentre()
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .run();
    const sum = (values: Float64Array): number => values.reduce((whole, value) => whole + value, 0);
    const ended = (outcome: Outcome): number => sum(tally.outcomes.filter((_, i) => i % Outcome.count === outcome));

    expect([sum(tally.came), ended(Outcome.served), ended(Outcome.reneged)]).toEqual([3, 2, 1]);
    expect([sum(tally.queued), sum(tally.queuedByCalled), sum(tally.waitedByServed)]).toEqual([420, 300, 300]);
    expect([sum(tally.joined), sum(tally.called)]).toEqual([3, 2]);
    expect([sum(tally.timeInside), sum(tally.timeOfServed), sum(tally.inHand)]).toEqual([1020, 900, 600]);
  });

  test("who gives up within the promise is not counted as served within it", () => {
    const tally = aCentre()
      .withPromise({ wait: 300 })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .run();

    expect(tally.withinPromise.reduce((whole, value) => whole + value, 0)).toBe(2);
  });
});

describe("tickets of those who have gone", () => {
  test("the clerk calls such a ticket too, and loses the time of an absent one", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, absentTicket: 36 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "0 joined 3",
      "120 reneged 2",
      "300 served 1",
      "300 absent 2",
      "336 called 3",
      "636 served 3",
    ]);
  });

  test("time lost with absent tickets is work, even after the last visitor has left", () => {
    const tally = aCentre()
      .withWindows(1, { time: 300, absentTicket: 36 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .run();

    expect(tally.areaOf(tally.rowOfBusy(0))).toBe(336);
  });

  test("a ticket whose holder has gone takes no place in a waiting room that is full", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, absentTicket: 36, room: 1 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 120 })
      .visitor({ arrives: 200 })
      .visitor({ arrives: 210 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "120 reneged 2",
      "200 joined 3",
      "210 turned-away 4",
      "300 served 1",
      "300 absent 2",
      "336 called 3",
      "636 served 3",
    ]);
  });
});

describe("a room with few places", () => {
  test("who finds it full is turned away", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, room: 1 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 turned-away 3",
      "300 served 1",
      "300 called 2",
      "600 served 2",
    ]);
  });

  test("or balks, where the scenario says so", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, room: 1, whenFull: "balk" })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .tell();

    expect(story).toContain("20 balked 3");
  });

  test("no places to wait, but a window free: in; the same moment the window is free again: in", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, room: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 300 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 turned-away 2",
      "300 served 1",
      "300 joined 3",
      "300 called 3",
      "600 served 3",
    ]);
  });

  test("three at once, two windows, no places to wait: the third is turned away", () => {
    const story = aCentre()
      .withWindows(2, { time: 300, room: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "0 called 2",
      "0 turned-away 3",
      "300 served 1",
      "300 served 2",
    ]);
  });

  test("who gives up makes a place for somebody who comes at that very moment", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, room: 1 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0, patience: 100 })
      .visitor({ arrives: 100 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "100 reneged 2",
      "100 joined 3",
      "300 served 1",
      "300 called 3",
      "600 served 3",
    ]);
  });
});
