import { Op } from "../../plan/program";
import { Fact } from "../fact";
import { Has, Rule } from "../plan-codes";
import { Rank } from "../rank";
import * as calendar from "./calendar";
import { centre } from "./centre";
import { divert, hasGivenUp, seeOut } from "./joining";
import { List } from "./list";
import { purposes } from "./purposes";
import { uniform } from "./random";
import { Pool, Server, ServerState } from "./server";
import { workUntil } from "./serving";
import { Station } from "./station";
import * as tally from "./tally";
import { tellOf } from "./trace";
import { giveBack, Visitor } from "./visitor";
import { advance, serve } from "./way";

// Free servers call whoever's turn it is.

/** Stations that may have somebody to call, in the order the scenario lists them. */
let noticed: StaticArray<Station> = new StaticArray<Station>(0);
export let noticedCount: i32 = 0;
/** Has any station lost a server for whom somebody may have waited? */
let hasLosses: bool = false;

export function allot(stations: i32): void {
  noticed = new StaticArray<Station>(stations);
}

export function clear(): void {
  noticedCount = 0;
  hasLosses = false;
}

/**
 * Remembers that a station has a ticket and a free server, so that it calls once all that comes before calling at this
 * instant is done. Whichever of the two comes later must notice it.
 */
export function notice(station: Station): void {
  if (station.isNoticed || station.idle === 0 || hasNoTicket(station)) return;
  remember(station);
}

/**
 * Remembers that a station has lost a server, where nobody waits for those who are away: those who wait for no other are
 * diverted when calling is done, since another server may come at this very instant. Their tickets go with them.
 */
export function noticeLoss(station: Station): void {
  if ((station.has & Has.barrier) === 0 || hasNoTicket(station)) return;
  hasLosses = true;
  if (!station.isNoticed) remember(station);
}

/** Where tickets outlive their holders there may be some though nobody waits. */
function hasNoTicket(station: Station): bool {
  return station.waiting === 0 && (station.has & Has.absentTicket) === 0;
}

function remember(station: Station): void {
  station.isNoticed = true;
  let at = noticedCount++;
  for (; at > 0 && noticed[at - 1].number > station.number; at--) noticed[at] = noticed[at - 1];
  noticed[at] = station;
}

export function callAll(): void {
  if (hasLosses) {
    divertAll();
    // Who goes elsewhere at once may be there before anybody is called.
    if (calendar.isDueBefore(Rank.call)) return;
  }
  const count = noticedCount;
  for (let i = 0; i < count; i++) {
    const station = noticed[i];
    station.isNoticed = false;
    callAt(station);
  }
  // Calling notices no station: a called visitor is served for some time, even if it is 0.
  noticedCount = 0;
}

function divertAll(): void {
  hasLosses = false;
  for (let s = 0; s < centre.stations.length; s++) {
    const station = centre.stations[s];
    if ((station.has & Has.barrier) !== 0) divert(station);
  }
}

/** Gives the free servers of a station work: pools in the order they are listed. */
function callAt(station: Station): void {
  const pools = station.pools;
  for (let i = 0; i < pools.length; i++) {
    const pool = pools[i];
    if ((station.has & Has.returns) !== 0) callReturning(pool, station);
    while (pool.idleCount > 0) {
      const visitor = nextFor(pool, station);
      if (visitor === null) break;
      call(visitor, pool.takeIdle(), station);
    }
  }
}

/** Free servers take those who return to them before anybody else. */
function callReturning(pool: Pool, station: Station): void {
  for (let i = 0; i < pool.servers.length; i++) {
    const server = pool.servers[i];
    while (server.state === ServerState.idle) {
      const visitor = head(server.returning, station);
      if (visitor === null) break;
      pool.takeThis(server);
      call(visitor, server, station);
    }
  }
}

