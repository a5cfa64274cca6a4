import type { Plan } from "#plan/plan.js";

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

/** The plan's stations, lines and pools as flat tables, for the hot path. */
export class StationTables {
  readonly rule: Uint8Array;
  readonly gap: Float64Array;
  readonly absentTicket: Float64Array;
  readonly room: Float64Array;
  readonly balksWhenFull: Uint8Array;
  readonly whenDown: Uint8Array;
  readonly batch: Int32Array;
  readonly isWatched: Uint8Array;
  readonly hasReturns: Uint8Array;
  /** `patience[station * groups + group]`, `level[station * groups + group]` */
  readonly patience: Int32Array;
  readonly level: Int32Array;
  readonly levels: Int32Array;
  readonly firstPool: Int32Array;
  /** By line: its station, its first list; the lists of its levels follow one another. */
  readonly stationOfLine: Int32Array;
  readonly firstList: Int32Array;
  readonly lists: number;
  readonly stationOfPool: Int32Array;

  constructor(plan: Plan, isWatchingAll: boolean) {
    const { stations, lines, pools } = plan;
    const rules = { "first-come": Rule.firstInList, priority: Rule.firstInList, "last-come": Rule.lastCome, random: Rule.random };
    const downs = { wait: WhenDown.wait, deny: WhenDown.deny, "turn-away": WhenDown.turnAway };
    this.rule = Uint8Array.from(stations, (station) => rules[station.rule]);
    this.gap = Float64Array.from(stations, (station) => station.gap);
    this.absentTicket = Float64Array.from(stations, (station) => station.absentTicket);
    this.room = Float64Array.from(stations, (station) => station.room);
    this.balksWhenFull = Uint8Array.from(stations, (station) => (station.whenFull === "balk" ? 1 : 0));
    this.whenDown = Uint8Array.from(stations, (station) => downs[station.whenDown]);
    this.batch = Int32Array.from(stations, (station) => station.batch);
    this.isWatched = Uint8Array.from(stations, (station) => (station.isWatched || isWatchingAll ? 1 : 0));
    this.hasReturns = Uint8Array.from(stations, (station) => (station.hasReturns ? 1 : 0));
    this.patience = Int32Array.from(stations.flatMap((station) => [...station.patience]));
    this.level = Int32Array.from(stations.flatMap((station) => [...station.levels]));
    this.levels = Int32Array.from(stations, (station) => station.levelCount);
    this.firstPool = Int32Array.from([...stations.map((station) => station.firstPool), pools.length]);
    this.stationOfLine = Int32Array.from(lines, (line) => line.station);
    this.firstList = new Int32Array(lines.length);
    let lists = 0;
    lines.forEach((line, i) => {
      this.firstList[i] = lists;
      lists += stations[line.station].levelCount;
    });
    this.lists = lists;
    this.stationOfPool = Int32Array.from(pools, (pool) => pool.station);
  }
}
