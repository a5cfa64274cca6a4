import type { TraceEvent } from "#engine/trace.js";
import type { Pool, Scenario } from "#scenario/scenario.js";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Every stretch of time in which a server was free while somebody waited whom that server could serve, told in words.
 * Only for centres whose visitors are all known and in which nobody waits for one particular server.
 */
export function idleWhileWaited(events: readonly TraceEvent[], scenario: Scenario): string[] {
  const skills = skillsOfVisitors(scenario);
  return waits(events).flatMap(({ visitor, station, from, to }) =>
    scenario.stations
      .find(({ id }) => id === station)!
      .pools.filter((pool) => pool.skills === null || pool.skills.includes(skills[Number(visitor.split("#")[1]) - 1]!))
      .flatMap((pool) => freeStretches(events, scenario, pool))
      .filter((free) => Math.min(free.to, to) > Math.max(free.from, from))
      .map((free) => `${visitor} waits at ${station} ${from}-${to}, ${free.server} is free ${free.from}-${free.to}`),
  );
}

/** By number of the visitor, which is the order of coming. */
function skillsOfVisitors({ arrivals, services }: Scenario): string[] {
  return arrivals
    .flatMap(({ pattern }) => (pattern.kind === "replay" ? pattern.visitors : []))
    .toSorted((one, other) => one.at - other.at)
    .map(({ service }) => services[service]!.skill);
}

function waits(events: readonly TraceEvent[]): (Stretch & { visitor: string; station: string })[] {
  return events.flatMap(({ fact, visitor, station, time: from }, i) => {
    if (fact !== "joined") return [];
    const next = events.slice(i + 1).find((event) => event.visitor === visitor)!;
    return [{ visitor, station, from, to: next.time }];
  });
}

function freeStretches(
  events: readonly TraceEvent[],
  scenario: Scenario,
  pool: Pool,
): (Stretch & { server: string })[] {
  const { gap, absentTicket } = scenario.stations.find(({ pools }) => pools.includes(pool))!;
  const own = events.filter(({ server }) => server.startsWith(`${pool.id}/`));
  return [...new Set(own.map(({ server }) => server))].flatMap((server) => {
    const acts = own.filter((event) => event.server === server);
    let inHand = 0;
    return acts.flatMap(({ fact, time }, i) => {
      if (fact === "called") inHand++;
      if (fact === "served") inHand--;
      const from = freeFrom({ fact, time, inHand, gap, absentTicket });
      return from === null ? [] : [{ server, from, to: acts[i + 1]?.time ?? Number.POSITIVE_INFINITY }];
    });
  });
}

/** From when on a server is free after this, were nothing else to happen; null: not free. */
function freeFrom(act: {
  fact: TraceEvent["fact"];
  time: number;
  inHand: number;
  gap: number;
  absentTicket: number;
}): number | null {
  switch (act.fact) {
    case "came-on":
    case "repaired":
      return act.time;
    case "served":
      return act.inHand > 0 ? null : act.time + act.gap;
    case "absent":
      return act.time + act.absentTicket;
    default:
      return null;
  }
}
