import { nameHash } from "#random/keys.js";
import { onGrid } from "#random/time-grid.js";
import type { Group, Pool, Scenario, Station } from "#scenario/scenario.js";
import type { DistributionTable } from "./distribution-table.js";
import type { Plan, PlannedLine, PlannedPool, PlannedStation } from "./plan.js";

export type PlannedStations = Pick<Plan, "stations" | "pools" | "lines">;

/** Stations, their pools of servers, and the lines people wait in: one a station and skill. */
export function planStations(scenario: Scenario, distributions: DistributionTable): PlannedStations {
  const stations: PlannedStation[] = [];
  const pools: PlannedPool[] = [];
  const lines: PlannedLine[] = [];
  const skills = [...new Set(scenario.services.map((service) => service.skill))];

  for (const station of scenario.stations) {
    const index = stations.length;
    const firstLine = lines.length;
    const hasSkills = station.pools.some((pool) => pool.skills !== null);
    for (const skill of hasSkills ? skills : [""]) lines.push({ station: index, skill });
    const firstPool = pools.length;
    for (const pool of station.pools) pools.push(planPool(pool, station, index, lines, firstLine));
    stations.push({
      ...planStation(station, scenario.groups, distributions),
      firstPool,
      poolCount: station.pools.length,
    });
  }
  return { stations, pools, lines };
}

/** The line in which a visitor with this skill waits at a station. */
export function lineOf(plan: PlannedStations, station: number, skill: string): number {
  return plan.lines.findIndex((line) => line.station === station && (line.skill === "" || line.skill === skill));
}

function planStation(
  station: Station,
  groups: readonly Group[],
  distributions: DistributionTable,
): Omit<PlannedStation, "firstPool" | "poolCount"> {
  const priorities = [...new Set(groups.map((group) => group.priority))].sort((a, b) => b - a);
  const hasLevels = station.call === "priority";
  return {
    id: station.id,
    rule: station.call,
    gap: onGrid(station.gap),
    absentTicket: onGrid(station.absentTicket),
    room: station.room,
    whenFull: station.whenFull,
    whenDown: typeof station.whenDown === "string" ? station.whenDown : "detour",
    batch: station.batch,
    // A random call picks among those who are there, so the leavers must be gone.
    isWatched: station.room !== Number.POSITIVE_INFINITY || station.call === "random",
    hasReturns: false,
    patience: Int32Array.from(groups, (group) => {
      const patience = station.patience === "by-group" ? group.patience : station.patience;
      return patience === null ? -1 : distributions.add(patience);
    }),
    levels: Int32Array.from(groups, (group) => (hasLevels ? priorities.indexOf(group.priority) : 0)),
    levelCount: hasLevels ? priorities.length : 1,
    breakdownEvery: station.breakdown === null ? -1 : distributions.add(station.breakdown.every),
    breakdownRepair: station.breakdown === null ? -1 : distributions.add(station.breakdown.repair),
    // Its own name, though it be `like` another: two machines of one make do not fail at the same moments.
    stream: nameHash(`station/${station.id}`),
    serverHour: station.serverHour,
  };
}

function planPool(
  pool: Pool,
  station: Station,
  stationIndex: number,
  lines: readonly PlannedLine[],
  firstLine: number,
): PlannedPool {
  const own = lines.slice(firstLine).map((line, i) => ({ skill: line.skill, index: firstLine + i }));
  const preferred =
    pool.skills === null
      ? own
      : pool.skills.flatMap((skill) => own.filter((line) => line.skill === skill || line.skill === ""));
  const roster = station.isClosed ? [{ from: 0, count: 0 }] : pool.roster;
  return {
    id: pool.id,
    station: stationIndex,
    lines: Int32Array.from(preferred, (line) => line.index),
    longestWaiting: pool.prefer === "longest-waiting" || pool.skills === null,
    rosterTimes: Float64Array.from(roster, (shift) => onGrid(shift.from)),
    rosterCounts: Int32Array.from(roster, (shift) => shift.count),
    servers: Math.max(...roster.map((shift) => shift.count)),
  };
}
