import { expect, test } from "vitest";
import { aCentre, type CentreBuilder } from "../kit/a-centre.js";
import { differenceOf, rowOf, tryOut } from "../kit/an-experiment.js";
import { visit } from "../kit/steps.js";

const exponential = (mean: number) => ({ kind: "exponential", mean }) as const;

/** Two groups, patience, a desk and windows that are busy at noon. */
function aBusyCentre(windows = 3): CentreBuilder {
  return aCentre()
    .withGroup("general", { share: 0.8, patience: exponential(3000) })
    .withGroup("older", { share: 0.2, walkingSpeed: 0.5, patience: exponential(3000) })
    .withStation("desk", { servers: 1, time: exponential(60) })
    .withWindows(windows, { time: exponential(500), gap: 20 })
    .withPoisson(150, { weights: [1, 3, 3, 1], dayFactorCv: 0.2 })
    .withRoute({ kind: "walk", metres: 30 }, visit("desk"), visit("windows"));
}

test.each([60, 0])(
  "a scenario compared with itself differs in nothing, to the last bit, where %i s are noticed",
  async (noticeable) => {
    const centre = () => aBusyCentre().withPromise({ noticeable }).scenario();
    const result = await tryOut([centre(), centre()]);
    const [comparison] = result.comparisons;
    const defined = comparison!.differences.filter((difference) => difference.estimate !== null);
    expect(defined.length).toBeGreaterThan(100);
    for (const { estimate, low, high, verdict } of defined) {
      expect([estimate, low, high, verdict]).toEqual([0, 0, 0, "same"]);
    }
    for (const { better, worse, unchanged } of comparison!.visitors) {
      expect([better.estimate, worse.estimate, unchanged.estimate]).toEqual([0, 0, 1]);
    }
    expect(comparison!.shift.every((entry) => entry.estimate === 0)).toBe(true);
    expect([comparison!.gains.newlyServed, comparison!.gains.noLongerServed]).toEqual([0, 0]);
  },
);

test("a window more is told to be better, and is better for most of those whose visit it changes", async () => {
  const result = await tryOut([aBusyCentre(3).scenario(), aBusyCentre(4).scenario()]);
  const [comparison] = result.comparisons;
  expect(differenceOf(comparison!, { measure: "wait", statistic: "mean" })).toMatchObject({ verdict: "better" });
  const [all] = comparison!.visitors;
  expect(all!.better.estimate!).toBeGreaterThan(all!.worse.estimate!);
  expect(all!.better.estimate! + all!.worse.estimate! + all!.unchanged.estimate!).toBeCloseTo(1, 12);
});

test("what is saved and lost at the stations and on the way sums to the change in time in the centre", async () => {
  const result = await tryOut([aBusyCentre(3).scenario(), aBusyCentre(4).scenario()]);
  const { shift } = result.comparisons[0]!;
  const total = shift.find((entry) => entry.place === "total")!;
  const parts = shift.filter((entry) => entry.place !== "total").reduce((sum, entry) => sum + entry.estimate!, 0);
  expect(parts).toBeCloseTo(total.estimate!, 6);
  expect(total.estimate).not.toBe(0);
});

test("a station that only the reform has took nobody's time before", async () => {
  const reform = aBusyCentre().withStation("kiosks", { servers: 1, time: 30 });
  reform.withRoute({ kind: "walk", metres: 30 }, visit("desk"), visit("windows"), visit("kiosks"));
  const result = await tryOut([aBusyCentre().scenario(), reform.scenario()]);
  const kiosks = result.comparisons[0]!.shift.find((entry) => entry.key === "kiosks")!;
  const after = rowOf(result, { scenario: "reform-1", measure: "station-time", scope: "station", key: "kiosks" });
  expect(kiosks.estimate).toBe(after.estimate);
});

test("two reforms share their doubts: adjusted p values are never smaller", async () => {
  const scenarios = [3, 4, 3].map((windows) => aBusyCentre(windows).scenario());
  const { comparisons } = await tryOut(scenarios);
  const raw = comparisons[0]!.differences.filter((difference) => difference.p !== null && difference.pHolm !== null);
  expect(raw.length).toBeGreaterThan(50);
  expect(raw.every(({ p, pHolm }) => pHolm! >= p!)).toBe(true);
});

test("with no barrier left, only walking speed divides the groups", async () => {
  // Servers enough that nobody waits: 60 m at 1 m/s and at 0.5 m/s make 60 s.
  const centre = aCentre()
    .withGroup("general", { share: 0.7, walkingSpeed: 1 })
    .withGroup("wheelchair", { share: 0.3, walkingSpeed: 0.5, needs: ["step-free"] })
    .withPassage("entrance", { walkMetres: 60 })
    .withWindows(200, { time: 300 })
    .withPoisson(300)
    .withRoute({ kind: "pass", passage: "entrance" }, visit("windows"));
  const result = await tryOut([centre.scenario()]);
  const gap = (measure: "wait-gap" | "time-in-centre-gap" | "denied-gap") =>
    rowOf(result, { measure, statistic: "difference", group: "wheelchair" }).estimate;
  expect(gap("time-in-centre-gap")).toBeCloseTo(60, 9);
  expect([gap("wait-gap"), gap("denied-gap")]).toEqual([0, 0]);
});

test("with the only lift closed for good, every step-free visitor bound upstairs is denied, and all are accounted for", async () => {
  const centre = aCentre()
    .withGroup("general", { share: 0.9 })
    .withGroup("wheelchair", { share: 0.1, needs: ["step-free"] })
    .withStation("lift", { servers: 1, batch: 8, time: 50, isLift: true, isClosed: true, whenDown: "deny" })
    .withWindows(5, { time: 300 })
    .withPassage("stairs", { stairsMetres: 10, lacks: ["step-free"], instead: [visit("lift")] })
    .withPoisson(300)
    .withRoute({ kind: "pass", passage: "stairs" }, visit("windows"));
  const result = await tryOut([centre.scenario()]);
  const share = (group: string) => rowOf(result, { measure: "denied", statistic: "share", group }).estimate;
  expect([share("general"), share("wheelchair")]).toEqual([0, 1]);
  const total = (measure: "came" | "served" | "denied" | "gave-up" | "turned-away" | "inside-at-end") =>
    rowOf(result, { measure, statistic: "total" }).estimate!;
  expect(
    total("served") + total("denied") + total("gave-up") + total("turned-away") + total("inside-at-end"),
  ).toBeCloseTo(total("came"), 9);
});
