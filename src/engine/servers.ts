import type { Plan } from "#plan/plan.js";

/** What a server is doing. */
export const enum ServerState {
  off = 0,
  idle = 1,
  busy = 2,
  down = 3,
}

/** Whole numbers of a server: `servers[(server << OfServer.bits) + column]`. */
export const enum OfServer {
  pool = 0,
  station = 1,
  /** See {@link ServerState}. */
  state = 2,
  /** Visitors in hand: several in a lift. */
  inHand = 3,
  /** 1: breaks down as soon as the visitor in hand is served. */
  isFailing = 4,
  /** Breakdowns so far; keys the draws. */
  breakdowns = 5,
  bits = 3,
}

/** Whole numbers of a pool: `pools[(pool << OfPool.bits) + column]`. */
export const enum OfPool {
  /** The pool's servers are those from `first` to before `end`. */
  first = 0,
  end = 1,
  /** Servers the roster wants. */
  wanted = 2,
  /** Servers there, the broken ones included. */
  present = 3,
  /** Servers there and in working order. */
  working = 4,
  idle = 5,
  /** Position in the roster. */
  shift = 6,
  station = 7,
  bits = 3,
}

/** The servers of all pools: who is there, who is free, who is to leave. */
export class Servers {
  readonly count: number;
  /** See {@link OfServer}. */
  readonly servers: Int32Array;
  /** See {@link OfPool}. */
  readonly pools: Int32Array;
  /** Since when the server is occupied without a visitor. */
  readonly busySince: Float64Array;
  /** By pool: up to when work beyond the shift's end has been counted. */
  readonly lateSince: Float64Array;
  readonly #poolCount: number;
  /** Stacks of idle servers, one a pool, each as long as the pool. */
  readonly #idleServers: Int32Array;

  constructor({ pools }: Plan) {
    this.#poolCount = pools.length;
    this.pools = new Int32Array(pools.length << OfPool.bits);
    let count = 0;
    pools.forEach((planned, p) => {
      const pool = p << OfPool.bits;
      this.pools[pool | OfPool.first] = count;
      count += planned.servers;
      this.pools[pool | OfPool.end] = count;
      this.pools[pool | OfPool.station] = planned.station;
    });
    this.count = count;
    this.servers = new Int32Array(this.count << OfServer.bits);
    pools.forEach((planned, p) => {
      for (let server = this.firstOf(p); server < this.endOf(p); server++) {
        this.servers[(server << OfServer.bits) | OfServer.pool] = p;
        this.servers[(server << OfServer.bits) | OfServer.station] = planned.station;
      }
    });
    this.busySince = new Float64Array(this.count);
    this.lateSince = new Float64Array(pools.length);
    this.#idleServers = new Int32Array(this.count);
  }

  clear(): void {
    for (let server = 0; server < this.count; server++) {
      const first = server << OfServer.bits;
      this.servers.fill(0, first | OfServer.state, first | (OfServer.breakdowns + 1));
    }
    for (let pool = 0; pool < this.#poolCount; pool++) {
      const first = pool << OfPool.bits;
      this.pools.fill(0, first | OfPool.wanted, first | (OfPool.shift + 1));
    }
  }

  firstOf(pool: number): number {
    return this.pools[(pool << OfPool.bits) | OfPool.first];
  }

  endOf(pool: number): number {
    return this.pools[(pool << OfPool.bits) | OfPool.end];
  }

  idleOf(pool: number): number {
    return this.pools[(pool << OfPool.bits) | OfPool.idle];
  }

  poolOf(server: number): number {
    return this.servers[(server << OfServer.bits) | OfServer.pool];
  }

  stationOf(server: number): number {
    return this.servers[(server << OfServer.bits) | OfServer.station];
  }

  stateOf(server: number): ServerState {
    return this.servers[(server << OfServer.bits) | OfServer.state];
  }

  setState(server: number, state: ServerState): void {
    this.servers[(server << OfServer.bits) | OfServer.state] = state;
  }

  /** An idle server of a pool, which has one. */
  takeIdle(pool: number): number {
    const { pools } = this;
    const at = pool << OfPool.bits;
    return this.#idleServers[pools[at | OfPool.first] + --pools[at | OfPool.idle]];
  }

  /** Takes this idle server and no other. */
  takeThis(server: number): void {
    const pool = this.poolOf(server);
    const first = this.firstOf(pool);
    const last = --this.pools[(pool << OfPool.bits) | OfPool.idle];
    let at = last;
    while (this.#idleServers[first + at] !== server) at--;
    this.#idleServers.copyWithin(first + at, first + at + 1, first + last + 1);
  }

  makeIdle(server: number): void {
    const { pools, servers } = this;
    const at = server << OfServer.bits;
    const pool = servers[at | OfServer.pool] << OfPool.bits;
    servers[at | OfServer.state] = ServerState.idle;
    this.#idleServers[pools[pool | OfPool.first] + pools[pool | OfPool.idle]++] = server;
  }

  /** Does the pool have more servers than the roster wants? Then the next to be free leaves. */
  isOverstaffed(pool: number): boolean {
    const { pools } = this;
    const at = pool << OfPool.bits;
    return pools[at | OfPool.present] > pools[at | OfPool.wanted];
  }

  /** A server of the pool who is not there; -1: none. */
  anyOff(pool: number): number {
    for (let server = this.firstOf(pool); server < this.endOf(pool); server++) {
      if (this.stateOf(server) === ServerState.off) return server;
    }
    return -1;
  }
}
