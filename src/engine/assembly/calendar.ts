import { Rank } from "../rank";
import { clearThere, isDueBeforeThere, nextThere, nowThere, planThere, takenThere } from "./outside";

// The list of planned events: a binary heap. Taking an event leaves a hole at the root, which the next planned event fills:
// in a queue almost every event plans one successor, and one pass down the heap then does the work of two. The next arrival
// waits beside the heap: it would only sink and rise among events that come and go.

/** An event in the heap. */
@unmanaged
class Entry {
  time: f64;
  /** Rank above the planning number, in one comparable number. */
  order: i64;
  what: i32;
}

/** The planning number's part of an order: enough for 2^48 events. */
const NUMBER: i64 = (1 << 48) - 1;
const RANK: i64 = 48;
const BYTES: i32 = 24;

/** Seconds of the event last taken. */
export let now: f64 = 0;
/** Planning number of the next event. */
export let planned: i64 = 0;
/** Is the list kept outside the engine? */
let isThere: bool = false;

let entries: usize = heap.alloc(256 * BYTES);
let capacity: i32 = 256;
let size: i32 = 0;
let hasHole: bool = false;
/** The arrival beside the heap. */
const arrival: Entry = changetype<Entry>(memory.data(BYTES, 8));
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
  arrival.time = time;
  arrival.order = (i64(Rank.arrival) << RANK) | planned++;
  arrival.what = what;
}

/** Takes the earliest event and moves the clock to it; -1 when none is left. */
export function next(): i32 {
  if (isThere) {
    const what = nextThere();
    now = nowThere();
    return what;
  }
  if (hasHole) fillHole();
  if (hasArrival && (size === 0 || isBefore(arrival.time, arrival.order, at(0)))) {
    hasArrival = false;
    return take(arrival);
  }
  if (size === 0) return -1;
  hasHole = true;
  return take(at(0));
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
  if (hasArrival && isDue(arrival, below)) return true;
  if (!hasHole) return size > 0 && isDue(at(0), below);
  // The root is a hole: the earliest is one of its two children.
  return (size > 1 && isDue(at(1), below)) || (size > 2 && isDue(at(2), below));
}

/** Forgets all events and sets the clock to 0. */
export function clear(): void {
  if (isThere) clearThere();
  size = 0;
  hasHole = false;
  hasArrival = false;
  planned = 0;
  lastOrder = -1;
  now = 0;
}

function at(place: i32): Entry {
  return changetype<Entry>(entries + place * BYTES);
}

/** Moves the clock to an event. */
function take(event: Entry): i32 {
  now = event.time;
  lastOrder = event.order;
  return event.what;
}

function isDue(entry: Entry, below: i64): bool {
  return entry.time === now && entry.order < below;
}

function isBefore(time: f64, order: i64, other: Entry): bool {
  const itsTime = other.time;
  return time < itsTime || (time === itsTime && order < other.order);
}

function put(place: i32, time: f64, order: i64, what: i32): void {
  const entry = at(place);
  entry.time = time;
  entry.order = order;
  entry.what = what;
}

function move(from: Entry, to: i32): void {
  put(to, from.time, from.order, from.what);
}

function fillHole(): void {
  hasHole = false;
  size--;
  if (size <= 0) return;
  const last = at(size);
  sink(last.time, last.order, last.what);
}

/** Puts an event at the root and lets it sink to its place. */
function sink(time: f64, order: i64, what: i32): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    let least = at(child);
    if (child + 1 < size) {
      const right = at(child + 1);
      if (isBefore(right.time, right.order, least)) {
        child++;
        least = right;
      }
    }
    if (isBefore(time, order, least)) break;
    move(least, place);
    place = child;
  }
  put(place, time, order, what);
}

/** Puts an event at the end and lets it rise to its place. */
function rise(time: f64, order: i64, what: i32): void {
  let place = size++;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = at(parent);
    if (!isBefore(time, order, above)) break;
    move(above, place);
    place = parent;
  }
  put(place, time, order, what);
}

function grow(): void {
  const larger = heap.alloc(2 * capacity * BYTES);
  memory.copy(larger, entries, capacity * BYTES);
  entries = larger;
  capacity *= 2;
}
