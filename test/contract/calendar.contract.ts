import { describe, expect, test } from "vitest";
import { type Calendar, Rank, Time } from "#engine/calendar.js";

/** What comes first at one instant, as the design page orders it. */
const LADDER: readonly (readonly [name: string, rank: Rank])[] = [
  ["finish", Rank.finish],
  ["repair", Rank.repair],
  ["roster", Rank.roster],
  ["patience", Rank.patience],
  ["call", Rank.call],
  ["arrival", Rank.arrival],
  ["sample", Rank.sample],
];

/** What every calendar must do: the same events in the same order, whoever keeps the list. */
export function calendarContract(name: string, open: () => Calendar): void {
  describe(name, () => {
    test("the earliest event comes first, however the events were planned", () => {
      const calendar = open();
      for (const time of [540, 60, 300, 0, 61, 2 ** 31 - 1]) planAt(calendar, time, time);

      expect(rest(calendar)).toEqual([0, 60, 61, 300, 540, 2 ** 31 - 1].map((time) => ({ at: time, what: time })));
    });

    test("the clock stands at the event last taken, and stays there when no event is left", () => {
      const calendar = open();
      expect(calendar.clock[Time.now]).toBe(0);
      planAt(calendar, 90, 1);
      calendar.next();
      expect(calendar.clock[Time.now]).toBe(90);
      expect(calendar.next()).toBe(-1);
      expect(calendar.next()).toBe(-1);
      expect(calendar.clock[Time.now]).toBe(90);
    });

    test("times a millionth of a second apart near the end of a long run are kept apart, to the last bit", () => {
      const calendar = open();
      const tick = 2 ** -20;
      const late = 2 ** 31 - 1;
      planAt(calendar, 3 * tick, 1);
      planAt(calendar, late + tick, 2);
      planAt(calendar, late, 3);
      expect(taken(calendar)).toEqual({ at: 3 * tick, what: 1 });
      planAt(calendar, late + 2 * tick, 4);
      planAt(calendar, late, 5);

      expect(rest(calendar)).toEqual([
        { at: late, what: 3 },
        { at: late, what: 5 },
        { at: late + tick, what: 2 },
        { at: late + 2 * tick, what: 4 },
      ]);
    });

    test("at one instant a finish comes before a repair, and so down the ladder to the sample", () => {
      const calendar = open();
      const ladder = LADDER.map(([, itsRank]) => itsRank);
      for (const each of ladder.toReversed()) planAt(calendar, 60, each, each);

      expect(whats(calendar)).toEqual(ladder);
    });

    test("events of one rank at one instant come in the order in which they were planned", () => {
      const calendar = open();
      const visitors = Array.from({ length: 1000 }, (_, visitor) => visitor);
      for (const visitor of visitors) planAt(calendar, 0, visitor, Rank.arrival);

      expect(whats(calendar)).toEqual(visitors);
    });

    test("rank decides before planning, and only at the same instant", () => {
      const calendar = open();
      planAt(calendar, 60, 1, Rank.arrival);
      planAt(calendar, 60, 2, Rank.finish);
      planAt(calendar, 60, 3, Rank.arrival);
      planAt(calendar, 60, 4, Rank.finish);
      planAt(calendar, 59, 5, Rank.sample);

      expect(whats(calendar)).toEqual([5, 2, 4, 1, 3]);
    });

    test("an event planned at the present instant takes its place among those still due now", () => {
      const calendar = open();
      planAt(calendar, 60, 1, Rank.finish);
      planAt(calendar, 60, 2, Rank.call);
      planAt(calendar, 60, 3, Rank.arrival);
      planAt(calendar, 61, 4, Rank.finish);
      expect(taken(calendar)).toEqual({ at: 60, what: 1 });
      planAt(calendar, 60, 5, Rank.call);
      planAt(calendar, 60, 6, Rank.finish);
      expect(taken(calendar)).toEqual({ at: 60, what: 6 });
      expect(taken(calendar)).toEqual({ at: 60, what: 2 });
      planAt(calendar, 60, 7, Rank.patience);

      expect(whats(calendar)).toEqual([7, 5, 3, 4]);
    });

    test("an instant goes on when a lower rank, or the last event of all, is planned again at it", () => {
      const calendar = open();
      planAt(calendar, 60, 1, Rank.sample);
      expect(calendar.next()).toBe(1);
      planAt(calendar, 60, 2, Rank.finish);
      expect(calendar.next()).toBe(2);
      expect(calendar.next()).toBe(-1);
      planAt(calendar, 60, 3, Rank.call);

      expect(taken(calendar)).toEqual({ at: 60, what: 3 });
    });

    test("an event knows when it was planned: numbers count from 0 and come back with the event", () => {
      const calendar = open();
      expect([calendar.planned, calendar.taken]).toEqual([0, -1]);
      planAt(calendar, 60, 7, Rank.sample);
      planAt(calendar, 60, 8, Rank.finish);
      planAt(calendar, 30, 9, Rank.call);
      expect(calendar.planned).toBe(3);

      const numbers = whats(calendar, () => calendar.taken);

      expect(numbers).toEqual([2, 1, 0]);
      expect([calendar.planned, calendar.taken]).toEqual([3, 0]);
    });

    test("before the first event is taken, what is due at opening counts as due now", () => {
      const calendar = open();
      expect(calendar.isDueBefore(Rank.sample)).toBe(false);
      planAt(calendar, 0, 1, Rank.patience);

      expect(dueBefore(calendar)).toEqual(["call", "arrival", "sample"]);
      expect(calendar.clock[Time.now]).toBe(0);
      expect(calendar.next()).toBe(1);
    });

    test("asking what is still due now sees only lower ranks at this very instant, and changes nothing", () => {
      const calendar = open();
      planAt(calendar, 60, 1, Rank.roster);
      planAt(calendar, 60, 2, Rank.arrival);
      planAt(calendar, 60, 3, Rank.call);
      planAt(calendar, 61, 4, Rank.finish);
      calendar.next();
      expect(dueBefore(calendar)).toEqual(["arrival", "sample"]);
      expect(dueBefore(calendar)).toEqual(["arrival", "sample"]);
      calendar.next();
      expect(dueBefore(calendar)).toEqual(["sample"]);
      planAt(calendar, 60, 5, Rank.finish);
      expect(dueBefore(calendar)).toEqual(LADDER.map(([name]) => name).slice(1));
      expect(calendar.next()).toBe(5);
      expect(dueBefore(calendar)).toEqual(["sample"]);
      calendar.next();
      expect(dueBefore(calendar)).toEqual([]);

      expect(rest(calendar)).toEqual([{ at: 61, what: 4 }]);
      expect(dueBefore(calendar)).toEqual([]);
    });

    test("a new day starts with an empty calendar at 0, whatever the last day left behind", () => {
      const calendar = open();
      for (const time of [60, 60, 90, 120]) planAt(calendar, time, 1, Rank.arrival);
      calendar.next();
      planAt(calendar, 60, 2, Rank.finish);
      calendar.clear();
      expect([...calendar.clock, calendar.planned, calendar.taken]).toEqual([0, 0, 0, -1]);
      expect(calendar.isDueBefore(Rank.sample)).toBe(false);
      expect(calendar.next()).toBe(-1);
      planAt(calendar, 30, 3, Rank.sample);

      expect(taken(calendar)).toEqual({ at: 30, what: 3 });
      expect([calendar.planned, calendar.taken]).toEqual([1, 0]);
    });

    test("two centres side by side do not see each other's events", () => {
      const [here, there] = [open(), open()];
      planAt(here, 60, 1);
      planAt(there, 30, 2);

      expect([rest(here), rest(there)]).toEqual([[{ at: 60, what: 1 }], [{ at: 30, what: 2 }]]);
    });

    test("the greatest and the least event number pass through unchanged", () => {
      const calendar = open();
      planAt(calendar, 1, 2 ** 31 - 1);
      planAt(calendar, 1, 0);

      expect(whats(calendar)).toEqual([2 ** 31 - 1, 0]);
    });

    test("on a long day in which each event plans one or two more, none is lost and time never runs back", () => {
      const calendar = open();
      planAt(calendar, 0, 0);
      const times: number[] = [];
      // One or two successors each, by the event's number alone, until 5,000 are planned.
      for (let what = calendar.next(); what >= 0; what = calendar.next()) {
        const now = calendar.clock[Time.now];
        times.push(now);
        const successors = calendar.planned < 5000 ? 1 + (what % 2) : 0;
        for (let i = 0; i < successors; i++) {
          planAt(calendar, now + ((what * 7919 + i * 31) % 600), calendar.planned, (what + i) % 7);
        }
      }

      expect(times).toHaveLength(calendar.planned);
      expect(times.length).toBeGreaterThanOrEqual(5000);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });
  });
}

/** Plans event `what` for a time in seconds from opening. */
export function planAt(calendar: Calendar, time: number, what: number, itsRank: number = Rank.finish): void {
  calendar.clock[Time.due] = time;
  calendar.plan(what, itsRank);
}

interface Taken {
  readonly at: number;
  readonly what: number;
}

function taken(calendar: Calendar): Taken {
  const what = calendar.next();
  return { at: calendar.clock[Time.now], what };
}

/** All events left, in the order in which they come. */
function rest(calendar: Calendar): Taken[] {
  const events: Taken[] = [];
  for (let each = taken(calendar); each.what >= 0; each = taken(calendar)) events.push(each);
  return events;
}

function whats(calendar: Calendar, see: (event: Taken) => number = ({ what }) => what): number[] {
  const seen: number[] = [];
  for (let each = taken(calendar); each.what >= 0; each = taken(calendar)) seen.push(see(each));
  return seen;
}

/** The rungs of the ladder below which something is still due now. */
function dueBefore(calendar: Calendar): string[] {
  return LADDER.filter(([, itsRank]) => calendar.isDueBefore(itsRank)).map(([name]) => name);
}
