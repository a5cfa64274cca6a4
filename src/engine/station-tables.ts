import type { Plan, PlannedStation } from "#plan/plan.js";

export const enum Rule {
  firstInList = 0,
  lastCome = 1,
  random = 2,
}
export const enum WhenDown {
  wait = 0,
  deny = 1,
  turnAway = 2,
}

/** Whole numbers of a station: `words[(station << OfStation.bits) + column]`. The first three change during the day. */
export const enum OfStation {
  /** People waiting. */
  waiting = 0,
  /** 1: may have somebody to call. */
  isNoticed = 1,
  /** Random calls so far. */
  calls = 2,
  /** See {@link Has}. */
  has = 3,
  /** The station's pools are those from `firstPool` to before `endPool`. */
  firstPool = 4,
  endPool = 5,
  levels = 6,
  /** See {@link Rule}. */
  rule = 7,
  bits = 3,
}

/** What a station has that most have not: bits of {@link OfStation.has}, asked before anything rarer is looked at. */
export const enum Has {
  gap = 1,
  absentTicket = 2,
  /** Limited room. */
  room = 4,
  /** Those who come are sent away when nobody can serve them. */
  barrier = 8,
  /** The length of its queue is right at every moment. */
  watch = 16,
  /** Visitors who return to the server they had. */
  returns = 32,
  batch = 64,
  /** A rule other than first come, first called. */
  rule = 128,
}

/** Station and group: `cells[(cell << Cell.bits) + column]`, where `cell` is `station * groups + group`. */
export const enum Cell {
  /** Distribution; -1: waits as long as it takes. */
  patience = 0,
  level = 1,
  bits = 1,
}

/** The plan's stations, lines and pools as flat tables, for the hot path. */
export class StationTables {
  /** See {@link OfStation}. */
  readonly words: Int32Array;
  readonly gap: Float64Array;
  readonly absentTicket: Float64Array;
  readonly room: Float64Array;
  readonly balksWhenFull: Uint8Array;
  readonly whenDown: Uint8Array;
  readonly batch: Int32Array;
  /** See {@link Cell}. */
  readonly cells: Int32Array;
  /** By line: its station, its first list; the lists of its levels follow one another. */
  readonly stationOfLine: Int32Array;
  readonly firstList: Int32Array;
  readonly lists: number;
  readonly linesOfPool: readonly Int32Array[];
  /** By pool: its lists are those from `onlyFrom` to before `onlyTo`, the preferred first; -1: it has several lines. */
  readonly onlyFrom: Int32Array;
  readonly onlyTo: Int32Array;
  readonly isLongestWaiting: Uint8Array;

  constructor(plan: Plan, isWatchingAll: boolean) {
    const { stations, lines, pools } = plan;
    const rules = {
      "first-come": Rule.firstInList,
      priority: Rule.firstInList,
      "last-come": Rule.lastCome,
      random: Rule.random,
    };
    const downs = { wait: WhenDown.wait, deny: WhenDown.deny, "turn-away": WhenDown.turnAway };
    this.words = Int32Array.from(
      stations.flatMap((station) => {
        const has = featuresOf(station) | (isWatchingAll ? Has.watch : 0);
        const { firstPool, poolCount, levelCount } = station;
        return [0, 0, 0, has, firstPool, firstPool + poolCount, levelCount, rules[station.rule]];
      }),
    );
    this.gap = Float64Array.from(stations, (station) => station.gap);
    this.absentTicket = Float64Array.from(stations, (station) => station.absentTicket);
    this.room = Float64Array.from(stations, (station) => station.room);
    this.balksWhenFull = Uint8Array.from(stations, (station) => (station.whenFull === "balk" ? 1 : 0));
    this.whenDown = Uint8Array.from(stations, (station) => downs[station.whenDown]);
    this.batch = Int32Array.from(stations, (station) => station.batch);
    this.cells = Int32Array.from(
      stations.flatMap((station) =>
        [...station.patience].flatMap((patience, group) => [patience, station.levels[group]]),
      ),
    );
    this.stationOfLine = Int32Array.from(lines, (line) => line.station);
    this.firstList = new Int32Array(lines.length);
    let lists = 0;
    lines.forEach((line, i) => {
      this.firstList[i] = lists;
      lists += stations[line.station].levelCount;
    });
    this.lists = lists;
    this.linesOfPool = pools.map((pool) => pool.lines);
    this.onlyFrom = Int32Array.from(pools, (pool) => (pool.lines.length === 1 ? this.firstList[pool.lines[0]] : -1));
    this.onlyTo = this.onlyFrom.map((from, pool) => from + stations[pools[pool].station].levelCount);
    this.isLongestWaiting = Uint8Array.from(pools, (pool) => (pool.longestWaiting ? 1 : 0));
  }

  /** Forgets the day. */
  clear(): void {
    for (let first = 0; first < this.words.length; first += 1 << OfStation.bits) {
      this.words.fill(0, first | OfStation.waiting, first | (OfStation.calls + 1));
    }
  }

  hasOf(station: number): number {
    return this.words[(station << OfStation.bits) | OfStation.has];
  }

  firstPoolOf(station: number): number {
    return this.words[(station << OfStation.bits) | OfStation.firstPool];
  }

  endPoolOf(station: number): number {
    return this.words[(station << OfStation.bits) | OfStation.endPool];
  }

  waitingAt(station: number): number {
    return this.words[(station << OfStation.bits) | OfStation.waiting];
  }
}

function featuresOf(station: PlannedStation): number {
  return (
    (station.gap > 0 ? Has.gap : 0) |
    (station.absentTicket > 0 ? Has.absentTicket : 0) |
    (station.room < Number.POSITIVE_INFINITY ? Has.room : 0) |
    (station.whenDown === "wait" ? 0 : Has.barrier) |
    (station.isWatched ? Has.watch : 0) |
    (station.hasReturns ? Has.returns : 0) |
    (station.batch > 1 ? Has.batch : 0) |
    (station.rule === "last-come" || station.rule === "random" ? Has.rule : 0)
  );
}
