import { describe, expect, test } from "vitest";
import { aCentre, type CentreBuilder } from "../../kit/a-centre.js";
import { visit } from "../../kit/steps.js";

/** Documents and property, and one clerk for both who is asked to prefer in this way. */
const withOneClerkForBoth = (prefer: "listed" | "longest-waiting"): CentreBuilder =>
  aCentre()
    .withService("documents")
    .withService("property")
    .withWindows(1, {
      time: 300,
      pools: [{ id: "universal", servers: 1, skills: ["documents", "property"], prefer }],
    })
    .visitor({ arrives: 0, service: "documents" })
    .visitor({ arrives: 10, service: "property" })
    .visitor({ arrives: 20, service: "documents" });

describe("clerks of several skills", () => {
  test("a clerk told to prefer as listed takes documents before property, though property has waited longer", () => {
    expect(withOneClerkForBoth("listed").tell()).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 joined 3",
      "300 served 1",
      "300 called 3",
      "600 served 3",
      "600 called 2",
      "900 served 2",
    ]);
  });

  test("a clerk told to take who has waited longest takes property", () => {
    expect(withOneClerkForBoth("longest-waiting").tell()).toEqual([
      "0 joined 1",
      "0 called 1",
      "10 joined 2",
      "20 joined 3",
      "300 served 1",
      "300 called 2",
      "600 served 2",
      "600 called 3",
      "900 served 3",
    ]);
  });

  test("a priority goes before the longest wait", () => {
    const story = aCentre()
      .withGroup("ordinary")
      .withGroup("older", { priority: 1 })
      .withService("documents")
      .withService("property")
      .withWindows(1, {
        time: 300,
        call: "priority",
        pools: [{ id: "universal", servers: 1, skills: ["documents", "property"], prefer: "longest-waiting" }],
      })
      .visitor({ arrives: 0, service: "documents" })
      .visitor({ arrives: 10, service: "documents" })
      .visitor({ arrives: 20, service: "property", group: "older" })
      .tell();

    expect(story.filter((line) => line.includes("called"))).toEqual(["0 called 1", "300 called 3", "600 called 2"]);
  });

  test("listed first, the specialist works and the flexible clerk is kept free for property", () => {
    const story = twoPools("documents", "universal").tell({ servers: true });

    expect(story).toEqual([
      "0 came-on documents/1",
      "0 came-on universal/1",
      "0 joined 1",
      "0 called 1 by documents/1",
      "10 joined 2",
      "10 called 2 by universal/1",
      "300 served 1 by documents/1",
      "310 served 2 by universal/1",
    ]);
  });

  test("listed the other way round, the flexible clerk is taken first and property waits", () => {
    const story = twoPools("universal", "documents").tell({ servers: true });

    expect(story).toEqual([
      "0 came-on universal/1",
      "0 came-on documents/1",
      "0 joined 1",
      "0 called 1 by universal/1",
      "10 joined 2",
      "300 served 1 by universal/1",
      "300 called 2 by universal/1",
      "600 served 2 by universal/1",
    ]);
  });

  test("a visitor whom no clerk of the station can serve waits until patience ends", () => {
    const story = aCentre()
      .withService("documents")
      .withService("property")
      .withWindows(1, { time: 300, pools: [{ id: "documents", servers: 2, skills: ["documents"] }] })
      .visitor({ arrives: 0, service: "property", patience: 500 })
      .visitor({ arrives: 0, service: "documents" })
      .tell();

    expect(story).toEqual(["0 joined 1", "0 joined 2", "0 called 2", "300 served 2", "500 reneged 1"]);
  });
});

function twoPools(...ids: readonly ("documents" | "universal")[]): CentreBuilder {
  const skills = { documents: ["documents"], universal: ["documents", "property"] };
  return aCentre()
    .withService("documents")
    .withService("property")
    .withWindows(2, { time: 300, pools: ids.map((id) => ({ id, servers: 1, skills: skills[id] })) })
    .visitor({ arrives: 0, service: "documents" })
    .visitor({ arrives: 10, service: "property" });
}

/** To a window, to the copier, and back to the same clerk; others come for one visit of five minutes. */
const withCopier = (windows: Parameters<CentreBuilder["withWindows"]>[0]): CentreBuilder =>
  aCentre()
    .withService("copy", { time: 100, route: "copy" })
    .withService("other", { time: 300, route: "other" })
    .withWindows(windows)
    .withStation("copier", { time: 50 })
    .withNamedRoute("copy", visit("windows"), visit("copier"), visit("windows", { sameServer: true, time: 60 }))
    .withNamedRoute("other", visit("windows"))
    .visitor({ arrives: 0, service: "copy" });

describe("back to the same clerk", () => {
  test("the visitor waits for that clerk, though another is free", () => {
    const story = withCopier(2).visitor({ arrives: 100, service: "other" }).tell({ servers: true });

    expect(story).toEqual([
      "0 came-on windows/1",
      "0 came-on windows/2",
      "0 came-on copier/1",
      "0 joined 1 at windows",
      "0 called 1 at windows by windows/2",
      "100 served 1 at windows by windows/2",
      "100 joined 1 at copier",
      "100 called 1 at copier by copier/1",
      "100 joined 2 at windows",
      "100 called 2 at windows by windows/2",
      "150 served 1 at copier by copier/1",
      "150 joined 1 at windows",
      "400 served 2 at windows by windows/2",
      "400 called 1 at windows by windows/2",
      "460 served 1 at windows by windows/2",
    ]);
  });

  test("and is then taken before those who wait for anybody", () => {
    const story = withCopier(2)
      .visitor({ arrives: 100, service: "other" })
      .visitor({ arrives: 110, service: "other" })
      .visitor({ arrives: 120, service: "other" })
      .tell({ servers: true })
      .filter((line) => line.includes("called") && line.includes("at windows"));

    expect(story).toEqual([
      "0 called 1 at windows by windows/2",
      "100 called 2 at windows by windows/2",
      "110 called 3 at windows by windows/1",
      "400 called 1 at windows by windows/2",
      "410 called 4 at windows by windows/1",
    ]);
  });

  test("a clerk who has gone home in the meantime is not waited for", () => {
    const story = withCopier([
      { from: 0, count: 2 },
      { from: 120, count: 1 },
    ]).tell({ servers: true });

    expect(story.slice(6)).toEqual([
      "100 joined 1 at copier",
      "100 called 1 at copier by copier/1",
      "120 went-off windows/2",
      "150 served 1 at copier by copier/1",
      "150 joined 1 at windows",
      "150 called 1 at windows by windows/1",
      "210 served 1 at windows by windows/1",
    ]);
  });

  test("who waits for a clerk who then goes home joins the line, behind those already there", () => {
    const story = withCopier([
      { from: 0, count: 2 },
      { from: 300, count: 1 },
    ])
      .visitor({ arrives: 100, service: "other" })
      .visitor({ arrives: 110, service: "other" })
      .visitor({ arrives: 350, service: "other" })
      .tell({ servers: true });

    expect(story.slice(story.indexOf("350 joined 4 at windows"))).toEqual([
      "350 joined 4 at windows",
      "400 served 2 at windows by windows/2",
      "400 went-off windows/2",
      "410 served 3 at windows by windows/1",
      "410 called 4 at windows by windows/1",
      "710 served 4 at windows by windows/1",
      "710 called 1 at windows by windows/1",
      "770 served 1 at windows by windows/1",
    ]);
  });
});
