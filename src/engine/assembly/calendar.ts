import { Rank } from "../rank";
import { clearThere, isDueBeforeThere, nextThere, nowThere, planThere, takenThere } from "./outside";

// The list of planned events: a heap in which every event has four below it, so that a processor finds the earliest of the four
// at once. Taking an event leaves a hole at the root, which the next planned event fills: in a queue almost every event plans one
// successor, and one pass down the heap then does the work of two. The next arrival waits beside the heap: it would only sink
// and rise among events that come and go.

/** What is kept of an event besides its time. */
@unmanaged
class Entry {
  /** Rank above the planning number, in one comparable number. */
  order: i64;
  what: i32;
}

/** The planning number's part of an order: enough for 2^48 events. */
const NUMBER: i64 = (1 << 48) - 1;
const RANK: i64 = 48;
/** Bytes of a time, and of an entry, as powers of two. */
const TIME: i32 = 3;
const ENTRY: i32 = 4;
/** Times beside those of the places: up to seven in front, to begin where fours should, and three behind, to end the last four. */
const MARGIN: i32 = 10;

/** Seconds of the event last taken. */
export let now: f64 = 0;
/** Planning number of the next event. */
export let planned: i64 = 0;
/** Is the list kept outside the engine? */
let isThere: bool = false;

let capacity: i32 = 256;
/** Seconds of the event at each place; Infinity where there is none, as far as places go in fours. Four below one stand side by side. */
let times: usize = allotTimes(capacity);
let entries: usize = heap.alloc(capacity << ENTRY);
let size: i32 = 0;
let hasHole: bool = false;
/** The arrival beside the heap. */
let arrivalTime: f64 = 0;
let arrivalOrder: i64 = 0;
let arrivalWhat: i32 = 0;
let hasArrival: bool = false;
let lastOrder: i64 = -1;

export function keepThere(): void {
  isThere = true;
}

/** Plans event `what` (from 0 to 2^31 - 1) at `time`, which is not before `now`. */
export function plan(time: f64, what: i32, rank: Rank): void {
  const number = planned++;
  if (isThere) return planThere(time, what, rank);
  const order = (i64(rank) << RANK) | number;
  if (hasHole) {
    hasHole = false;
    sink(time, order, what);
  } else {
    if (size === capacity) grow();
    rise(time, order, what);
  }
}

/** Plans an arrival. */
export function planArrival(time: f64, what: i32): void {
  // Of several sources one is beside the heap and the others are in it.
  if (isThere || hasArrival) return plan(time, what, Rank.arrival);
  hasArrival = true;
  arrivalTime = time;
  arrivalOrder = (i64(Rank.arrival) << RANK) | planned++;
  arrivalWhat = what;
}

/** Takes the earliest event and moves the clock to it; -1 when none is left. */
export function next(): i32 {
  if (isThere) {
    const what = nextThere();
    now = nowThere();
    return what;
  }
  if (hasHole) fillHole();
  if (hasArrival && (size === 0 || isBefore(arrivalTime, arrivalOrder, 0))) {
    hasArrival = false;
    now = arrivalTime;
    lastOrder = arrivalOrder;
    return arrivalWhat;
  }
  if (size === 0) return -1;
  hasHole = true;
  now = timeAt(0);
  lastOrder = entryAt(0).order;
  return entryAt(0).what;
}

/** Planning number of the event last taken. */
export function taken(): i64 {
  if (isThere) return i64(takenThere());
  return lastOrder < 0 ? -1 : lastOrder & NUMBER;
}

/** Is an event of a lower rank than this still due at the present instant? */
export function isDueBefore(rank: Rank): bool {
  if (isThere) return isDueBeforeThere(rank);
  const below = i64(rank) << RANK;
  if (hasArrival && arrivalTime === now && arrivalOrder < below) return true;
  if (!hasHole) return size > 0 && isDue(0, below);
  // The root is a hole: the earliest is one of the four below.
  return isAnyNow(1) && isDue(leastOf(1), below);
}

