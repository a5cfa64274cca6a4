import fc from "fast-check";
import type { DistributionSpec } from "#random/distribution.js";
import type { Condition, Step } from "#scenario/scenario.js";
import { aCentre, type CentreBuilder, type KnownVisitor, type StationOptions } from "./a-centre.js";
import { deny, leave, pass, repeat, shortestOf, spend, visit, walk, when } from "./steps.js";

/** A small random centre as plain data, so that a counterexample can be read; {@link build} makes it. */
export interface Draft {
  readonly day: { readonly atClosing: "serve-all-inside" | "close-at-once"; readonly interval: number };
  readonly olderPatience: number | DistributionSpec | null;
  readonly stations: readonly StationOptions[];
  readonly routes: readonly (readonly Step[])[];
  readonly visitors: readonly KnownVisitor[];
  /** Expected visitors of a Poisson stream beside the known ones. */
  readonly perDay: number;
  readonly atDoor: number;
}

const DAY = 1000;
const stationIds = ["desk", "windows", "bank"] as const;
const serviceIds = ["documents", "property"] as const;

export function build(draft: Draft): CentreBuilder {
  const centre = aCentre()
    .withDay({ length: DAY, ...draft.day })
    .withGroup("general", { share: 0.7, digital: 0.5, walkingSpeed: 2 })
    .withGroup("older", {
      share: 0.3,
      priority: 1,
      needs: ["step-free"],
      patience: draft.olderPatience,
      serviceTimeFactor: 1.5,
    })
    .withPassage("entrance", {
      walkMetres: 10,
      stairsMetres: 5,
      doorTime: 4,
      lacks: ["step-free"],
      instead: [pass("ramp")],
    })
    .withPassage("ramp", { walkMetres: 40 });
  serviceIds.forEach((id, i) => {
    centre.withService(id, { time: 30 + 30 * i, fee: 0.5, route: id });
    centre.withNamedRoute(id, ...draft.routes[i]!);
  });
  stationIds.forEach((id, i) => {
    centre.withStation(id, named(draft.stations[i]!, id));
  });
  for (const visitor of draft.visitors) centre.visitor(visitor);
  if (draft.perDay > 0) centre.withPoisson(draft.perDay, { atDoor: draft.atDoor, weights: [1, 3, 0, 2] });
  return centre;
}

/** Pools get names of their own, so that a server's name tells the station. */
function named(options: StationOptions, id: string): StationOptions {
  if (options.pools === undefined) return options;
  return { ...options, pools: options.pools.map((pool, i) => ({ ...pool, id: `${id}-${i}` })) };
}

export interface DraftOptions {
  /** Do routes return to the same server? */
  readonly returns?: boolean;
  /** Is there a Poisson stream, whose visitors' services are drawn? */
  readonly poisson?: boolean;
}

/** Random centres: every option of a station, every step of a route, times full of ties. */
export function drafts({ returns = true, poisson = true }: DraftOptions = {}): fc.Arbitrary<Draft> {
  return fc.record({
    day: fc.record({
      atClosing: fc.constantFrom("serve-all-inside", "close-at-once"),
      interval: fc.constantFrom(100, 300, DAY),
    }),
    olderPatience: fc.option(durations(10, 300)),
    stations: fc.tuple(stations(0), stations(1), stations(2)),
    routes: fc.tuple(routes(returns), routes(returns)),
    visitors: fc.array(visitors, { minLength: 1, maxLength: 40 }),
    perDay: poisson ? fc.constantFrom(0, 0, 30) : fc.constant(0),
    atDoor: fc.constantFrom(0, 0.3),
  });
}

const visitors: fc.Arbitrary<KnownVisitor> = fc
  .record({
    arrives: fc.integer({ min: 0, max: 101 }).map((tens) => 10 * tens),
    group: fc.constantFrom("general", "older"),
    service: fc.constantFrom(...serviceIds),
  })
  .map((visitor) => visitor);

/** Mostly tens of seconds, so that much happens at the same instant. */
function durations(min: number, max: number): fc.Arbitrary<number | DistributionSpec> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: min / 10, max: max / 10 }).map((tens) => 10 * tens) },
    { weight: 1, arbitrary: fc.constant<DistributionSpec>({ kind: "exponential", mean: max / 3 }) },
    { weight: 1, arbitrary: fc.constant<DistributionSpec>({ kind: "lognormal", mean: max / 3, cv: 0.7 }) },
    { weight: 1, arbitrary: fc.constant<DistributionSpec>({ kind: "uniform", min, max }) },
    {
      weight: 1,
      arbitrary: fc.constant<DistributionSpec>({ kind: "discrete", values: [min, max], shares: [0.5, 0.5] }),
    },
  );
}

const rosters = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 5 })
    .map((counts) => counts.map((count, i) => ({ from: 150 * i, count }))),
);

