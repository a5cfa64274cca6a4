import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerOfSource } from "#engine/ledger.js";
import { Replicator } from "#engine/replication.js";
import { compile } from "#plan/compile.js";
import { seedKey } from "#random/keys.js";
import type { Scenario, Step } from "#scenario/scenario.js";
import { aCentre } from "../kit/a-centre.js";
import { build, drafts } from "../kit/arbitraries.js";
import { booksOf, total } from "../kit/books.js";
import { deny, spend, visit } from "../kit/steps.js";
import { TalliedDays } from "../kit/tally.js";

describe("the same people come, whatever else is changed", () => {
  test("a new station, a new service and new visitors who use nothing of the old change nobody's day", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const before = build(draft).scenario();
        const after = withNewcomers(before);

        expect(faresOf(after).slice(0, before.arrivals.length)).toEqual(faresOf(before));
      }),
      { numRuns: 100 },
    );
  });

  test("a second bank leaves everybody's arrival, group, service and service times as they were", () => {
    const banks = (servers: number) =>
      aCentre()
        .withGroup("general", { share: 0.8 })
        .withGroup("older", { share: 0.2, serviceTimeFactor: 1.5 })
        .withService("documents", { share: 0.6 })
        .withService("property", { share: 0.4, time: { kind: "lognormal", mean: 500, cv: 0.5 } })
        .withWindows(servers, { time: { kind: "exponential", mean: 300 } })
        .withStation("bank", { servers, time: { kind: "lognormal", mean: 200, cv: 0.5 } })
        .withPoisson(300)
        .run();
    const [one, two] = [banks(4), banks(7)];

    expect([...two.came]).toEqual([...one.came]);
    expect([...two.cameIn]).toEqual([...one.cameIn]);
    expect([...two.inHand]).toEqual([...one.inHand]);
    expect(total(two.waited)).toBeLessThan(total(one.waited));
  });

  test("a choice that leads to no station is drawn as before, when another before it on the way is left out", () => {
    const choice = (...ways: readonly (readonly Step[])[]): Step => ({
      kind: "choose",
      options: ways.map((steps) => ({ share: 1 / ways.length, steps })),
    });
    const deniedAfter = (...before: readonly Step[]) =>
      faresOf(
        aCentre()
          .withWindows(99, { time: 60 })
          .withRoute(...before, choice([], [deny]), visit("windows"))
          .withPoisson(200)
          .scenario(),
      )[0]!.map(([outcome]) => outcome);
    const denied = deniedAfter();

    expect(new Set(denied).size).toBe(2);
    expect(deniedAfter(choice([spend(60)], [spend(120)]))).toEqual(denied);
  });

  test("more visitors a day are the same visitors closer together, and more after them", () => {
    const at = (perDay: number) => arrivalsOf(aCentre().withWindows(200, { time: 1 }).withPoisson(perDay).scenario());
    const [few, many] = [at(100), at(200)];

    expect(many.length).toBeGreaterThan(few.length);
    few.forEach((time, number) => {
      expect(many[number]).toBeCloseTo(time / 2, 4);
    });
  });

  test("the same seed gives the same numbers, another seed or another replication others", () => {
    const plan = aCentre()
      .withWindows(2, { time: { kind: "exponential", mean: 300 } })
      .withPoisson(150)
      .plan();
    const books = (seed: string, replication: number) => booksOf(new TalliedDays(plan).run(seedKey(seed), replication));

    expect(books("astana", 0)).toEqual(books("astana", 0));
    expect(books("almaty", 0)).not.toEqual(books("astana", 0));
    expect(books("astana", 1)).not.toEqual(books("astana", 0));
  });

  test("a busy day is busy for every source, and the mean day is neither busy nor quiet", () => {
    const plan = aCentre()
      .withService("documents")
      .withService("property")
      .withWindows(500, { time: 1 })
      .withPoisson(100, { id: "morning", dayFactorCv: 0.3, services: [1, 0] })
      .withPoisson(100, { id: "evening", dayFactorCv: 0.3, services: [0, 1] })
      .plan();
    const tallied = new TalliedDays(plan);
    const days = Array.from(
      { length: 300 },
      (_, day) => [...tallied.run(seedKey("days"), day).came] as [number, number],
    );
    const mean = total(days.flat()) / days.length / 2;
    const covariance = total(days.map(([one, other]) => (one - mean) * (other - mean))) / (days.length - 1);

    // A day's mean has variance (100 · 0.3)² for the factor and 50 for Poisson; over 300 days a standard error of 1.8.
    expect(Math.abs(mean - 100)).toBeLessThan(3.29 * 1.8);
    // Only the common factor makes them covary: (100 · 0.3)². The sampling error of a covariance is about √(2/n) of it.
    expect(Math.abs(covariance / 30 ** 2 - 1)).toBeLessThan(3.29 * 0.12);
  });
});

/** How everybody fared, by source: outcome and time in the centre. */
function faresOf(scenario: Scenario): (readonly [outcome: number, group: number, time: number])[][] {
  const replicator = new Replicator(compile(scenario), { keepsLedger: true });
  replicator.run(seedKey("same people"), 0);
  return replicator.ledger!.sources.map(faresIn);
}

const faresIn = ({ count, outcomes, groups, times }: LedgerOfSource): (readonly [number, number, number])[] =>
  Array.from({ length: count }, (_, number) => [outcomes[number]!, groups[number]!, times[number]!]);

function withNewcomers(scenario: Scenario): Scenario {
  const added = aCentre()
    .withService("utilities", { route: "utilities", fee: 0.3 })
    .withStation("meters", { servers: 1, time: { kind: "exponential", mean: 40 }, call: "random", room: 3 })
    .withNamedRoute("utilities", visit("meters"))
    .withPoisson(40, { id: "newcomers", weights: [1] })
    .scenario();
  const newcomers = { ...added.arrivals[0]!, groupShares: scenario.groups.map((group) => group.share) };
  return {
    ...scenario,
    services: [...scenario.services, ...added.services],
    // Listed before the others: nothing may depend on a station's place.
    stations: [...added.stations, ...scenario.stations],
    routes: [...scenario.routes, ...added.routes.filter(({ id }) => id === "utilities")],
    arrivals: [
      ...scenario.arrivals.map((each) => ({ ...each, serviceShares: [...each.serviceShares, 0] })),
      { ...newcomers, serviceShares: [...scenario.services.map(() => 0), 1] },
    ],
  };
}

function arrivalsOf(scenario: Scenario): number[] {
  const times: number[] = [];
  const trace = ({ fact, time }: { fact: string; time: number }): void => {
    if (fact === "arrived") times.push(time);
  };
  new Replicator(compile(scenario), { trace }).run(seedKey("arrivals"), 0);
  return times;
}