/** Forgets all events and sets the clock to 0. */
export function clear(): void {
  if (isThere) clearThere();
  for (let place = 0; place < size; place++) setTime(place, Infinity);
  size = 0;
  hasHole = false;
  hasArrival = false;
  planned = 0;
  lastOrder = -1;
  now = 0;
}

function timeAt(place: i32): f64 {
  return load<f64>(times + (place << TIME));
}

function setTime(place: i32, time: f64): void {
  store<f64>(times + (place << TIME), time);
}

function entryAt(place: i32): Entry {
  return changetype<Entry>(entries + (place << ENTRY));
}

function isDue(place: i32, below: i64): bool {
  return timeAt(place) === now && entryAt(place).order < below;
}

function isBefore(time: f64, order: i64, place: i32): bool {
  const itsTime = timeAt(place);
  return time < itsTime || (time === itsTime && order < entryAt(place).order);
}

function put(place: i32, time: f64, order: i64, what: i32): void {
  setTime(place, time);
  const entry = entryAt(place);
  entry.order = order;
  entry.what = what;
}

function move(from: i32, to: i32): void {
  setTime(to, timeAt(from));
  v128.store(entries + (to << ENTRY), v128.load(entries + (from << ENTRY)));
}

/** Is any of the four from a place on due at the present instant? */
function isAnyNow(first: i32): bool {
  const place = times + (first << TIME);
  const time = f64x2.splat(now);
  return v128.any_true(v128.or(f64x2.eq(v128.load(place), time), f64x2.eq(v128.load(place, 16), time)));
}

/** The earliest of the four from a place on, of which one at least is an event. */
function leastOf(first: i32): i32 {
  const place = times + (first << TIME);
  const one = v128.load(place);
  const two = v128.load(place, 16);
  const least = f64x2.pmin(one, two);
  const time = f64x2.pmin(least, i64x2.shuffle(least, least, 1, 0));
  const found = i64x2.bitmask(f64x2.eq(one, time)) | (i64x2.bitmask(f64x2.eq(two, time)) << 2);
  return (found & (found - 1)) === 0 ? first + ctz(found) : leastOfEqual(first, first + 31 - clz(found));
}

/** Of several at one time the one to happen first. */
function leastOfEqual(first: i32, last: i32): i32 {
  let least = last;
  for (let place = first; place < last; place++) {
    if (timeAt(place) === timeAt(least) && entryAt(place).order < entryAt(least).order) least = place;
  }
  return least;
}

function fillHole(): void {
  hasHole = false;
  size--;
  const order = entryAt(size).order;
  const what = entryAt(size).what;
  const time = timeAt(size);
  setTime(size, Infinity);
  if (size > 0) sink(time, order, what);
}

/** Puts an event at the root and lets it sink to its place. */
function sink(time: f64, order: i64, what: i32): void {
  let place = 0;
  for (;;) {
    const first = 4 * place + 1;
    if (first >= size) break;
    const least = leastOf(first);
    if (isBefore(time, order, least)) break;
    move(least, place);
    place = least;
  }
  put(place, time, order, what);
}

/** Puts an event at the end and lets it rise to its place. */
function rise(time: f64, order: i64, what: i32): void {
  let place = size++;
  while (place > 0) {
    const above = (place - 1) >> 2;
    if (!isBefore(time, order, above)) break;
    move(above, place);
    place = above;
  }
  put(place, time, order, what);
}

function grow(): void {
  const wider = allotTimes(2 * capacity);
  memory.copy(wider, times, capacity << TIME);
  times = wider;
  const larger = heap.alloc((2 * capacity) << ENTRY);
  memory.copy(larger, entries, capacity << ENTRY);
  entries = larger;
  capacity *= 2;
}

/** Times of no events, three more than asked for; that of place 1, where the first four begin, stands on a multiple of 32. */
function allotTimes(places: i32): usize {
  const room = heap.alloc((places + MARGIN) << TIME);
  const first = ((room + 31) & ~31) + (3 << TIME);
  for (let place = 0; place < places + 3; place++) store<f64>(first + (place << TIME), Infinity);
  return first;
}
