import { Outcome } from "../../plan/program";
import { Fact } from "../fact";
import { Has, WhenDown } from "../plan-codes";
import { Rank } from "../rank";
import * as calendar from "./calendar";
import { notice } from "./calling";
import { centre } from "./centre";
import { Kind, plan } from "./events";
import { List } from "./list";
import { isThere } from "./server";
import { Station } from "./station";
import { Step } from "./step";
import * as tally from "./tally";
import { onGrid } from "./time-grid";
import { tellOf } from "./trace";
import { giveBack, Visitor } from "./visitor";
import { advance, leave, leaveNow } from "./way";

// Joining a line, and leaving it without having been called.

/** The shortest patience: one step of the time grid, so that nobody gives up in the instant of joining. */
const SHORTEST_PATIENCE: f64 = 1.0 / 1048576;
const LONGEST_PATIENCE: f64 = 1073741824;

/** Joins a line, or is kept from it. */
export function join(visitor: Visitor, step: Step): void {
  const station = step.station!;
  const line = step.line!;
  const has = station.has;
  const stay = station.stays[visitor.group.number];
  if (centre.closesAtOnce && calendar.now >= centre.closes) return leaveNow(visitor, Outcome.turnedAway);
  if ((has & (Has.barrier | Has.room)) !== 0) {
    if ((has & Has.barrier) !== 0) {
      if (!station.hasWorkingServerFor(line)) return goWithout(visitor, station, step.target);
      visitor.detour = step.target;
    }
    if ((has & Has.room) !== 0 && station.isFullFor(line)) {
      if (!station.balksWhenFull) return leaveNow(visitor, Outcome.turnedAway);
      stay.sums.gaveUp += 1;
      return leaveNow(visitor, Outcome.balked);
    }
  }
  visitor.line = line;
  visitor.stay = stay;
  visitor.hasJoined = true;
  visitor.isAbsent = false;
  visitor.patiencePurpose = step.purpose;
  visitor.joined = calendar.now;
  visitor.joinedIn = tally.interval;
  visitor.joinOrder = centre.joins++;
  visitor.expires = stay.patience === null ? Infinity : -1;
  const list = line.lists[stay.level];
  if (step.isReturn) listOfReturn(visitor, station, list).append(visitor);
  else list.append(visitor);
  station.waiting++;
  if (centre.isTraced) tellOf(Fact.joined, visitor, station, null);
  if ((has & Has.watch) !== 0) planPatience(visitor);
  notice(station);
}

/** The list of the server who served this visitor here before; `list` when nobody did or the server is away. */
function listOfReturn(visitor: Visitor, station: Station, list: List): List {
  const server = visitor.lastServers![station.number];
  return server !== null && isThere(server) ? server.returning : list;
}

function planPatience(visitor: Visitor): void {
  const expires = expiryOf(visitor);
  if (expires === Infinity) return;
  visitor.patienceNumber = calendar.planned;
  plan<Visitor>(expires, Kind.patience, visitor, Rank.patience);
}

/** When a waiting visitor's patience ends; drawn when first asked. */
export function expiryOf(visitor: Visitor): f64 {
  if (visitor.expires < 0) {
    const drawn = visitor.sample(visitor.stay.patience!, visitor.patiencePurpose, visitor.pass);
    visitor.expires = visitor.joined + max(SHORTEST_PATIENCE, onGrid(min(drawn, LONGEST_PATIENCE)));
  }
  return visitor.expires;
}

/** Has this visitor given up by now? Somebody who joined this very instant has not, so no draw is needed. */
export function hasGivenUp(visitor: Visitor): bool {
  const now = calendar.now;
  return visitor.expires <= now && visitor.joined < now && expiryOf(visitor) <= now;
}

/** The end of patience is on: lets a visitor go whose present wait it ends, and not one left over from another. */
export function endPatience(visitor: Visitor): void {
  if (calendar.taken() !== visitor.patienceNumber) return;
  const station = visitor.line.station;
  station.waiting--;
  if ((station.has & Has.absentTicket) !== 0) visitor.isAbsent = true;
  else visitor.list.remove(visitor);
  stopWaiting(visitor, Outcome.reneged, calendar.now, tally.interval);
}

/** Gave up while nobody looked: leaves at the moment when patience ended. */
export function seeOut(visitor: Visitor, station: Station): void {
  station.waiting--;
  stopWaiting(visitor, Outcome.reneged, visitor.expires, tally.intervalAt(visitor.expires));
}

/** A visitor leaves a queue without having been called, and the centre with it. */
export function stopWaiting(visitor: Visitor, outcome: Outcome, at: f64, interval: i32): void {
  if (outcome === Outcome.reneged) visitor.stay.sums.gaveUp += 1;
  endWait(visitor, at, interval);
  leave(visitor, outcome, at, interval);
}

/** A visitor leaves a queue without having been called. */
function endWait(visitor: Visitor, at: f64, interval: i32): void {
  visitor.called = at;
  visitor.calledIn = interval;
  visitor.patienceNumber = -1;
  tally.enterWait(visitor, visitor.line.station, false);
}

/** Does what the station has those do whom no server on duty and in order can serve. */
function goWithout(visitor: Visitor, station: Station, detour: Step | null): void {
  if (detour === null)
    return leaveNow(visitor, station.whenDown === WhenDown.deny ? Outcome.denied : Outcome.turnedAway);
  if (centre.isTraced) tellOf(Fact.diverted, visitor, station, null);
  visitor.step = detour;
  advance(visitor);
}

/** Servers have gone: those who wait for nobody else wait no longer. */
export function divert(station: Station): void {
  for (let p = 0; p < station.pools.length; p++) {
    const lines = station.pools[p].lines;
    for (let l = 0; l < lines.length; l++) {
      if (station.hasWorkingServerFor(lines[l])) continue;
      for (let level = 0; level < lines[l].lists.length; level++) divertList(lines[l].lists[level], station);
    }
  }
}

function divertList(list: List, station: Station): void {
  for (let visitor = takeOut(list); visitor !== null; visitor = takeOut(list)) {
    if ((station.has & Has.watch) === 0 && hasGivenUp(visitor)) {
      seeOut(visitor, station);
      continue;
    }
    station.waiting--;
    endWait(visitor, calendar.now, tally.interval);
    goWithout(visitor, station, visitor.detour);
  }
}

/** Takes the first person who is still there out of a list, and all tickets before; null: none is left. */
export function takeOut(list: List): Visitor | null {
  for (let visitor = list.first; visitor !== null; visitor = list.first) {
    list.remove(visitor);
    if (!visitor.isAbsent) return visitor;
    giveBack(visitor);
  }
  return null;
}

/** The list of a visitor's level in the line. */
export function listOfLine(visitor: Visitor): List {
  return visitor.line.lists[visitor.stay.level];
}
