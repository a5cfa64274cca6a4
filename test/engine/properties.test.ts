import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OwnCalendar } from "#engine/calendar.js";
import { SimjsCalendar } from "#engine/simjs-calendar.js";
import { seedKey } from "#random/keys.js";
import { build, drafts } from "../kit/arbitraries.js";
import { booksOf } from "../kit/books.js";
import { watchedDay } from "../kit/day.js";
import { idleWhileWaited } from "../kit/idle-while-waited.js";
import { recounted, summed } from "../kit/recounted.js";
import { TalliedDays } from "../kit/tally.js";

const runs = { numRuns: 100 };

describe("in any small centre", () => {
  test("nobody is lost and no second either: the books of the day balance to the bit", () => {
    fc.assert(
      // Each replication checks its own books and throws.
      fc.property(drafts(), (draft) => void build(draft).run("day")),
      runs,
    );
  });

  test("the books say what happened: who came, how each visit ended, every wait and every time in hand", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const scenario = build(draft).scenario();
        const { events, books } = watchedDay(build(draft));

        expect(summed(books, scenario)).toEqual(recounted(events, scenario));
      }),
      runs,
    );
  });

  test("things happen to visitors in the order they are told, so nobody waits less than no time", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const { events } = watchedDay(build(draft));
        // Who is inside at closing is told at the end, when it is known.
        const toVisitors = events.filter(({ visitor, fact }) => visitor !== "" && fact !== "inside-at-end");
        const times = toVisitors.map((event) => event.time);

        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }),
      runs,
    );
  });

  test("no server idles while somebody waits whom that server could serve", () => {
    fc.assert(
      fc.property(drafts({ returns: false, poisson: false }), (draft) => {
        const scenario = build(draft).scenario();
        const { events } = watchedDay(build(draft));

        expect(idleWhileWaited(events, scenario)).toEqual([]);
      }),
      runs,
    );
  });

  test("watching changes no number, though patience is then looked at as it ends and not when a ticket is called", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        expect(booksOf(build(draft).run("day"))).toEqual(watchedDay(build(draft)).books);
      }),
      runs,
    );
  });

  test("the calendar changes no number and no event", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const own = watchedDay(build(draft), { calendar: new OwnCalendar() });
        const simjs = watchedDay(build(draft), { calendar: new SimjsCalendar() });

        expect(simjs).toEqual(own);
      }),
      runs,
    );
  });

  test("a day is the same whatever days were run before it, and on whatever day it is run", () => {
    fc.assert(
      fc.property(drafts(), (draft) => {
        const days = new TalliedDays(build(draft).plan(), { keepsLedger: true });
        const third = () => booksOf(days.run(seedKey("day"), 3));
        const before = third();
        days.run(seedKey("day"), 4);
        days.run(seedKey("another"), 3);

        expect(third()).toEqual(before);
      }),
      runs,
    );
  });
});
