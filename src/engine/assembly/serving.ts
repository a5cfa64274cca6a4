import { Fact } from "../fact";
import { Has } from "../plan-codes";
import { Rank } from "../rank";
import { startRepair } from "./breakdowns";
import * as calendar from "./calendar";
import { notice } from "./calling";
import { centre } from "./centre";
import { Kind, plan } from "./events";
import { Server } from "./server";
import { addLateWork, goOff } from "./shifts";
import { Station } from "./station";
import * as tally from "./tally";
import { tellOf } from "./trace";
import { Visitor } from "./visitor";

// What a server does with the visitor in hand, and afterwards.

/** A visitor is served; the server is free again when nobody else is in hand. */
export function release(visitor: Visitor, station: Station): void {
  const server = visitor.server!;
  visitor.server = null;
  server.inHand--;
  visitor.stay.sums.inHand += calendar.now - visitor.called;
  if (centre.isTraced) tellOf(Fact.served, visitor, station, server);
  if ((station.has & Has.returns) !== 0) visitor.lastServers![station.number] = server;
  if (server.inHand > 0) return;
  tally.enterWork(station, visitor.called, visitor.calledIn);
  if ((station.has & Has.gap) !== 0 && !server.pool.isOverstaffed) workUntil(server, calendar.now + station.gap);
  else settle(server, station);
}

/** A server is occupied until a time without a visitor. */
export function workUntil(server: Server, time: f64): void {
  server.busySince = calendar.now;
  server.busySinceIn = tally.interval;
  plan<Server>(time, Kind.ready, server, Rank.finish);
}

export function ready(server: Server): void {
  tally.enterWork(server.station, server.busySince, server.busySinceIn);
  settle(server, server.station);
}

/** What a server does who has nobody in hand any more: go home, break down, or be free. */
function settle(server: Server, station: Station): void {
  const pool = server.pool;
  centre.occupied--;
  if (pool.isOverstaffed) {
    addLateWork(pool);
    pool.working--;
    goOff(server);
  } else if (server.isFailing) startRepair(server);
  else {
    pool.makeIdle(server);
    notice(station);
  }
}
