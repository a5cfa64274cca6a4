import { Fact } from "../fact";
import { Rank } from "../rank";
import { planBreakdown } from "./breakdowns";
import * as calendar from "./calendar";
import { notice, noticeLoss } from "./calling";
import { centre } from "./centre";
import { Kind, plan } from "./events";
import { listOfLine } from "./joining";
import { Pool, Server, ServerState } from "./server";
import * as tally from "./tally";
import { tellOfServer } from "./trace";

// Servers come on and go off as the roster says.

/** The roster's next shift begins. */
export function changeShift(pool: Pool): void {
  const shift = pool.shift++;
  addLateWork(pool);
  pool.wanted = pool.rosterCounts[shift];
  if (shift + 1 < pool.rosterTimes.length) plan<Pool>(pool.rosterTimes[shift + 1], Kind.roster, pool, Rank.roster);
  while (pool.present < pool.wanted) {
    const server = pool.anyOff()!;
    pool.present++;
    comeOn(pool, server);
  }
  sendHome(pool);
  notice(pool.station);
}

/** Who broke down before and is not repaired yet comes on as that. */
function comeOn(pool: Pool, server: Server): void {
  if (centre.isTraced) tellOfServer(Fact.cameOn, server);
  if (server.isBroken) {
    server.state = ServerState.down;
    if (centre.isTraced) tellOfServer(Fact.brokeDown, server);
  } else {
    pool.working++;
    pool.makeIdle(server);
  }
}

/** More servers than the shift wants: the broken down leave now, then the idle, the others when the person in hand is done. */
export function sendHome(pool: Pool): void {
  for (let i = 0; i < pool.servers.length && pool.isOverstaffed; i++) {
    if (pool.servers[i].state === ServerState.down) goOff(pool.servers[i]);
  }
  while (pool.isOverstaffed && pool.idleCount > 0) {
    pool.working--;
    goOff(pool.takeIdle());
  }
}

/** Counts the work beyond the shift up to now. To be called before the number of those who should be gone changes. */
export function addLateWork(pool: Pool): void {
  const now = min(calendar.now, centre.closes);
  const late = pool.present - pool.wanted;
  if (late > 0) tally.addLateWork(pool.station, f64(late) * (now - pool.lateSince));
  pool.lateSince = now;
}

export function goOff(server: Server): void {
  server.state = ServerState.off;
  server.pool.present--;
  if (server.isFailing) {
    // It was to fail after this case: the break comes first, and the next breakdown in its own time.
    server.isFailing = false;
    server.breakdowns++;
    planBreakdown(server);
  }
  handBack(server);
  if (centre.isTraced) tellOfServer(Fact.wentOff, server);
  noticeLoss(server.station);
}

/** Those who waited for this very server join the line, behind those already there. */
export function handBack(server: Server): void {
  const own = server.returning;
  for (let visitor = own.first; visitor !== null; visitor = own.first) {
    own.remove(visitor);
    listOfLine(visitor).append(visitor);
    notice(visitor.line.station);
  }
}
