import { Fact } from "../fact";
import { Rank } from "../rank";
import * as calendar from "./calendar";
import { notice, noticeLoss } from "./calling";
import { centre } from "./centre";
import { Kind, plan } from "./events";
import { Law } from "./law";
import { purposes } from "./purposes";
import { Pool, Server, ServerState } from "./server";
import { handBack } from "./shifts";
import { Station } from "./station";
import { onGrid } from "./time-grid";
import { tellOfServer } from "./trace";

// Servers fail and are repaired; never with somebody in hand.

const LONGEST: f64 = 1073741824;

export function planBreakdowns(station: Station): void {
  if (station.breakdownEvery === null) return;
  for (let p = 0; p < station.pools.length; p++) {
    const servers = station.pools[p].servers;
    for (let i = 0; i < servers.length; i++) planBreakdown(servers[i]);
  }
}

export function planBreakdown(server: Server): void {
  planByServer(server, server.station.breakdownEvery!, purposes.breakdown, Kind.breakdown);
}

function planByServer(server: Server, law: Law, purpose: i32, kind: Kind): void {
  const station = server.station;
  const time = law.sample(station.key0, station.key1, server.numberAtStation, purpose, server.breakdowns);
  plan<Server>(calendar.now + onGrid(min(time, LONGEST)), kind, server, Rank.repair);
  centre.plannedFailures++;
}

/** An idle server fails now, a busy one when the person in hand is done; one who is off does not. */
export function breakDown(server: Server): void {
  if (server.state === ServerState.off) {
    server.breakdowns++;
    planBreakdown(server);
  } else if (server.state === ServerState.busy) server.isFailing = true;
  else {
    server.pool.takeThis(server);
    startRepair(server);
  }
}

export function startRepair(server: Server): void {
  server.state = ServerState.down;
  server.isFailing = false;
  server.isBroken = true;
  server.pool.working--;
  handBack(server);
  if (centre.isTraced) tellOfServer(Fact.brokeDown, server);
  planByServer(server, server.station.breakdownRepair!, purposes.repair, Kind.repair);
  noticeLoss(server.station);
}

export function repair(server: Server): void {
  const pool = server.pool;
  server.breakdowns++;
  server.isBroken = false;
  if (server.state === ServerState.down) {
    pool.working++;
    pool.makeIdle(server);
    notice(server.station);
    if (centre.isTraced) tellOfServer(Fact.repaired, server);
  }
  planBreakdown(server);
}

/** Is a server of the pool broken down whom somebody waits for? */
export function isRepairAwaited(pool: Pool): bool {
  if (pool.present <= pool.working) return false;
  for (let i = 0; i < pool.lines.length; i++) {
    const lists = pool.lines[i].lists;
    for (let level = 0; level < lists.length; level++) if (lists[level].first !== null) return true;
  }
  return false;
}
