import { Group } from "./group";
import { List } from "./list";
import { Pool, Server } from "./server";
import { Source } from "./source";
import { Line, Station } from "./station";
import { Step } from "./step";

/** The one centre of this machine: a machine is made once a plan. */
class Centre {
  closes: f64 = 0;
  closesAtOnce: bool = false;
  isTraced: bool = false;
  keepsLedger: bool = false;
  groups: StaticArray<Group> = new StaticArray<Group>(0);
  stations: StaticArray<Station> = new StaticArray<Station>(0);
  lines: StaticArray<Line> = new StaticArray<Line>(0);
  pools: StaticArray<Pool> = new StaticArray<Pool>(0);
  servers: StaticArray<Server> = new StaticArray<Server>(0);
  sources: StaticArray<Source> = new StaticArray<Source>(0);
  /** First step of each service. */
  entries: StaticArray<Step> = new StaticArray<Step>(0);
  /** The lists of the lines, level by level, and behind them those of the servers. */
  lists: StaticArray<List> = new StaticArray<List>(0);
  /** Does anybody return to the same server? Then visitors remember who served them. */
  remembers: bool = false;

  // Of the day.
  /** Visitors inside. */
  inside: i32 = 0;
  /** Sources from which somebody is still to come. */
  openSources: i32 = 0;
  /** Servers who have somebody in hand, close a case or look for the holder of a ticket. */
  occupied: i32 = 0;
  /** Visitors who have joined a line so far. */
  joins: i32 = 0;
  /** Events taken so far. */
  taken: i64 = 0;
  /** Breakdowns and repairs on the calendar. */
  plannedFailures: i32 = 0;
}

export const centre = new Centre();
