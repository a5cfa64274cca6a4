import { Outcome } from "../../plan/program";
import { StationIntervalColumn, VisitColumn } from "../columns";

// What is added up, as rows of doubles: src/engine/columns.ts tells the same order.

/** Of one group at one station. */
@unmanaged
export class StaySums {
  joined: f64;
  called: f64;
  queued: f64;
  queuedByCalled: f64;
  inHand: f64;
  gaveUp: f64;
}

/** Of one service and group. */
@unmanaged
export class VisitSums {
  came: f64;
  /** Visitors who joined a queue at least once. */
  joiners: f64;
  waited: f64;
  waitedByServed: f64;
  timeInside: f64;
  timeOfServed: f64;
  /** Walking, and time spent at no station. */
  between: f64;
  withinPromise: f64;
  rating: f64;

  /** One more visit that ended so. */
  end(outcome: Outcome): void {
    const at = changetype<usize>(this) + ((VisitColumn.firstOutcome + outcome) << 3);
    store<f64>(at, load<f64>(at) + 1);
  }
}

/** Of one interval of the day, for the whole centre. */
@unmanaged
export class DayInterval {
  came: f64;
  waited: f64;
  /** Person-seconds inside, and whole intervals to add to them, as the difference from the interval before. */
  inside: f64;
  insideWholes: f64;
}

/** A row of them, one for each interval of the day. */
@unmanaged
export class StationIntervals {
  at(interval: i32): StationInterval {
    return changetype<StationInterval>(changetype<usize>(this) + usize(interval * (StationIntervalColumn.count << 3)));
  }
}

/** Of one interval of the day at one station; `joined` and `queued` by the moment of joining. */
@unmanaged
export class StationInterval {
  joined: f64;
  queued: f64;
  /** Person-seconds waiting, and server-seconds of work: see {@link DayInterval.inside}. */
  waiting: f64;
  waitingWholes: f64;
  busy: f64;
  busyWholes: f64;
}

/** Of the whole day. */
@unmanaged
export class DaySums {
  /** When the last visitor left. */
  lastLeft: f64;
  /** Gini coefficient of all visitors' waits; NaN: nobody joined a queue. */
  giniOfWaits: f64;
  /** Visitors who are neither out nor counted as inside. */
  lost: f64;
}
