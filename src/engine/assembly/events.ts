import { Rank } from "../rank";
import * as calendar from "./calendar";

/** Kinds of events. An event is the place of its subject in memory, a multiple of 16, with the kind in the lowest bits. */
export const enum Kind {
  /** A visitor's service or walk ends. */
  finish = 0,
  /** A server has closed one case and may call the next. */
  ready = 1,
  /** Subject: the source. */
  arrival = 2,
  /** Subject: the pool. */
  roster = 3,
  /** Subject: the visitor. */
  patience = 4,
  /** Subject: the server. */
  breakdown = 5,
  repair = 6,
  /** The doors close and everybody who waits must leave. No subject. */
  closing = 7,
  mask = 7,
}

/** Plans what happens to a subject at a time. */
export function plan<T>(time: f64, kind: Kind, subject: T, rank: Rank): void {
  calendar.plan(time, eventOf<T>(kind, subject), rank);
}

export function eventOf<T>(kind: Kind, subject: T): i32 {
  return i32(changetype<usize>(subject)) | kind;
}

export function subjectOf<T>(event: i32): T {
  return changetype<T>(usize(event & ~Kind.mask));
}
