import type { Draft } from "./draft.js";
import { isAmbiguous, type LegibleStep, type LegibleSteps, type Path } from "./step-tree.js";

/** Steps written elsewhere that a step may lead into: a route, the way around a passage, what is done instead of a visit. */
export interface Way {
  /** The thing they are written in: `routes.counter`, `passages.entrance`, `stations.bank`, `lifts.lift`. */
  readonly node: string;
  readonly steps: LegibleSteps;
  /** Where the step names it. */
  readonly path: Path;
}

type Input = Draft["input"];
type Name = string | null | undefined;

/** All ways that a step leads into, besides the lists inside it. Names that nothing has lead nowhere. */
export function waysFrom(step: LegibleStep, input: Input): readonly Way[] {
  if (typeof step === "string" || isAmbiguous(step)) return [];
  const { follow, pass, ride, visit } = step;
  const shortest = step["shortest-queue"] ?? [];
  return [
    ...way("routes", follow, own(input.routes, follow), ["follow"]),
    ...way("passages", pass, own(input.passages, pass)?.instead, ["pass"]),
    ...way("lifts", ride, own(input.lifts, ride)?.["when-down"], ["ride"]),
    ...wayPast(visit, input.stations, ["visit"]),
    ...shortest.flatMap((name, index) => wayPast(name, input.stations, ["shortest-queue", index])),
  ];
}

/** What is done instead of a visit, by the station that states it: this one, or the one it is like, and so on. */
function wayPast(name: Name, stations: Input["stations"], path: Path, seen: readonly Name[] = []): readonly Way[] {
  const station = own(stations, name);
  if (station == null || seen.includes(name)) return [];
  const stated = station["when-down"];
  return stated === undefined
    ? wayPast(station.like, stations, path, [...seen, name])
    : way("stations", name, stated, path);
}

/** A word in place of the steps, such as deny, leads nowhere. */
function way(section: string, name: Name, steps: string | LegibleSteps | null | undefined, path: Path): readonly Way[] {
  return steps == null || typeof steps === "string" ? [] : [{ node: `${section}.${name}`, steps, path }];
}

/** What is written under a name, whatever that is: `constructor` is no name of a thing. */
export function own<T>(all: Readonly<Record<string, T>> | null | undefined, name: Name): T | undefined {
  return all != null && name != null && Object.hasOwn(all, name) ? all[name] : undefined;
}
