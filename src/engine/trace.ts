import type { Plan } from "#plan/plan.js";
import type { Outside } from "./instance.js";

/** What can happen, in the past tense. */
export type Fact =
  | "arrived"
  | "joined"
  | "called"
  | "served"
  | "reneged"
  | "absent"
  | "balked"
  | "turned-away"
  | "denied"
  | "left"
  | "inside-at-end"
  | "came-on"
  | "went-off"
  | "broke-down"
  | "repaired"
  | "diverted";

/** One event, for people who do not believe a number. */
export interface TraceEvent {
  /** Seconds from opening. */
  readonly time: number;
  readonly fact: Fact;
  /** `walk-in#12`; empty for what happens to a server. */
  readonly visitor: string;
  /** Empty where {@link visitor} is. */
  readonly group: string;
  readonly service: string;
  /** Empty where no station is involved. */
  readonly station: string;
  /** `universal/3`, from 1; empty where no server is involved. */
  readonly server: string;
}

export type Trace = (event: TraceEvent) => void;

/** In the order of the engine's `Fact`s: what happens, then the endings by outcome. */
const facts: readonly Fact[] = [
  ...(["arrived", "joined", "called", "served", "absent", "came-on", "went-off", "broke-down", "repaired"] as const),
  "diverted",
  ...(["left", "reneged", "balked", "turned-away", "denied", "inside-at-end"] as const),
];

/** Puts what the engine tells into words. */
export function traceWriter(plan: Plan, trace: Trace): Outside["tell"] {
  const { sources, groups, services, stations, pools } = plan;
  return (time, fact, source, visitor, group, service, station, pool, server) =>
    trace({
      time,
      fact: facts[fact],
      visitor: source < 0 ? "" : `${sources[source].id}#${visitor + 1}`,
      group: group < 0 ? "" : groups[group].id,
      service: service < 0 ? "" : services[service],
      station: station < 0 ? "" : stations[station].id,
      server: pool < 0 ? "" : `${pools[pool].id}/${server + 1}`,
    });
}
