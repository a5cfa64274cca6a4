import { Group } from "./group";
import { List } from "./list";
import { Pool } from "./server";
import { Source } from "./source";
import { Line, Station } from "./station";
import { Step } from "./step";

/** The one centre of this machine: a machine is made once a plan. */
class Centre {
  closes: f64;
  closesAtOnce: bool;
  isTraced: bool;
  keepsLedger: bool;
  groups: StaticArray<Group>;
  stations: StaticArray<Station>;
  lines: StaticArray<Line>;
  pools: StaticArray<Pool>;
  sources: StaticArray<Source>;
  /** First step of each service. */
  entries: StaticArray<Step>;
  /** The lists of the lines, level by level, and behind them those of the servers. */
  lists: StaticArray<List>;
  /** Does anybody return to the same server? Then visitors remember who served them. */
  remembers: bool;

  // Of the day.
  /** Visitors inside. */
  inside: i32;
  /** Sources from which somebody is still to come. */
  openSources: i32;
  /** Servers who have somebody in hand, close a case or look for the holder of a ticket. */
  occupied: i32;
  /** Visitors who have joined a line so far. */
  joins: i32;
  /** Events taken so far. */
  taken: i64;
  /** Breakdowns and repairs on the calendar. */
  plannedFailures: i32;
}

/** At a fixed place in memory: whatever reads it need not look where it is. */
export const centre: Centre = changetype<Centre>(memory.data(offsetof<Centre>(), 16));
