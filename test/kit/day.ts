import type { Calendar } from "#engine/calendar.js";
import type { TraceEvent } from "#engine/trace.js";
import { seedKey } from "#random/keys.js";
import type { CentreBuilder } from "./a-centre.js";
import { booksOf } from "./books.js";
import { TalliedDays } from "./tally.js";

/** One day of a centre: all that happened, and the books at the end. */
export interface Day {
  readonly events: readonly TraceEvent[];
  readonly books: Record<string, readonly number[]>;
}

/** Runs one day under watch. */
export function watchedDay(centre: CentreBuilder, options: { calendar?: Calendar; seed?: string } = {}): Day {
  const { seed = "day", ...rest } = options;
  const events: TraceEvent[] = [];
  const days = new TalliedDays(centre.plan(), { ...rest, trace: (event) => events.push(event) });
  return { events, books: booksOf(days.run(seedKey(seed), 0)) };
}
