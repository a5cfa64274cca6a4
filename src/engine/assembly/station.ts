import { Rule, WhenDown } from "../plan-codes";
import { Law } from "./law";
import { List } from "./list";
import { Pool } from "./server";
import { StationIntervals, StaySums } from "./sums";

/** A place with lines and pools of servers. */
export class Station {
  number: i32 = 0;
  /** Bits of `Has`. */
  has: i32 = 0;
  rule: Rule = Rule.firstInList;
  levels: i32 = 1;
  pools: StaticArray<Pool> = new StaticArray<Pool>(0);
  /** What is told of each group here. */
  stays: StaticArray<Stay> = new StaticArray<Stay>(0);
  gap: f64 = 0;
  absentTicket: f64 = 0;
  room: f64 = 0;
  balksWhenFull: bool = false;
  whenDown: WhenDown = WhenDown.wait;
  /** Visitors served together. */
  batch: i32 = 1;
  breakdownEvery: Law | null = null;
  breakdownRepair: Law | null = null;
  /** Its row of intervals of the day. */
  intervals: StationIntervals = changetype<StationIntervals>(0);
  /** Hash of the name: keys breakdowns and random calls. */
  stream: i32 = 0;

  // Of the day.
  key0: i32 = 0;
  key1: i32 = 0;
  waiting: i32 = 0;
  /** Free servers, all pools together. */
  idle: i32 = 0;
  /** May have somebody to call. */
  isNoticed: bool = false;
  /** Random calls so far. */
  calls: i32 = 0;

  hasWorkingServerFor(line: Line): bool {
    for (let i = 0; i < this.pools.length; i++) {
      if (this.pools[i].working > 0 && this.pools[i].serves(line)) return true;
    }
    return false;
  }

  /** Is there no room for one more in a line? Those whom a free server is about to call need none. */
  isFullFor(line: Line): bool {
    if (f64(this.waiting) < this.room) return false;
    let idle = 0;
    for (let i = 0; i < this.pools.length; i++) if (this.pools[i].serves(line)) idle += this.pools[i].idleCount;
    return f64(this.waiting - idle) >= this.room;
  }

  /**
   * People waiting before one who joins this line: all those in the lines that its servers call from. A free server counts
   * as less than nobody.
   */
  queueFor(line: Line): i32 {
    if (this.pools.length === 1) return this.waiting - this.idle;
    let queue = 0;
    for (let i = 0; i < this.pools.length; i++) {
      const pool = this.pools[i];
      if (!pool.serves(line)) continue;
      queue += pool.waitingToReturn() - pool.idleCount;
      for (let j = 0; j < pool.lines.length; j++) {
        if (!this.isCalledBefore(pool.lines[j], i, line)) queue += pool.lines[j].waiting();
      }
    }
    return queue;
  }

  /** Does a pool listed before this one, which serves the line too, call from that other one? */
  isCalledBefore(other: Line, pool: i32, line: Line): bool {
    for (let i = 0; i < pool; i++) if (this.pools[i].serves(line) && this.pools[i].serves(other)) return true;
    return false;
  }

  clear(): void {
    this.waiting = 0;
    this.idle = 0;
    this.isNoticed = false;
    this.calls = 0;
  }
}

/** A waiting line of a station: its people need the same skill. */
export class Line {
  constructor(
    public station: Station,
    /** By level, the first called first. */
    public lists: StaticArray<List>,
  ) {}

  /** People in it who have not given up. Costs its length. */
  waiting(): i32 {
    let count = 0;
    for (let i = 0; i < this.lists.length; i++) count += this.lists[i].countWaiting();
    return count;
  }
}

/** A group at a station. */
export class Stay {
  constructor(
    public level: i32,
    /** null: waits as long as it takes. */
    public patience: Law | null,
    public sums: StaySums,
  ) {}
}
