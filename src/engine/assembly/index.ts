import { Rank } from "../rank";
import * as ownCalendar from "./calendar";
import { centre } from "./centre";
import * as day from "./day";
import * as formulas from "./formulas";
import { Law } from "./law";
import { load as loadPlan } from "./load";
import * as random from "./random";
import { Reader } from "./reader";
import { drawUniforms } from "./uniforms";
import * as waitCounts from "./wait-counts";

// The face of the engine: what TypeScript calls. See src/engine/machine.ts.

/** Room for a plan of so many doubles. */
export function allot(doubles: i32): usize {
  return heap.alloc(usize(doubles) << 3);
}

/** Builds the centre from the plan written there. To be called once. */
export function load(plan: usize): void {
  loadPlan(new Reader(plan));
}

/** To be called before each replication, for each source. */
export function setDayFactor(source: i32, factor: f64): void {
  centre.sources[source].dayFactor = factor;
}

/** Begins a replication. */
export function open(seed0: i32, seed1: i32, replication: i32): void {
  day.open(seed0, seed1, replication);
}

/** Lets so many events happen; false when the replication is over. Its sums are then good until the next. */
export function goOn(events: i32): bool {
  return day.goOn(events);
}

// What came of it: see src/engine/worksheet.ts.

export function registers(): usize {
  return formulas.registers;
}
export function measures(): usize {
  return formulas.measures;
}
export function failedCheck(): i32 {
  return formulas.failedCheck();
}
export function gatherPool(): i32 {
  return waitCounts.gatherPool();
}
export function pool(): usize {
  return waitCounts.pool;
}
export function poolBins(): usize {
  return waitCounts.poolBins;
}
export function poolEnds(): usize {
  return waitCounts.poolEnds;
}
export function clearPool(): void {
  waitCounts.clearPool();
}
// The calendar alone, for its tests.

export function plan(time: f64, what: i32, rank: i32): void {
  if (rank === Rank.arrival) ownCalendar.planArrival(time, what);
  else ownCalendar.plan(time, what, rank);
}
export function next(): i32 {
  return ownCalendar.next();
}
export function now(): f64 {
  return ownCalendar.now;
}
export function taken(): f64 {
  return f64(ownCalendar.taken());
}
export function planned(): f64 {
  return f64(ownCalendar.planned);
}
export function isDueBefore(rank: i32): bool {
  return ownCalendar.isDueBefore(rank);
}
export function clear(): void {
  ownCalendar.clear();
}

// Random numbers alone, for their tests.

export function threefry0(key0: i32, key1: i32, counter0: i32, counter1: i32): i32 {
  return random.firstWord(random.threefry(key0, key1, counter0, counter1));
}
export function threefry1(key0: i32, key1: i32, counter0: i32, counter1: i32): i32 {
  return random.secondWord(random.threefry(key0, key1, counter0, counter1));
}
/** Where the uniforms of eight visitors from `first` on stand. */
export function uniforms(key0: i32, key1: i32, first: i32, purpose: i32): usize {
  const into = new StaticArray<f64>(8);
  drawUniforms(into, key0, key1, first, purpose);
  return changetype<usize>(into);
}
export function sample(kind: i32, first: f64, second: f64, key0: i32, key1: i32, number: i32): f64 {
  return new Law(-1, kind, first, second).sample(key0, key1, number, 0, 0);
}
