import { Outcome } from "../../plan/program";
import { Columns } from "../columns";
import * as calendar from "./calendar";
import { ratingOf } from "./rating";
import { Station } from "./station";
import { DayInterval, StationIntervals, StaySums, VisitSums } from "./sums";
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

/** Rows of sums: `[station * groups + group]`, `[service * groups + group]`, `[station * intervals + interval]`, `[interval]`. */
export let staySums: usize = 0;
export let visitSums: usize = 0;
export let stationIntervals: usize = 0;
export let dayIntervals: usize = 0;
/** Work of servers beyond the end of their shift within the day, by station. */
export let lateShift: usize = 0;

/** When the last visitor left. */
export let lastLeft: f64 = 0;
/** The interval of the day that `calendar.now` lies in. */
export let interval: i32 = 0;
let intervalEnds: f64 = 0;

export function allot(stationCount: i32, serviceCount: i32, groupCount: i32, intervalStarts: StaticArray<f64>): void {
  stations = stationCount;
  services = serviceCount;
  groups = groupCount;
  intervals = intervalStarts.length;
  starts = new StaticArray<f64>(intervals + 1);
  for (let i = 0; i < intervals; i++) starts[i] = intervalStarts[i];
  starts[intervals] = Infinity;
  staySums = heap.alloc((stations * groups * Columns.stay) << 3);
  visitSums = heap.alloc((services * groups * Columns.visit) << 3);
  stationIntervals = heap.alloc((stations * intervals * Columns.stationInterval) << 3);
  dayIntervals = heap.alloc((intervals * Columns.dayInterval) << 3);
  lateShift = heap.alloc(stations << 3);
  waitCounts.allot(stations + services + groups + 1);
}

export function setDay(itCloses: f64, width: f64, promisedWait: f64): void {
  closes = itCloses;
  intervalWidth = width;
  promise = promisedWait;
}

export function clear(): void {
  memory.fill(staySums, 0, (stations * groups * Columns.stay) << 3);
  memory.fill(visitSums, 0, (services * groups * Columns.visit) << 3);
  memory.fill(stationIntervals, 0, (stations * intervals * Columns.stationInterval) << 3);
  memory.fill(dayIntervals, 0, (intervals * Columns.dayInterval) << 3);
  memory.fill(lateShift, 0, stations << 3);
  waitCounts.clear();
  lastLeft = 0;
  interval = 0;
  intervalEnds = starts[1];
}

export function staySumsOf(station: i32, group: i32): StaySums {
  return changetype<StaySums>(staySums + (((station * groups + group) * Columns.stay) << 3));
}

export function stationIntervalsOf(station: i32): StationIntervals {
  return changetype<StationIntervals>(stationIntervals + ((station * intervals * Columns.stationInterval) << 3));
}

export function visitSumsOf(service: i32, group: i32): VisitSums {
  return changetype<VisitSums>(visitSums + (((service * groups + group) * Columns.visit) << 3));
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
  if (left > lastLeft) lastLeft = left;
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

/** Gini coefficient of all visitors' waits. */
export function giniOfWaits(): f64 {
  return waitCounts.giniOf(stations + services + groups);
}

/** Turns whole intervals into seconds, and counts into order statistics. To be called once, after the last event. */
export function close(): void {
  waitCounts.close();
  let inside: f64 = 0;
  for (let i = 0; i < intervals - 1; i++) {
    const day = dayInterval(i);
    inside += day.insideWholes;
    day.inside += inside * (starts[i + 1] - starts[i]);
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
  return changetype<DayInterval>(dayIntervals + ((index * Columns.dayInterval) << 3));
}
