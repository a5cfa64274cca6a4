import { Group } from "./group";
import { Law } from "./law";
import { List } from "./list";
import { uniform } from "./random";
import { Server } from "./server";
import { Source } from "./source";
import { Line, Stay } from "./station";
import { Step } from "./step";
import { VisitSums } from "./sums";

/** A reference that is set before it is read. */
function none<T>(): T {
  return changetype<T>(0);
}

/** Somebody in the centre, or a ticket in a line whose holder has gone. */
export class Visitor {
  source: Source = none<Source>();
  /** Number in the source: with the source it names the visitor and keys every draw. */
  number: i32;
  group: Group = none<Group>();
  service: i32;
  /** The sums of the service and group. */
  sums: VisitSums = none<VisitSums>();
  /** What to do next. */
  step: Step = none<Step>();
  /** How often a repeated part of the route was started again. */
  pass: i32;
  hasJoined: bool;
  /** Gave up, but the ticket is still in the line. */
  isAbsent: bool;
  /** The present or last line, and what is told of the group's stays at its station. */
  line: Line = none<Line>();
  stay: Stay = none<Stay>();
  patiencePurpose: i32;
  /** What to do when nobody who could serve is there any more; of stations at which people do not wait for that. */
  detour: Step | null;
  /** The list the visitor stands in, and the neighbours there; `next` also links those served together. */
  list: List = none<List>();
  next: Visitor | null;
  previous: Visitor | null;
  /** Who serves the visitor now. */
  server: Server | null;
  /** Who served the visitor last, by station; only for plans in which somebody returns to the same server. */
  lastServers: StaticArray<Server | null> | null;

  arrived: f64;
  /** Waiting so far, all queues together. */
  waited: f64;
  /** When the visitor joined the present or last line. */
  joined: f64;
  /** When the visitor was called or, gone without, gave up. */
  called: f64;
  /** When patience ends; Infinity: never; -1: not drawn yet. */
  expires: f64;
  /** Planning number of the event that ends this wait; another event for this visitor is an old one. -1: none. */
  patienceNumber: i64;
  /** Order of joining, over all lines. */
  joinOrder: i32;
  /** The intervals of the day in which the visitor arrived, joined and was called. */
  arrivedIn: i32;
  joinedIn: i32;
  calledIn: i32;

  /** Comes anew: nobody has served this visitor yet. */
  forgetServers(stations: i32): void {
    if (this.lastServers === null) this.lastServers = new StaticArray<Server | null>(stations);
    for (let i = 0; i < stations; i++) this.lastServers![i] = null;
  }

  /** A uniform in (0, 1) of this visitor's own. */
  uniform(purpose: i32, pass: i32): f64 {
    const source = this.source;
    return uniform(source.key0, source.key1, this.number, purpose, pass);
  }

  /** A variate of this visitor's own. */
  sample(law: Law, purpose: i32, pass: i32): f64 {
    const source = this.source;
    return law.sample(source.key0, source.key1, this.number, purpose, pass);
  }
}

/** Visitors who have left, to be used again: memory grows with the crowd, not with the day. */
let free: Visitor | null = null;
/** Visitors inside, and tickets in a line whose holders have gone. */
export let held: i32 = 0;

/** Somebody who comes in. */
export function take(): Visitor {
  held++;
  const visitor = free;
  if (visitor === null) return new Visitor();
  free = visitor.next;
  return visitor;
}

/** Somebody has left, and the ticket too. */
export function giveBack(visitor: Visitor): void {
  held--;
  visitor.next = free;
  free = visitor;
}
