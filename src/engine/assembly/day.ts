import { Outcome } from "../../plan/program";
import { Rank } from "../rank";
import { breakDown, isRepairAwaited, planBreakdowns, repair } from "./breakdowns";
import * as calendar from "./calendar";
import * as calling from "./calling";
import { centre } from "./centre";
import { Kind, subjectOf } from "./events";
import * as formulas from "./formulas";
import { endPatience, expiryOf, stopWaiting, takeOut } from "./joining";
import { firstWord, secondWord, threefry } from "./random";
import { Pool, Server } from "./server";
import { ready } from "./serving";
import { addLateWork, changeShift, sendHome } from "./shifts";
import { Source } from "./source";
import * as tally from "./tally";
import { held, Visitor } from "./visitor";
import { arrive, finish, planArrival } from "./way";

/**
 * Lets the day go on for so many events; false when it is over: the last visitor has left, the last ticket has been called
 * and the last case is closed.
 */
export function goOn(events: i32): bool {
  for (let i = 0; i < events; i++) {
    if (centre.inside === 0 && centre.openSources === 0 && centre.occupied === 0 && held === 0) return end();
    const event = calendar.next();
    if (event < 0) return end();
    centre.taken++;
    tally.moveOn();
    if (!happen(event)) return end();
    if (calling.noticedCount > 0 && !calendar.isDueBefore(Rank.call)) calling.callAll();
  }
  return true;
}

/** Lets an event happen; false when nothing can happen any more that matters. */
function happen(event: i32): bool {
  switch (event & Kind.mask) {
    case Kind.finish:
      finish(subjectOf<Visitor>(event));
      break;
    case Kind.ready:
      ready(subjectOf<Server>(event));
      break;
    case Kind.arrival:
      arrive(subjectOf<Source>(event));
      break;
    case Kind.roster:
      changeShift(subjectOf<Pool>(event));
      break;
    case Kind.patience:
      endPatience(subjectOf<Visitor>(event));
      break;
    case Kind.breakdown:
      centre.plannedFailures--;
      if (isDead()) return false;
      breakDown(subjectOf<Server>(event));
      break;
    case Kind.repair:
      centre.plannedFailures--;
      repair(subjectOf<Server>(event));
      break;
    default:
      turnAllAway();
  }
  return true;
}

/** Opens the doors. */
export function open(seed0: i32, seed1: i32, replication: i32): void {
  calendar.clear();
  calling.clear();
  tally.clear();
  centre.inside = 0;
  centre.occupied = 0;
  centre.joins = 0;
  centre.taken = 0;
  centre.plannedFailures = 0;
  centre.openSources = centre.sources.length;
  for (let s = 0; s < centre.stations.length; s++) {
    const station = centre.stations[s];
    station.clear();
    const key = threefry(seed0, seed1, replication, station.stream);
    station.key0 = firstWord(key);
    station.key1 = secondWord(key);
  }
  for (let p = 0; p < centre.pools.length; p++) centre.pools[p].clear();
  for (let p = 0; p < centre.pools.length; p++) changeShift(centre.pools[p]);
  if (centre.closesAtOnce) calendar.plan(centre.closes, Kind.closing, Rank.roster);
  for (let s = 0; s < centre.stations.length; s++) planBreakdowns(centre.stations[s]);
  for (let s = 0; s < centre.sources.length; s++) {
    centre.sources[s].start(seed0, seed1, replication);
    planArrival(centre.sources[s]);
  }
}

/** Can nothing happen any more but breakdowns, and repairs that nobody waits for? */
function isDead(): bool {
  if (calling.noticedCount > 0 || calendar.planned - centre.taken > centre.plannedFailures) return false;
  for (let p = 0; p < centre.pools.length; p++) if (isRepairAwaited(centre.pools[p])) return false;
  return true;
}

/** Whoever still waits for a server who will not come gives up when patience ends, or is inside at closing. */
function end(): bool {
  for (let i = 0; i < centre.lists.length; i++) {
    const list = centre.lists[i];
    for (let visitor = takeOut(list); visitor !== null; visitor = takeOut(list)) {
      const isLosing = expiryOf(visitor) < Infinity;
      // Not until the clock: it moves on for breakdowns and for the patience of people long served.
      const until = isLosing ? expiryOf(visitor) : max(centre.closes, visitor.joined);
      stopWaiting(visitor, isLosing ? Outcome.reneged : Outcome.inside, until, tally.intervalAt(until));
    }
  }
  tally.close(centre.inside + held);
  formulas.work();
  return false;
}

function turnAllAway(): void {
  const now = calendar.now;
  for (let p = 0; p < centre.pools.length; p++) {
    addLateWork(centre.pools[p]);
    centre.pools[p].wanted = 0;
    sendHome(centre.pools[p]);
  }
  for (let i = 0; i < centre.lists.length; i++) {
    const list = centre.lists[i];
    for (let visitor = takeOut(list); visitor !== null; visitor = takeOut(list)) {
      visitor.line.station.waiting--;
      const hasGivenUp = expiryOf(visitor) < now;
      const until = hasGivenUp ? visitor.expires : now;
      stopWaiting(visitor, hasGivenUp ? Outcome.reneged : Outcome.turnedAway, until, tally.intervalAt(until));
    }
  }
}