/** Whom a free server of this pool takes; null: nobody. */
function nextFor(pool: Pool, station: Station): Visitor | null {
  if (pool.isLongestWaiting) return longestWaiting(pool, station);
  const lists = pool.lists;
  for (let i = 0; i < lists.length; i++) {
    if (lists[i].first === null) continue;
    const visitor = head(lists[i], station);
    if (visitor !== null) return visitor;
  }
  return null;
}

/** Over all lines of the pool: the highest level first, within it who joined first. */
function longestWaiting(pool: Pool, station: Station): Visitor | null {
  const isLast = station.rule === Rule.lastCome;
  for (let level = 0; level < station.levels; level++) {
    let best: Visitor | null = null;
    for (let i = 0; i < pool.lines.length; i++) {
      const visitor = head(pool.lines[i].lists[level], station);
      if (visitor === null) continue;
      if (best === null || visitor.joinOrder < best.joinOrder !== isLast) best = visitor;
    }
    if (best !== null) return best;
  }
  return null;
}

/**
 * Whose turn it is in a list; null: nobody's. Those who have given up are seen out on the way, unless their tickets must
 * be called like any other.
 */
function head(list: List, station: Station): Visitor | null {
  const has = station.has;
  for (let first = list.first; first !== null; first = list.first) {
    const visitor = (has & Has.rule) === 0 ? first : turn(list, station);
    if ((has & (Has.watch | Has.absentTicket)) !== 0 || !hasGivenUp(visitor)) return visitor;
    list.remove(visitor);
    seeOut(visitor, station);
  }
  return null;
}

/** Whose turn it is by a rule other than first come, first called; somebody is there. */
function turn(list: List, station: Station): Visitor {
  if (station.rule === Rule.lastCome) return list.last!;
  const u = uniform(station.key0, station.key1, station.calls++, purposes.call, 0);
  return list.at(i32(u * f64(list.length)));
}

/** A server calls a ticket. */
function call(visitor: Visitor, server: Server, station: Station): void {
  const has = station.has;
  visitor.list.remove(visitor);
  server.state = ServerState.busy;
  centre.occupied++;
  if ((has & Has.absentTicket) !== 0 && isAbsent(visitor, station)) return callAbsent(visitor, server, station);
  board(visitor, server, station);
  if ((has & Has.batch) !== 0) boardOthers(visitor, server, station);
  // Nearly always a service follows.
  if (visitor.step.op === Op.serve) serve(visitor);
  else advance(visitor);
}

/** Fills the car behind the one who was called first. */
function boardOthers(visitor: Visitor, server: Server, station: Station): void {
  let last = visitor;
  for (let i = station.batch - 1; i > 0; i--) {
    const follower = nextFor(server.pool, station);
    if (follower === null) break;
    follower.list.remove(follower);
    board(follower, server, station);
    // The first one's program says how long it takes; the others only ride along.
    follower.step = follower.step.next!;
    last.next = follower;
    last = follower;
  }
}

/** The visitor is called, and the wait is over. */
function board(visitor: Visitor, server: Server, station: Station): void {
  station.waiting--;
  visitor.called = calendar.now;
  visitor.calledIn = tally.interval;
  visitor.patienceNumber = -1;
  visitor.server = server;
  server.inHand++;
  tally.enterWait(visitor, station, true);
  if (centre.isTraced) tellOf(Fact.called, visitor, station, server);
}

/** Is the holder of this ticket gone? */
function isAbsent(visitor: Visitor, station: Station): bool {
  return (station.has & Has.watch) !== 0 ? visitor.isAbsent : hasGivenUp(visitor);
}

/** The server waits for nobody. */
function callAbsent(visitor: Visitor, server: Server, station: Station): void {
  if (centre.isTraced) tellOf(Fact.absent, visitor, station, server);
  if ((station.has & Has.watch) !== 0) giveBack(visitor);
  else seeOut(visitor, station);
  workUntil(server, calendar.now + station.absentTicket);
}
