import { describe, expect, test } from "vitest";
import { aCentre } from "../../kit/a-centre.js";
import { deny, leave, repeat, shortestOf, spend, visit, walk, when } from "../../kit/steps.js";

describe("the way through the centre", () => {
  test("who fails at the kiosk goes to a window and then on like everybody", () => {
    const story = aCentre()
      .withStation("kiosk", { time: 60 })
      .withWindows(1, { time: 300 })
      .withStation("bank", { time: 100 })
      .withRoute(visit("kiosk", { fails: 1, onFailure: [visit("windows")] }), visit("bank"))
      .visitor({ arrives: 0 })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at kiosk",
      "0 called 1 at kiosk",
      "60 served 1 at kiosk",
      "60 joined 1 at windows",
      "60 called 1 at windows",
      "360 served 1 at windows",
      "360 joined 1 at bank",
      "360 called 1 at bank",
      "460 served 1 at bank",
    ]);
  });

  test("of two banks the visitor takes the shorter queue, a free teller before an empty queue, the first listed of equals", () => {
    const story = aCentre()
      .withStation("bank", { time: 300 })
      .withStation("bank-2", { time: 300 })
      .withRoute(shortestOf("bank", "bank-2"))
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .visitor({ arrives: 20 })
      .visitor({ arrives: 30 })
      .visitor({ arrives: 300 })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at bank",
      "0 called 1 at bank",
      "10 joined 2 at bank-2",
      "10 called 2 at bank-2",
      "20 joined 3 at bank",
      "30 joined 4 at bank-2",
      "300 served 1 at bank",
      "300 called 3 at bank",
      "300 joined 5 at bank",
      "310 served 2 at bank-2",
      "310 called 4 at bank-2",
      "600 served 3 at bank",
      "600 called 5 at bank",
      "610 served 4 at bank-2",
      "900 served 5 at bank",
    ]);
  });

  test("nobody queues at a bank that is closed while another works, though its queue is the shortest", () => {
    const story = aCentre()
      .withStation("bank", { time: 300, isClosed: true, whenDown: "turn-away" })
      .withStation("bank-2", { time: 300 })
      .withRoute(shortestOf("bank", "bank-2"))
      .visitor({ arrives: 0 })
      .visitor({ arrives: 10 })
      .tell();

    expect(story).toEqual([
      "0 joined 1 at bank-2",
      "0 called 1 at bank-2",
      "10 joined 2 at bank-2",
      "300 served 1 at bank-2",
      "300 called 2 at bank-2",
      "600 served 2 at bank-2",
    ]);
  });

  test("the queue that counts is the one for those who can serve the visitor, and so is who is at work", () => {
    const story = aCentre()
      .withService("documents")
      .withService("property")
      .withStation("hall", {
        time: 300,
        pools: [
          { id: "documents", servers: 1, skills: ["documents"] },
          { id: "both", servers: 1, skills: ["documents", "property"] },
        ],
      })
      .withStation("annex", { time: 300 })
      .withRoute(shortestOf("hall", "annex"))
      .visitor({ arrives: 0, service: "property" }) // served by the pool for both
      .visitor({ arrives: 1, service: "property" }) // the annex is free; in the hall only a clerk for documents is
      .visitor({ arrives: 2, service: "property" }) // nobody waits anywhere
      .visitor({ arrives: 3, service: "documents" }) // one waits in the hall, but a clerk is free there
      .visitor({ arrives: 4, service: "documents" }) // one in the hall, whom the pool for both will call
      .visitor({ arrives: 5, service: "documents" }) // one and one
      .visitor({ arrives: 6, service: "documents" }) // two and one
      .visitor({ arrives: 7, service: "documents" }) // two and two: each counts once, though two pools may call it
      .tell();

    const joined = story.filter((line) => line.includes("joined")).map((line) => line.split(" at ")[1]);
    expect(joined).toEqual(["hall", "annex", "hall", "hall", "annex", "hall", "annex", "hall"]);
  });

  test("a station where only clerks of another skill are at work is as good as closed", () => {
    const story = aCentre()
      .withService("documents")
      .withService("property")
      .withStation("hall", {
        time: 300,
        pools: [
          { id: "documents", servers: 0, skills: ["documents"] },
          { id: "property", servers: 5, skills: ["property"] },
        ],
      })
      .withStation("annex", { time: 300 })
      .withRoute(shortestOf("hall", "annex"))
      .visitor({ arrives: 0, service: "documents" })
      .visitor({ arrives: 10, service: "documents" })
      .tell();

    expect(story.filter((line) => line.includes("joined"))).toEqual(["0 joined 1 at annex", "10 joined 2 at annex"]);
  });

  test("a visit that is made three times is queued for three times", () => {
    const story = aCentre()
      .withWindows(1, { time: 100 })
      .withRoute(repeat({ times: 3 }, visit("windows")))
      .visitor({ arrives: 0 })
      .visitor({ arrives: 50 })
      .tell();

    expect(story).toEqual([
      "0 joined 1",
      "0 called 1",
      "50 joined 2",
      "100 served 1",
      "100 joined 1",
      "100 called 2",
      "200 served 2",
      "200 joined 2",
      "200 called 1",
      "300 served 1",
      "300 joined 1",
      "300 called 2",
      "400 served 2",
      "400 joined 2",
      "400 called 1",
      "500 served 1",
      "500 called 2",
      "600 served 2",
    ]);
  });

  test("a visit made again half the time takes two visits in the mean, each with a service time of its own", () => {
    const tally = aCentre()
      .withWindows(50, { time: { kind: "exponential", mean: 60 } })
      .withRoute(repeat({ again: 0.5 }, visit("windows")))
      .withPoisson(4000)
      .run();
    const [came, visits] = [tally.came[0]!, tally.joined[0]!];

    // The number of visits is geometric with mean 2 and variance 2: 3.29 standard errors hold 99.9 %.
    expect(Math.abs(visits / came - 2)).toBeLessThan(3.29 * Math.sqrt(2 / came));
    // A sum of so many exponential times: variance (mean)² each.
    expect(Math.abs(tally.inHand[0]! / visits - 60)).toBeLessThan((3.29 * 60) / Math.sqrt(visits));
  });

  test("filling in a form and walking out take time at no station", () => {
    const centre = aCentre()
      .withWindows(1, { time: 300 })
      .withRoute(spend(60), visit("windows"), walk(100))
      .visitor({ arrives: 0 });

    expect(centre.tell()).toEqual(["60 joined 1", "60 called 1", "360 served 1", "460 left 1"]);
    expect(centre.run().between[0]).toBe(160);
  });

  test("conditions send each visitor their own way", () => {
    const story = aCentre()
      .withGroup("ordinary", { digital: 1 })
      .withGroup("older", { digital: 0, needs: ["hearing"] })
      .withService("certificate", { fee: 0 })
      .withService("passport", { fee: 1 })
      .withStation("helper", { time: 10 })
      .withStation("kiosk", { time: 20 })
      .withStation("bank", { time: 30 })
      .withRoute(
        when({ kind: "needs", needs: ["sight", "hearing"] }, [visit("helper")]),
        when({ kind: "all", conditions: [{ kind: "digital" }, { kind: "service", services: ["certificate"] }] }, [
          visit("kiosk"),
          leave,
        ]),
        when({ kind: "owes-fee" }, [visit("bank")], [deny]),
      )
      .visitor({ arrives: 0, group: "ordinary", service: "certificate" })
      .visitor({ arrives: 100, group: "ordinary", service: "passport" })
      .visitor({ arrives: 200, group: "older", service: "certificate" })
      .visitor({ arrives: 300, group: "older", service: "passport" })
      .tell()
      .filter((line) => !line.includes("called"));

    expect(story).toEqual([
      "0 joined 1 at kiosk",
      "20 served 1 at kiosk",
      "100 joined 2 at bank",
      "130 served 2 at bank",
      "200 joined 3 at helper",
      "210 served 3 at helper",
      "210 denied 3",
      "300 joined 4 at helper",
      "310 served 4 at helper",
      "310 joined 4 at bank",
      "340 served 4 at bank",
    ]);
  });
});
