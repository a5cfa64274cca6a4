import { Outcome } from "../../plan/program";
import { DayColumn, DayIntervalColumn, StationIntervalColumn, StayColumn, VisitColumn } from "../columns";
import { Quantile } from "../quantile";
import * as calendar from "./calendar";
import { ratingOf } from "./rating";
import { Station } from "./station";
import { DayInterval, DaySums, StationIntervals, StaySums, VisitSums } from "./sums";
import { Visitor } from "./visitor";
import * as waitCounts from "./wait-counts";

// What one replication counts and adds up. Times are multiples of 2^-20 s, so the order of adding does not matter.

let groups: i32 = 0;
let stations: i32 = 0;
let services: i32 = 0;
let intervals: i32 = 0;
let closes: f64 = 0;
let intervalWidth: f64 = 0;
let promise: f64 = 0;
/** Starts of the intervals, and Infinity: the last, after closing, has no end. */
let starts: StaticArray<f64> = new StaticArray<f64>(0);

/** All sums, laid out as in src/engine/sums-layout.ts. */
let sums: usize = 0;
/** In bytes. */
let size: i32 = 0;
// Where those of each kind begin: rows `[service * groups + group]`, `[station * groups + group]`,
// `[station * intervals + interval]`, `[interval]`.
let visitSums: usize = 0;
let staySums: usize = 0;
let stationIntervals: usize = 0;
let dayIntervals: usize = 0;
/** Work of servers beyond the end of their shift within the day, by station. */
let lateShift: usize = 0;
let day: DaySums = changetype<DaySums>(0);

/** The interval of the day that `calendar.now` lies in. */
export let interval: i32 = 0;
let intervalEnds: f64 = 0;

/** @param room How many doubles to make room for: the sums, and what is worked out of them. @returns where they stand */
export function allot(
  stationCount: i32,
  serviceCount: i32,
  groupCount: i32,
  intervalStarts: StaticArray<f64>,
  room: i32,
): usize {
  stations = stationCount;
  services = serviceCount;
  groups = groupCount;
  intervals = intervalStarts.length;
  starts = new StaticArray<f64>(intervals + 1);
  for (let i = 0; i < intervals; i++) starts[i] = intervalStarts[i];
  starts[intervals] = Infinity;
  const cells = stations + services + groups + 1;
  sums = heap.alloc(room << 3);
  visitSums = sums;
  staySums = visitSums + ((services * groups * VisitColumn.count) << 3);
  stationIntervals = staySums + ((stations * groups * StayColumn.count) << 3);
  dayIntervals = stationIntervals + ((stations * intervals * StationIntervalColumn.count) << 3);
  lateShift = dayIntervals + ((intervals * DayIntervalColumn.count) << 3);
  const quantiles = lateShift + (stations << 3);
  const daySums = quantiles + ((cells * Quantile.count) << 3);
  day = changetype<DaySums>(daySums);
  size = i32(daySums - sums) + (DayColumn.count << 3);
  waitCounts.allot(cells, quantiles);
  return sums;
}

export function setDay(itCloses: f64, width: f64, promisedWait: f64): void {
  closes = itCloses;
  intervalWidth = width;
  promise = promisedWait;
}

export function clear(): void {
  memory.fill(sums, 0, size);
  waitCounts.clear();
  interval = 0;
  intervalEnds = starts[1];
}

export function staySumsOf(station: i32, group: i32): StaySums {
  return changetype<StaySums>(staySums + (((station * groups + group) * StayColumn.count) << 3));
}

export function stationIntervalsOf(station: i32): StationIntervals {
  return changetype<StationIntervals>(stationIntervals + ((station * intervals * StationIntervalColumn.count) << 3));
}

export function visitSumsOf(service: i32, group: i32): VisitSums {
  return changetype<VisitSums>(visitSums + (((service * groups + group) * VisitColumn.count) << 3));
}

/** To be called when the clock has moved on. */
export function moveOn(): void {
  while (calendar.now >= intervalEnds) intervalEnds = starts[++interval + 1];
}

/** The interval of the day that a moment lies in. */
export function intervalAt(time: f64): i32 {
  if (time >= closes) return intervals - 1;
  return min(i32(time / intervalWidth), intervals - 2);
}

