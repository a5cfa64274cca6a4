import { Op, Outcome } from "../../plan/program";
import { Fact } from "../fact";
import { Rank } from "../rank";
import * as calendar from "./calendar";
import { centre } from "./centre";
import { eventOf, Kind, plan } from "./events";
import { join } from "./joining";
import { record } from "./outside";
import { purposes } from "./purposes";
import { release } from "./serving";
import { Source } from "./source";
import { Alternative, Step, Walk } from "./step";
import * as tally from "./tally";
import { onGrid } from "./time-grid";
import { tellAt, tellOf } from "./trace";
import { giveBack, take, Visitor } from "./visitor";

// A visitor's way through the centre, from the door to the door.

/** More people than ever wait at one station. */
const BEHIND_ALL: i32 = 1 << 30;

export function planArrival(source: Source): void {
  if (source.advance()) calendar.planArrival(source.times[source.at], eventOf<Source>(Kind.arrival, source));
  else centre.openSources--;
}

export function arrive(source: Source): void {
  const visitor = take();
  const service = source.services[source.at];
  const group = centre.groups[source.groups[source.at]];
  visitor.source = source;
  visitor.number = source.visitor;
  visitor.group = group;
  visitor.service = service;
  visitor.sums = tally.visitSumsOf(service, group.number);
  visitor.step = centre.entries[service];
  visitor.pass = 0;
  visitor.hasJoined = false;
  visitor.isAbsent = false;
  visitor.next = null;
  visitor.server = null;
  visitor.arrived = calendar.now;
  visitor.waited = 0;
  visitor.patienceNumber = -1;
  if (centre.remembers) visitor.forgetServers(centre.stations.length);
  tally.countArrival(visitor);
  centre.inside++;
  planArrival(source);
  if (centre.isTraced) tellOf(Fact.arrived, visitor, null, null);
  // The doors are closed to those who come at closing time exactly.
  if (calendar.now >= centre.closes) leaveNow(visitor, Outcome.turnedAway);
  else advance(visitor);
}

/** A service or walk ends, for one visitor or for all in the same car. */
export function finish(leader: Visitor): void {
  let visitor: Visitor | null = leader;
  while (visitor !== null) {
    const following: Visitor | null = visitor.next;
    visitor.next = null;
    // Nearly always the server is free now.
    const step = visitor.step;
    if (step.op === Op.release) {
      visitor.step = step.next!;
      release(visitor, step.station!);
    }
    advance(visitor);
    visitor = following;
  }
}

/** Lets a visitor go on with the program until something takes time. */
export function advance(visitor: Visitor): void {
  let step = visitor.step;
  for (;;) {
    switch (step.op) {
      case Op.seize:
        visitor.step = step.next!;
        return join(visitor, step);
      case Op.serve:
        visitor.step = step;
        return serve(visitor);
      case Op.release:
        release(visitor, step.station!);
        step = step.next!;
        break;
      case Op.walk:
        visitor.step = step.next!;
        return walk(visitor, step.walk!);
      case Op.test:
        step = passes(visitor, step) ? step.next! : step.target!;
        break;
      case Op.jump:
        step = step.target!;
        break;
      case Op.again:
        if (passes(visitor, step)) {
          visitor.pass++;
          step = step.target!;
        } else step = step.next!;
        break;
      case Op.shortest:
        step = shortest(step.alternatives!);
        break;
      case Op.spend:
        visitor.step = step.next!;
        return spend(visitor, step);
      default:
        return leaveNow(visitor, step.outcome);
    }
  }
}

function passes(visitor: Visitor, step: Step): bool {
  const chance = step.chances![visitor.group.number];
  if (chance >= 1) return true;
  if (chance <= 0) return false;
  return visitor.uniform(step.purpose, step.isTrait ? 0 : visitor.pass) < chance;
}

/** Is served: the step the visitor has come to. */
export function serve(visitor: Visitor): void {
  const step = visitor.step;
  visitor.step = step.next!;
  const time = visitor.sample(step.law!, step.purpose, visitor.pass);
  const needed = step.isPersonal ? time * visitor.group.serviceTimeFactor : time;
  plan<Visitor>(calendar.now + onGrid(needed), Kind.finish, visitor, Rank.finish);
}

function spend(visitor: Visitor, step: Step): void {
  goBetween(visitor, onGrid(visitor.sample(step.law!, step.purpose, visitor.pass)));
}

function walk(visitor: Visitor, way: Walk): void {
  const group = visitor.group;
  const speed = visitor.sample(group.walkingSpeed, purposes.walkingSpeed, 0);
  goBetween(visitor, onGrid(way.flat / speed + way.stairs / (speed * group.stairsShare) + way.doors));
}

/** Time in the centre that is spent at no station. */
function goBetween(visitor: Visitor, time: f64): void {
  visitor.sums.between += time;
  plan<Visitor>(calendar.now + time, Kind.finish, visitor, Rank.finish);
}

/**
 * Of several stations the one with fewest people waiting for those who could serve this visitor, a free server counting as
 * less than nobody; the first of equals. A station where none of them is at work comes after all others.
 */
function shortest(alternatives: StaticArray<Alternative>): Step {
  let best = alternatives[0];
  let fewest = i32.MAX_VALUE;
  for (let i = 0; i < alternatives.length; i++) {
    const station = alternatives[i].station;
    const line = alternatives[i].step.line!;
    const waiting = station.queueFor(line);
    const queue = station.hasWorkingServerFor(line) ? waiting : waiting + BEHIND_ALL;
    if (queue < fewest) {
      fewest = queue;
      best = alternatives[i];
    }
  }
  return best.step;
}

export function leaveNow(visitor: Visitor, outcome: Outcome): void {
  leave(visitor, outcome, calendar.now, tally.interval);
}

/** Leaves the centre, perhaps at an earlier moment than now. */
export function leave(visitor: Visitor, outcome: Outcome, left: f64, leftIn: i32): void {
  tally.enterVisit(visitor, outcome, left, leftIn);
  if (centre.keepsLedger) {
    record(visitor.source.number, visitor.number, visitor.group.number, outcome, left - visitor.arrived);
  }
  if (centre.isTraced) tellAt(left, Fact.left + outcome, visitor, null, null);
  centre.inside--;
  if (!visitor.isAbsent) giveBack(visitor);
}
