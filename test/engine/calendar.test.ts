import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, OwnCalendar, Time } from "#engine/calendar.js";
import { SimjsCalendar } from "#engine/simjs-calendar.js";
import { calendarContract, planAt } from "../contract/calendar.contract.js";

const calendars: [name: string, open: () => Calendar][] = [
  ["the engine's own calendar", () => new OwnCalendar()],
  ["the calendar driven by simjs", () => new SimjsCalendar()],
];

for (const [name, open] of calendars) calendarContract(name, open);

/** One order to a calendar; `after` is the delay of a plan in ticks of 2^-20 s. */
type Order =
  | { readonly do: "plan"; readonly after: number; readonly rank: number }
  | { readonly do: "next" }
  | { readonly do: "is due before"; readonly rank: number }
  | { readonly do: "clear" };

const TICK = 2 ** -20;
const rankOf = fc.integer({ min: 0, max: 6 });

/** Mostly no delay or a short whole one, so that most programs are full of ties; sometimes hours. */
const delay = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 ** 40 }) },
);

const program: fc.Arbitrary<Order[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant("plan" as const), after: delay, rank: rankOf }) },
    { weight: 9, arbitrary: fc.constant({ do: "next" } as const) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("is due before" as const), rank: rankOf }) },
    { weight: 1, arbitrary: fc.constant({ do: "clear" } as const) },
  ),
  { maxLength: 250, size: "max" },
);

describe("whatever is planned, taken and asked, in any order", () => {
  test.each(calendars)("%s does what a sorted list does", (_, open) => {
    fc.assert(
      fc.property(program, (orders) => {
        expect(told(open(), orders)).toEqual(told(new SortedList(), orders));
      }),
      { numRuns: 500 },
    );
  });

  test("a centre with thousands of events pending gets them in the same order from both calendars", () => {
    const delays = fc.sample(fc.tuple(delay, rankOf), { numRuns: 6000, seed: 2026 });
    const orders = delays.flatMap(([after, rank], i): Order[] => {
      const plan: Order = { do: "plan", after, rank };
      return i % 3 === 0 ? [plan, { do: "next" }, { do: "is due before", rank }] : [plan];
    });
    const emptied = [...orders, ...orders.map((): Order => ({ do: "next" }))];

    expect(told(new SimjsCalendar(), emptied)).toEqual(told(new OwnCalendar(), emptied));
  });
});

/** Everything that can be seen of a calendar while it carries out the orders. */
function told(calendar: Calendar, orders: readonly Order[]): string[] {
  return orders.map((order) => {
    const answer = carryOut(calendar, order, calendar.planned);
    return `${order.do}: ${answer} at ${calendar.clock[Time.now]}, taken ${calendar.taken}, planned ${calendar.planned}`;
  });
}

function carryOut(calendar: Calendar, order: Order, what: number): unknown {
  switch (order.do) {
    case "plan":
      return planAt(calendar, calendar.clock[Time.now] + order.after * TICK, what, order.rank);
    case "next":
      return calendar.next();
    case "is due before":
      return calendar.isDueBefore(order.rank);
    case "clear":
      return calendar.clear();
  }
}

/** The model: a list, sorted anew at each question. */
class SortedList implements Calendar {
  readonly clock = new Float64Array(2);
  taken = -1;
  planned = 0;
  #events: { time: number; rank: number; number: number; what: number }[] = [];

  plan(what: number, rank: number): void {
    this.#events.push({ time: this.clock[Time.due], rank, number: this.planned++, what });
    this.#events.sort((a, b) => a.time - b.time || a.rank - b.rank || a.number - b.number);
  }

  next(): number {
    const first = this.#events.shift();
    if (first === undefined) return -1;
    this.clock[Time.now] = first.time;
    this.taken = first.number;
    return first.what;
  }

  isDueBefore(rank: number): boolean {
    return this.#events.some((event) => event.time === this.clock[Time.now] && event.rank < rank);
  }

  clear(): void {
    this.#events = [];
    this.clock.fill(0);
    this.planned = 0;
    this.taken = -1;
  }
}
