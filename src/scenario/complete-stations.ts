import type { DistributionSpec } from "#random/distribution.js";
import { completeSteps } from "./complete-steps.js";
import type { Legible } from "./legible.js";
import type { Day, Pool, Station } from "./scenario.js";
import type { ScenarioInput } from "./schema.js";
import type { LiftInput, ServersInput, StationInput } from "./station-schema.js";
import { inEveryLanguage } from "./text-schema.js";

/** Stations in the order of the file, lifts after them. */
export function completeStations(input: ScenarioInput, day: Day): readonly Station[] {
  const serverHour = input.costs?.["server-hour"] ?? 0;
  return [
    ...Object.keys(input.stations).map((id) => completeStation(id, input.stations, { day, serverHour })),
    ...Object.entries(input.lifts ?? {}).map(([id, lift]) => completeLift(id, lift)),
  ];
}

function completeStation(
  id: string,
  stations: ScenarioInput["stations"],
  { day, serverHour }: { readonly day: Day; readonly serverHour: number },
): Station {
  const { settings: station, origin } = withLike(id, stations);
  const isClosed = station.closed ?? false;
  const title = stations[id]?.title ?? inEveryLanguage(id);
  return {
    id,
    title,
    pools: completePools({ id, title }, station, day),
    call: station.call ?? "first-come",
    gap: station.gap ?? 0,
    absentTicket: station["absent-ticket"] ?? 0,
    room: station.room ?? Number.POSITIVE_INFINITY,
    whenFull: station["when-full"] ?? "turn-away",
    patience: completePatience(station.patience),
    time: station.time ?? null,
    batch: 1,
    breakdown: station.breakdown ?? null,
    whenDown: completeWhenDown(station["when-down"] ?? (isClosed ? "turn-away" : "wait")),
    isClosed,
    isLift: false,
    serverHour: station["server-hour"] ?? serverHour,
    stream: origin,
  };
}

/**
 * A station's settings over those of the station it is like, and so on; `origin` names the last, whose numbers it
 * draws. Stops, and is not whole, where a name is unknown, comes back in a circle or stands for what cannot be read: all
 * are problems told elsewhere.
 */
export function withLike<S extends Legible<StationInput>>(
  id: string,
  stations: Readonly<Record<string, S | null | undefined>>,
  seen: readonly string[] = [],
): { readonly settings: S; readonly origin: string; readonly isWhole: boolean } {
  const own = stations[id]!;
  const { like } = own;
  if (like === undefined) return { settings: own, origin: id, isWhole: true };
  const isKnown = like !== null && Object.hasOwn(stations, like) && stations[like] != null && !seen.includes(like);
  if (!isKnown) return { settings: own, origin: id, isWhole: false };
  const { settings, ...rest } = withLike(like, stations, [...seen, id]);
  // Servers are written in one of two ways; the station's own way replaces the other one.
  const { servers, pools, ...others } = settings;
  const theirs = own.servers === undefined && own.pools === undefined ? settings : others;
  return { ...rest, settings: { ...theirs, ...stated(own) } as S };
}

/** The settings that were written, without those that are only `undefined`. */
function stated<S extends Legible<StationInput>>(station: S): Partial<S> {
  return Object.fromEntries(Object.entries(station).filter(([, value]) => value !== undefined)) as Partial<S>;
}

function completePools(own: Pick<Pool, "id" | "title">, station: StationInput, day: Day): readonly Pool[] {
  if (station.pools !== undefined) {
    return Object.entries(station.pools).map(([poolId, pool]) => ({
      id: poolId,
      title: pool.title ?? inEveryLanguage(poolId),
      roster: completeRoster(pool.servers, day),
      skills: pool.skills,
      prefer: pool.prefer ?? "listed",
    }));
  }
  const roster = station.servers === undefined ? [{ from: 0, count: 0 }] : completeRoster(station.servers, day);
  return [{ ...own, roster, skills: null, prefer: "listed" }];
}

/** Every way of writing servers as changes from opening on; before the first stated change there are none. */
function completeRoster(servers: ServersInput, day: Day): Pool["roster"] {
  if (typeof servers === "number") return [{ from: 0, count: servers }];
  if ("counts" in servers) return servers.counts.map((count, index) => ({ from: index * servers.every, count }));
  const changes = servers.map(({ from, count }) => ({ from: from - day.opens, count }));
  return changes[0]!.from > 0 ? [{ from: 0, count: 0 }, ...changes] : changes;
}

/** A lift is a station of cars that each take several people at once. */
function completeLift(id: string, lift: LiftInput): Station {
  const title = lift.title ?? inEveryLanguage(id);
  return {
    id,
    title,
    pools: [{ id, title, roster: [{ from: 0, count: lift.cars ?? 1 }], skills: null, prefer: "listed" }],
    call: "first-come",
    gap: lift.gap ?? 20,
    absentTicket: 0,
    room: Number.POSITIVE_INFINITY,
    whenFull: "turn-away",
    patience: completePatience(lift.patience),
    time: lift.ride,
    batch: lift.people ?? 8,
    breakdown: lift.breakdown ?? null,
    whenDown: completeWhenDown(lift["when-down"] ?? "deny"),
    isClosed: lift.closed ?? false,
    isLift: true,
    serverHour: 0,
    stream: id,
  };
}

function completeWhenDown(whenDown: NonNullable<StationInput["when-down"]>): Station["whenDown"] {
  return typeof whenDown === "string" ? whenDown : completeSteps(whenDown);
}

function completePatience(patience: StationInput["patience"]): Station["patience"] {
  return patience === undefined || patience === "by-group" ? "by-group" : orNull(patience);
}

/** The strict scenario's word for "waits as long as it takes" is `null`. */
export function orNull(patience: DistributionSpec | "none"): DistributionSpec | null {
  return patience === "none" ? null : patience;
}
