import { Outcome } from "#plan/plan.js";
import { type Books, column, endings } from "./books.js";
import { DayColumn, StayColumn, VisitColumn } from "./columns.js";
import type { Register } from "./formulas.js";

/** Two numbers of a day that must agree: exactly as long as sums of times are exact, beyond 2^32 s to one part in 10^9. */
export interface Check {
  readonly one: Register;
  readonly other: Register;
  /** What is wrong when they do not. */
  readonly message: (one: number, other: number) => string;
}

/**
 * The books of each replication must balance: nobody is lost, and no second.
 *
 * - came = served + gave up + turned away + denied + inside at the end
 * - the queue's area over time = the waits of those who stood in it (Little's law), at each station
 * - the area of people inside = the times of those who came
 * - time in the centre = waiting + being served + between stations
 */
export function conservationChecks(books: Books): Check[] {
  const { formulas, layout } = books;
  const timeInside = books.visits(column(VisitColumn.timeInside));
  const queued = formulas.sum(books.eachStation((station) => books.stays(StayColumn.queued, station)));
  const inHand = formulas.sum(books.eachStation((station) => books.stays(StayColumn.inHand, station)));
  return [
    {
      one: layout.day(DayColumn.lost),
      other: formulas.constant(0),
      message: (lost) => `${lost} visitors are neither out nor counted as inside`,
    },
    ...endingChecks(books),
    ...books.eachStation((station) =>
      times(
        "waits and queue length over time",
        books.stays(StayColumn.queued, station),
        books.total(books.waiting(station)),
      ),
    ),
    times("times and people inside over time", timeInside, books.total(books.inside())),
    {
      one: books.visits(endings(Outcome.reneged, Outcome.balked)),
      other: formulas.sum(books.eachStation((station) => books.stays(StayColumn.gaveUp, station))),
      message: (all: number, atStations: number) => `${all} visitors gave up, ${atStations} at a station`,
    },
    times("waits by visitor and by station", books.visits(column(VisitColumn.waited)), queued),
    times(
      "time in the centre and its parts",
      timeInside,
      formulas.sum([queued, inHand, books.visits(column(VisitColumn.between))]),
    ),
  ];
}

function endingChecks(books: Books): Check[] {
  return books
    .eachService((place) =>
      books.eachGroup((group) => {
        const whose = { scope: "service", place, group } as const;
        return {
          one: books.visits(column(VisitColumn.came), whose),
          other: books.visits(endings(Outcome.served, Outcome.inside), whose),
          message: (came: number, accounted: number) => `${came} visitors came, ${accounted} are accounted for`,
        };
      }),
    )
    .flat();
}

function times(what: string, one: Register, other: Register): Check {
  return { one, other, message: (one, other) => `${what} do not agree: ${one} s and ${other} s` };
}
