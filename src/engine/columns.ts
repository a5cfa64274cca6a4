// What is added up of a day, as rows of numbers: see assembly/sums.ts.

/** Of one service and group. */
export const enum VisitColumn {
  came = 0,
  /** Visitors who joined a queue at least once. */
  joiners = 1,
  waited = 2,
  waitedByServed = 3,
  timeInside = 4,
  timeOfServed = 5,
  /** Walking, and time spent at no station. */
  between = 6,
  withinPromise = 7,
  rating = 8,
  /** Visits that ended so, in the order of `Outcome`. */
  firstOutcome = 9,
  count = 15,
}

/** Of one group at one station. */
export const enum StayColumn {
  joined = 0,
  called = 1,
  queued = 2,
  queuedByCalled = 3,
  inHand = 4,
  /** Balked or reneged here. */
  gaveUp = 5,
  count = 6,
}

/** Of one interval of the day at one station; `joined` and `queued` by the moment of joining. */
export const enum StationIntervalColumn {
  joined = 0,
  queued = 1,
  /** Person-seconds waiting. */
  waiting = 2,
  /** Server-seconds of work. */
  busy = 4,
  count = 6,
}

/** Of one interval of the day, for the whole centre; `came` and `waited` by the moment of arrival. */
export const enum DayIntervalColumn {
  came = 0,
  waited = 1,
  /** Person-seconds inside. */
  inside = 2,
  count = 4,
}

/** Of the whole day. */
export const enum DayColumn {
  /** When the last visitor left. */
  lastLeft = 0,
  /** Gini coefficient of all visitors' waits; NaN: nobody joined a queue. */
  giniOfWaits = 1,
  /** Visitors who are neither out nor counted as inside: none, or we have lost them. */
  lost = 2,
  count = 3,
}