const pools = fc.option(
  fc.array(
    fc.record({
      id: fc.constant(""),
      servers: rosters,
      skills: fc.constantFrom(null, ["documents"], ["property", "documents"]),
      prefer: fc.constantFrom("listed", "longest-waiting"),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { nil: undefined },
);

const stations = (index: number): fc.Arbitrary<StationOptions> =>
  fc
    .record({
      servers: rosters,
      pools,
      time: fc.option(durations(0, 150), { nil: undefined }),
      call: fc.constantFrom("first-come", "priority", "last-come", "random"),
      gap: fc.constantFrom(0, 10, 25),
      absentTicket: fc.constantFrom(0, 0, 10, 35),
      room: fc.constantFrom(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 1, 3),
      whenFull: fc.constantFrom("balk", "turn-away"),
      patience: fc.oneof(fc.constant("by-group" as const), fc.constant(null), durations(10, 300)),
      breakdown: fc.option(breakdowns()),
      whenDown: fc.oneof(fc.constantFrom("wait" as const, "deny" as const, "turn-away" as const), detours(index)),
      isClosed: fc.integer({ min: 0, max: 9 }).map((digit) => digit === 0),
      batch: fc.constantFrom(1, 1, 1, 2, 3),
    })
    // As in a scenario: only lifts take several at once, and they call no tickets.
    .map(({ pools: drawn, time, ...rest }) => ({
      ...rest,
      ...(drawn === undefined ? {} : { pools: drawn }),
      ...(time === undefined ? {} : { time }),
      ...(rest.batch > 1 ? { isLift: true, absentTicket: 0 } : {}),
    }));

/** What is done instead of a visit; it may lead to the stations before this one, so that it never comes back. */
function detours(index: number): fc.Arbitrary<readonly Step[]> {
  const elsewhere = stationIds.slice(0, index).map((id) => [visit(id)]);
  const needs: Condition = { kind: "needs", needs: ["step-free"] };
  return fc.constantFrom<readonly Step[]>([], [spend(20)], [when(needs, [deny], [walk(30)])], [spend(0)], ...elsewhere);
}

function breakdowns(): fc.Arbitrary<NonNullable<StationOptions["breakdown"]>> {
  const laws = fc.constantFrom<DistributionSpec>(
    { kind: "constant", value: 100 },
    { kind: "constant", value: 230 },
    { kind: "exponential", mean: 200 },
  );
  return fc.record({ every: laws, repair: laws });
}

const conditions: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { kind: "owes-fee" },
  { kind: "digital" },
  { kind: "group", groups: ["older"] },
  { kind: "service", services: ["property"] },
  { kind: "not", condition: { kind: "digital" } },
  { kind: "all", conditions: [{ kind: "owes-fee" }, { kind: "digital" }] },
  { kind: "any", conditions: [{ kind: "needs", needs: ["step-free"] }, { kind: "owes-fee" }] },
);

/** At least one visit at the top, so that most visitors queue somewhere. */
function routes(returns: boolean): fc.Arbitrary<readonly Step[]> {
  return fc
    .tuple(stepLists(returns, 2), visits(returns), stepLists(returns, 2))
    .map(([before, middle, after]) => [...before, middle, ...after]);
}

function stepLists(returns: boolean, depth: number): fc.Arbitrary<Step[]> {
  return fc.array(depth === 0 ? visits(returns) : steps(returns, depth - 1), { maxLength: 2 });
}

function visits(returns: boolean): fc.Arbitrary<Step> {
  return fc.oneof(
    fc
      .record({
        station: fc.constantFrom(...stationIds),
        sameServer: returns ? fc.boolean() : fc.constant(false),
        fails: fc.constantFrom(0, 0, 0.5, 1),
      })
      .map(({ station, sameServer, fails }) =>
        visit(station, { sameServer, fails, onFailure: fails > 0 ? [visit("windows")] : [] }),
      ),
    fc.constant(shortestOf("desk", "bank")),
  );
}

function steps(returns: boolean, depth: number): fc.Arbitrary<Step> {
  const inner = stepLists(returns, depth);
  return fc.oneof(
    { weight: 4, arbitrary: visits(returns) },
    { weight: 1, arbitrary: fc.constant(walk(30)) },
    { weight: 1, arbitrary: fc.constant(pass("entrance")) },
    { weight: 1, arbitrary: durations(0, 100).map(spend) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(conditions, inner, inner)
        .map(([condition, then, otherwise]) => when(condition, then, otherwise)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(inner, inner).map(
        ([one, other]): Step => ({
          kind: "choose",
          options: [
            { share: 0.4, steps: one },
            { share: 0.6, steps: other },
          ],
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(1, 2), fc.constantFrom(0, 0.5), inner)
        .map(([times, again, repeated]) => repeat({ times, again }, ...repeated)),
    },
    { weight: 1, arbitrary: fc.constantFrom(deny, leave) },
  );
}
