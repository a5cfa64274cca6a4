import { describe, expect, test } from "vitest";
import { aCentre } from "../../kit/a-centre.js";

describe("who is called next", () => {
  test("at one window, who came first is called first; of two who come at once, the first listed", () => {
    const story = aCentre()
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 60 })
      .visitor({ arrives: 60 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "60 joined 2",
      "60 joined 3",
      "300 served 1",
      "300 called 2",
      "600 served 2",
      "600 called 3",
      "900 served 3",
    ]);
  });

  test("two windows share one line: whichever is free first takes the next", () => {
    const story = aCentre()
      .withWindows(2, { time: 300 })
      .visitor({ arrives: 0, time: 400 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 100 })
      .visitor({ arrives: 200 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "0 joined 2",
      "0 called 2",
      "100 joined 3",
      "200 joined 4",
      "300 served 2",
      "300 called 3",
      "400 served 1",
      "400 called 4",
      "600 served 3",
      "700 served 4",
    ]);
  });

  test("by priority, the older go first, among themselves as they came; nobody's service is broken off for them", () => {
    const story = aCentre()
      .withGroup("ordinary")
      .withGroup("older", { priority: 1 })
      .withWindows(1, { time: 300, call: "priority" })
      .visitor({ arrives: 0, group: "ordinary" })
      .visitor({ arrives: 10, group: "ordinary" })
      .visitor({ arrives: 20, group: "older" })
      .visitor({ arrives: 30, group: "older" })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 joined 3",
      "30 joined 4",
      "300 served 1",
      "300 called 3",
      "600 served 3",
      "600 called 4",
      "900 served 4",
      "900 called 2",
      "1200 served 2",
    ]);
  });

  test("who comes at the very moment of a call is too late for it, whatever the priority", () => {
    const story = aCentre()
      .withGroup("ordinary")
      .withGroup("older", { priority: 1 })
      .withWindows(1, { time: 300, call: "priority" })
      .visitor({ arrives: 0, group: "ordinary" })
      .visitor({ arrives: 100, group: "ordinary" })
      .visitor({ arrives: 300, group: "older" })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "100 joined 2",
      "300 served 1",
      "300 called 2",
      "300 joined 3",
      "600 served 2",
      "600 called 3",
      "900 served 3",
    ]);
  });

  test("priority counts for nothing where the station calls first come, first served", () => {
    const story = aCentre()
      .withGroup("ordinary")
      .withGroup("older", { priority: 1 })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0, group: "ordinary" })
      .visitor({ arrives: 10, group: "ordinary" })
      .visitor({ arrives: 20, group: "older" })
      .tell();

    expect(story.filter((line) => line.includes("called"))).toEqual(["0 called 1", "300 called 2", "600 called 3"]);
  });

  test("last come, first served: the pile is worked off from the top", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, call: "last-come" })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .visitor({ arrives: 310 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 joined 3",
      "300 served 1",
      "300 called 3",
      "310 joined 4",
      "600 served 3",
      "600 called 4",
      "900 served 4",
      "900 called 2",
      "1200 served 2",
    ]);
  });

  test("called at random: each of those who wait is called once, and nobody twice", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, call: "random" })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .visitor({ arrives: 30 })
      .tell();
    const called = story.filter((line) => line.includes("called"));

    expect(called.map((line) => line.split(" ")[0])).toEqual(["0", "300", "600", "900"]);
    expect(called.map((line) => line.split(" ")[2]).sort()).toEqual(["1", "2", "3", "4"]);
  });
});

describe("the time of a case", () => {
  test("a clerk needs the gap to close a case; who comes as the gap ends is called at once", () => {
    const story = aCentre()
      .withWindows(1, { time: 300, gap: 45 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 690 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "300 served 1",
      "345 called 2",
      "645 served 2",
      "690 joined 3",
      "690 called 3",
      "990 served 3",
    ]);
  });

  test("the gap after the last case is work too", () => {
    const tally = aCentre().withWindows(1, { time: 300, gap: 45 }).visitor({ arrives: 0 }).run();

    expect(tally.areaOf(tally.rowOfBusy(0))).toBe(345);
  });

  test("a case that takes no time is over before the next visitor comes in", () => {
    const story = aCentre().withWindows(1, { time: 0 }).visitor({ arrives: 0 }).visitor({ arrives: 0 }).tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "0 served 1", "0 joined 2", "0 called 2", "0 served 2"]);
  });

  test("a group that needs half as long again keeps the window half as long again", () => {
    const story = aCentre()
      .withGroup("older", { serviceTimeFactor: 1.5 })
      .withWindows(1, { time: 300 })
      .visitor({ arrives: 0 })
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 called 1", "0 joined 2", "450 served 1", "450 called 2", "900 served 2"]);
  });
});
