import type { Plan } from "#plan/plan.js";

/** What a server is doing. */
export const enum ServerState {
  off = 0,
  idle = 1,
  busy = 2,
  down = 3,
}

/** The servers of all pools: who is there, who is free, who is to leave. */
export class Servers {
  readonly count: number;
  readonly pool: Int32Array;
  readonly state: Uint8Array;
  /** Since when the server is occupied. */
  readonly busySince: Float64Array;
  /** Visitors in hand: several in a lift. */
  readonly inHand: Int32Array;
  /** Breaks down as soon as the visitor in hand is served. */
  readonly isFailing: Uint8Array;
  /** Breakdowns so far; keys the draws. */
  readonly breakdowns: Int32Array;

  // By pool.
  readonly first: Int32Array;
  /** Servers the roster wants. */
  readonly wanted: Int32Array;
  /** Servers there, the broken ones included. */
  readonly present: Int32Array;
  /** Servers there and in working order. */
  readonly working: Int32Array;
  readonly idle: Int32Array;
  /** Position in the roster. */
  readonly shift: Int32Array;
  /** Since when somebody works beyond the shift's end; the first to finish leaves. */
  readonly lateSince: Float64Array;
  /** Stacks of idle servers, one a pool, each as long as the pool. */
  readonly #idleServers: Int32Array;

  constructor(plan: Plan) {
    const { pools } = plan;
    this.first = new Int32Array(pools.length + 1);
    pools.forEach((pool, p) => {
      this.first[p + 1] = this.first[p] + pool.servers;
    });
    this.count = this.first[pools.length];
    this.pool = new Int32Array(this.count);
    pools.forEach((_, p) => {
      this.pool.fill(p, this.first[p], this.first[p + 1]);
    });
    this.state = new Uint8Array(this.count);
    this.busySince = new Float64Array(this.count);
    this.inHand = new Int32Array(this.count);
    this.isFailing = new Uint8Array(this.count);
    this.breakdowns = new Int32Array(this.count);
    this.wanted = new Int32Array(pools.length);
    this.present = new Int32Array(pools.length);
    this.working = new Int32Array(pools.length);
    this.idle = new Int32Array(pools.length);
    this.shift = new Int32Array(pools.length);
    this.lateSince = new Float64Array(pools.length);
    this.#idleServers = new Int32Array(this.count);
  }

  clear(): void {
    this.state.fill(ServerState.off);
    this.inHand.fill(0);
    this.isFailing.fill(0);
    this.breakdowns.fill(0);
    for (const array of [this.wanted, this.present, this.working, this.idle, this.shift]) array.fill(0);
  }

  /** An idle server of a pool, which has one. */
  takeIdle(pool: number): number {
    return this.#idleServers[this.first[pool] + --this.idle[pool]];
  }

  /** Takes this idle server and no other. */
  takeThis(server: number): void {
    const pool = this.pool[server];
    const first = this.first[pool];
    const last = --this.idle[pool];
    let at = last;
    while (this.#idleServers[first + at] !== server) at--;
    this.#idleServers.copyWithin(first + at, first + at + 1, first + last + 1);
  }

  makeIdle(server: number): void {
    const pool = this.pool[server];
    this.state[server] = ServerState.idle;
    this.#idleServers[this.first[pool] + this.idle[pool]++] = server;
  }

  /** Does the pool have more servers than the roster wants? Then the next to be free leaves. */
  isOverstaffed(pool: number): boolean {
    return this.present[pool] > this.wanted[pool];
  }

  /** A server of the pool who is not there; -1: none. */
  anyOff(pool: number): number {
    for (let server = this.first[pool]; server < this.first[pool + 1]; server++) {
      if (this.state[server] === ServerState.off) return server;
    }
    return -1;
  }
}