export function countArrival(visitor: Visitor): void {
  visitor.arrivedIn = interval;
  visitor.sums.came += 1;
  dayInterval(interval).came += 1;
}

/** A visitor no longer waits at a station: from `joined` to `called`, there called or, if not, gone. */
export function enterWait(visitor: Visitor, station: Station, isCalled: bool): void {
  const wait = visitor.called - visitor.joined;
  const sums = visitor.stay.sums;
  sums.joined += 1;
  sums.queued += wait;
  if (isCalled) {
    sums.called += 1;
    sums.queuedByCalled += wait;
  }
  visitor.waited += wait;
  waitCounts.count(station.number, waitCounts.binOf(wait));
  const from = visitor.joinedIn;
  const to = visitor.calledIn;
  const first = station.intervals.at(from);
  first.joined += 1;
  first.queued += wait;
  if (from === to) first.waiting += wait;
  else {
    const last = station.intervals.at(to);
    first.waiting += starts[from + 1] - visitor.joined;
    last.waiting += visitor.called - starts[to];
    station.intervals.at(from + 1).waitingWholes += 1;
    last.waitingWholes -= 1;
  }
}

/** A server has worked from a moment in an interval until now. */
export function enterWork(station: Station, since: f64, from: i32): void {
  const first = station.intervals.at(from);
  if (from === interval) first.busy += calendar.now - since;
  else {
    const last = station.intervals.at(interval);
    first.busy += starts[from + 1] - since;
    last.busy += calendar.now - starts[interval];
    station.intervals.at(from + 1).busyWholes += 1;
    last.busyWholes -= 1;
  }
}

/** A visit ends, at `left` in an interval. */
export function enterVisit(visitor: Visitor, outcome: Outcome, left: f64, leftIn: i32): void {
  const sums = visitor.sums;
  const time = left - visitor.arrived;
  const waited = visitor.waited;
  sums.end(outcome);
  sums.timeInside += time;
  if (visitor.hasJoined) {
    sums.joiners += 1;
    sums.waited += waited;
    const bin = waitCounts.binOf(waited);
    waitCounts.count(stations + visitor.service, bin);
    waitCounts.count(stations + services + visitor.group.number, bin);
    waitCounts.count(stations + services + groups, bin);
  }
  if (outcome === Outcome.served) {
    sums.timeOfServed += time;
    sums.waitedByServed += waited;
    if (waited <= promise) sums.withinPromise += 1;
    sums.rating += ratingOf(waited);
  }
  if (left > day.lastLeft) day.lastLeft = left;
  const from = visitor.arrivedIn;
  const first = dayInterval(from);
  first.waited += waited;
  if (from === leftIn) first.inside += time;
  else {
    const last = dayInterval(leftIn);
    first.inside += starts[from + 1] - visitor.arrived;
    last.inside += left - starts[leftIn];
    dayInterval(from + 1).insideWholes += 1;
    last.insideWholes -= 1;
  }
}

export function addLateWork(station: Station, serverSeconds: f64): void {
  const at = lateShift + (station.number << 3);
  store<f64>(at, load<f64>(at) + serverSeconds);
}

/**
 * Turns whole intervals into seconds, and counts into order statistics. To be called once, after the last event.
 *
 * @param lost visitors who are neither out nor counted as inside
 */
export function close(lost: i32): void {
  waitCounts.close();
  day.giniOfWaits = waitCounts.giniOf(stations + services + groups);
  day.lost = lost;
  let inside: f64 = 0;
  for (let i = 0; i < intervals - 1; i++) {
    const here = dayInterval(i);
    inside += here.insideWholes;
    here.inside += inside * (starts[i + 1] - starts[i]);
  }
  for (let station = 0; station < stations; station++) {
    const row = stationIntervalsOf(station);
    let waiting: f64 = 0;
    let busy: f64 = 0;
    for (let i = 0; i < intervals - 1; i++) {
      const here = row.at(i);
      const width = starts[i + 1] - starts[i];
      waiting += here.waitingWholes;
      busy += here.busyWholes;
      here.waiting += waiting * width;
      here.busy += busy * width;
    }
  }
}

function dayInterval(index: i32): DayInterval {
  return changetype<DayInterval>(dayIntervals + ((index * DayIntervalColumn.count) << 3));
}
