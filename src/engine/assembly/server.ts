import { List } from "./list";
import { Line, Station } from "./station";

export const enum ServerState {
  off = 0,
  idle = 1,
  busy = 2,
  down = 3,
}

/** Who or what serves. */
export class Server {
  state: ServerState = ServerState.off;
  /** Visitors in hand: several in a lift. */
  inHand: i32 = 0;
  /** Breaks down as soon as the visitor in hand is served. */
  isFailing: bool = false;
  /** Waits for repair, on duty (then it is down) or not. */
  isBroken: bool = false;
  /** Breakdowns so far; keys the draws. */
  breakdowns: i32 = 0;
  /** Since when the server is occupied without a visitor, and in which interval that began. */
  busySince: f64 = 0;
  busySinceIn: i32 = 0;
  /** Those who wait for this very server. */
  readonly returning: List = new List();

  constructor(
    /** From 0 in the pool; at the station: the key of breakdowns. */
    public number: i32,
    public numberAtStation: i32,
    public pool: Pool,
    public station: Station,
  ) {}
}

/** Is the server at work, free or not? */
export function isThere(server: Server): bool {
  return server.state === ServerState.idle || server.state === ServerState.busy;
}

/** Servers of one station who can do the same, on one roster. */
export class Pool {
  /** Whom they serve, the preferred first. */
  lines: StaticArray<Line> = new StaticArray<Line>(0);
  /** The lists of those lines, whom they call first in front. */
  lists: StaticArray<List> = new StaticArray<List>(0);
  /** They take whoever joined first in any of the lines. */
  isLongestWaiting: bool = false;
  rosterTimes: StaticArray<f64> = new StaticArray<f64>(0);
  rosterCounts: StaticArray<i32> = new StaticArray<i32>(0);
  servers: StaticArray<Server> = new StaticArray<Server>(0);

  // Of the day.
  /** Servers the roster wants. */
  wanted: i32 = 0;
  /** Servers there, the broken ones included. */
  present: i32 = 0;
  /** Servers there and in working order. */
  working: i32 = 0;
  /** How many of `idle` are; the last free is called first. */
  idleCount: i32 = 0;
  idle: StaticArray<Server> = new StaticArray<Server>(0);
  /** Position in the roster. */
  shift: i32 = 0;
  /** Up to when work beyond the shift's end has been counted. */
  lateSince: f64 = 0;

  constructor(
    public number: i32,
    public station: Station,
  ) {}

  /** Does the pool have more servers than the roster wants? Then the next to be free leaves. */
  get isOverstaffed(): bool {
    return this.present > this.wanted;
  }

  takeIdle(): Server {
    this.station.idle--;
    return this.idle[--this.idleCount];
  }

  /** Takes this idle server and no other. */
  takeThis(server: Server): void {
    this.station.idle--;
    const last = --this.idleCount;
    let at = last;
    while (this.idle[at] !== server) at--;
    for (; at < last; at++) this.idle[at] = this.idle[at + 1];
  }

  makeIdle(server: Server): void {
    server.state = ServerState.idle;
    this.station.idle++;
    this.idle[this.idleCount++] = server;
  }

  /** A server who is not there, rather one in working order; null: none. */
  anyOff(): Server | null {
    let broken: Server | null = null;
    for (let i = 0; i < this.servers.length; i++) {
      const server = this.servers[i];
      if (server.state !== ServerState.off) continue;
      if (!server.isBroken) return server;
      if (broken === null) broken = server;
    }
    return broken;
  }

  serves(line: Line): bool {
    return this.lines.includes(line);
  }

  /** People who wait for one certain server of the pool. Costs their number. */
  waitingToReturn(): i32 {
    let count = 0;
    for (let i = 0; i < this.servers.length; i++) count += this.servers[i].returning.countWaiting();
    return count;
  }

  clear(): void {
    this.wanted = 0;
    this.present = 0;
    this.working = 0;
    this.idleCount = 0;
    this.shift = 0;
    for (let i = 0; i < this.servers.length; i++) {
      const server = this.servers[i];
      server.state = ServerState.off;
      server.inHand = 0;
      server.isFailing = false;
      server.isBroken = false;
      server.breakdowns = 0;
    }
  }
}
