// What the engine asks of TypeScript: see src/engine/machine.ts.

/** The quantile function of a law that the engine does not sample itself. */
export declare function quantile(law: i32, u: f64): f64;

/**
 * Something happened: only called when the run is traced. `visitor`: number in its source; -1: no visitor (source, group and
 * service neither), station, server.
 */
export declare function tell(
  time: f64,
  fact: i32,
  source: i32,
  visitor: i32,
  group: i32,
  service: i32,
  station: i32,
  pool: i32,
  server: i32,
): void;

/** A visitor has left: only called when visitors are compared one by one. */
export declare function record(source: i32, visitor: i32, group: i32, outcome: i32, time: f64): void;

// Another calendar in place of the engine's own.
export declare function planThere(due: f64, what: i32, rank: i32): void;
export declare function nextThere(): i32;
export declare function nowThere(): f64;
export declare function takenThere(): f64;
export declare function isDueBeforeThere(rank: i32): bool;
export declare function clearThere(): void;
