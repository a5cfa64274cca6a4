import type { ScenarioInput } from "./schema.js";
import type { StepInput } from "./step-schema.js";
import type { Path } from "./step-tree.js";

/** Steps written elsewhere that a step may lead into: a route, the way around a passage, what is done instead of a visit. */
export interface Way {
  /** The thing they are written in: `routes.counter`, `passages.entrance`, `stations.bank`, `lifts.lift`. */
  readonly node: string;
  readonly steps: readonly StepInput[];
  /** Where the step names it. */
  readonly path: Path;
}

/** All ways that a step leads into, besides the lists inside it. Names that nothing has lead nowhere. */
export function waysFrom(step: StepInput, input: Partial<ScenarioInput>): readonly Way[] {
  if (typeof step === "string") return [];
  const { follow, pass, ride, visit } = step;
  const { routes, passages, lifts, stations } = input;
  const shortest = step["shortest-queue"] ?? [];
  return [
    ...way("routes", follow, own(routes, follow), ["follow"]),
    ...way("passages", pass, own(passages, pass)?.instead, ["pass"]),
    ...way("lifts", ride, own(lifts, ride)?.["when-down"], ["ride"]),
    ...wayPast(visit, stations, ["visit"]),
    ...shortest.flatMap((name, index) => wayPast(name, stations, ["shortest-queue", index])),
  ];
}

type Stations = Partial<ScenarioInput>["stations"];

/** What is done instead of a visit, by the station that states it: this one, or the one it is like, and so on. */
function wayPast(
  name: string | undefined,
  stations: Stations,
  path: Path,
  seen: readonly string[] = [],
): readonly Way[] {
  const station = own(stations, name);
  if (name === undefined || station === undefined || seen.includes(name)) return [];
  const stated = station["when-down"];
  return stated === undefined
    ? wayPast(station.like, stations, path, [...seen, name])
    : way("stations", name, stated, path);
}

/** A word in place of the steps, such as deny, leads nowhere. */
function way(
  section: string,
  name: string | undefined,
  steps: string | readonly StepInput[] | undefined,
  path: Path,
): readonly Way[] {
  return steps === undefined || typeof steps === "string" ? [] : [{ node: `${section}.${name}`, steps, path }];
}

/** What is written under a name, whatever that is: `constructor` is no name of a thing. */
export function own<T>(all: Readonly<Record<string, T>> | undefined, name: string | undefined): T | undefined {
  return all !== undefined && name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
}
