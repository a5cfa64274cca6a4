import { wholeShares } from "./laws.js";
import type { ArrivalPattern, Arrivals, Day, Group, ReplayedVisitor, Service } from "./scenario.js";
import { weekdays } from "./scenario.js";
import { inEveryLanguage } from "./text-schema.js";
import type { SourceInput } from "./visitor-schema.js";

/** What a source of visitors is completed against. */
export interface Surroundings {
  readonly day: Day;
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
}

/** Completes one source of visitors. */
export function completeArrivals(id: string, source: SourceInput, around: Surroundings): Arrivals {
  return {
    id,
    title: source.title ?? inEveryLanguage(id),
    pattern: source.replay === undefined ? walkIn(source, around.day) : replay(source.replay, around),
    groupShares: mix(around.groups, source.groups),
    serviceShares: mix(around.services, source.services),
  };
}

function walkIn(source: SourceInput, day: Day): ArrivalPattern {
  return {
    kind: "walk-in",
    perDay: source["per-day"]!,
    atDoor: source["at-door"] ?? 0,
    every: source.every ?? day.length,
    weights: source.weights ?? [1],
    dayFactorCv: source["day-factor"]?.cv ?? 0,
    weekdays: weekdays.flatMap((weekday) => {
      const factor = source.weekdays?.[weekday];
      return factor === undefined ? [] : [{ weekday, factor }];
    }),
  };
}

/** In the order of their arrival; equal times keep the order of the file. */
function replay(recorded: NonNullable<SourceInput["replay"]>, { day, groups, services }: Surroundings): ArrivalPattern {
  const visitors: ReplayedVisitor[] = recorded.map((visitor) => ({
    at: sinceOpening(visitor.at, day.opens),
    service: services.findIndex(({ id }) => id === visitor.service),
    group: groups.findIndex(({ id }) => id === visitor.group),
  }));
  return { kind: "replay", visitors: visitors.sort((a, b) => a.at - b.at) };
}

/** A source's own mix, in the order of the scenario, or the scenario's. */
function mix(
  all: readonly { readonly id: string; readonly share: number }[],
  own: Readonly<Record<string, number>> | undefined,
): readonly number[] {
  return wholeShares(all.map(({ id, share }) => (own === undefined ? share : (own[id] ?? 0))));
}

/** Seconds from opening of a moment written as a time of day or as time passed. */
export function sinceOpening(moment: NonNullable<SourceInput["replay"]>[number]["at"], opens: number): number {
  return "time" in moment ? moment.time - opens : moment.after;
}
