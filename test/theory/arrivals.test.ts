import { expect, test } from "vitest";
import { seedKey } from "#random/keys.js";
import { aCentre, type PoissonOptions } from "../kit/a-centre.js";
import { total } from "../kit/books.js";
import { type Expectation, expectWithinIntervals } from "../kit/interval.js";
import { TalliedDays, type Tally } from "../kit/tally.js";

const came = (tally: Tally): number => total(tally.came);

/** A centre where nobody waits, so that a day is only its arrivals. */
const aDayOf = (perDay: number, options: PoissonOptions) =>
  aCentre()
    .withDay({ length: 4 * 3600, interval: 3600 })
    .withWindows(1, { time: 0 })
    .withPoisson(perDay, options)
    .plan();

/** How likely each number of visitors is, against the share of the days that have it. */
const shareOfDaysWith = (people: number, oracle: number): Expectation => ({
  name: `days with ${people}`,
  oracle,
  value: (tally) => (came(tally) === people ? 1 : 0),
});

test("the number of visitors of a day like any other is Poisson's, and so is that at the door", () => {
  const likely = (people: number, mean: number): number =>
    Math.exp(-mean) * Array.from({ length: people }, (_, i) => mean / (i + 1)).reduce((product, x) => product * x, 1);
  const plan = aDayOf(5, { atDoor: 0.4, weights: [1, 0, 3, 1] });

  expectWithinIntervals(
    plan,
    [
      ...[0, 1, 3, 5, 8].map((people) => shareOfDaysWith(people, likely(people, 5))),
      // Two at the door, and a fifth of the other three in the first hour; nobody in the second.
      { name: "first hour", oracle: 2.6, value: (tally) => tally.cameIn[0]! },
      { name: "third hour", oracle: 1.8, value: (tally) => tally.cameIn[2]! },
      { name: "variance", oracle: 5, value: (tally) => (came(tally) - 5) ** 2 },
    ],
    { replications: 20_000, precision: 0.3 },
  );
});

test("busy and quiet days: with a day factor by the gamma law the number of visitors is negative binomial", () => {
  // Greenwood and Yule (1920), Journal of the Royal Statistical Society 83(2). A coefficient of variation of 1/2 is a shape of 4.
  const [mean, shape] = [8, 4];
  const likely = (people: number): number =>
    Array.from({ length: people }, (_, i) => ((shape + i) / (i + 1)) * (mean / (mean + shape))).reduce(
      (product, x) => product * x,
      (shape / (mean + shape)) ** shape,
    );
  const plan = aDayOf(mean, { dayFactorCv: 0.5 });

  expectWithinIntervals(
    plan,
    [
      ...[0, 2, 5, 8, 15].map((people) => shareOfDaysWith(people, likely(people))),
      { name: "variance", oracle: mean + mean ** 2 / shape, value: (tally) => (came(tally) - mean) ** 2 },
    ],
    { replications: 20_000, precision: 0.3 },
  );
});

test("a day is one of the weekdays, each as likely, and as busy as its factor says, for all who come", () => {
  const weekdays = [
    { weekday: "monday", factor: 2 },
    { weekday: "tuesday", factor: 0 },
    { weekday: "wednesday", factor: 1 },
  ] as const;
  const plan = aCentre()
    .withDay({ length: 4 * 3600, interval: 3600 })
    .withWindows(1, { time: 0 })
    .withPoisson(100, { id: "morning", weekdays, services: [1, 0] })
    .withService("a")
    .withService("b")
    .withPoisson(100, { id: "evening", weekdays, services: [0, 1] })
    .plan();
  const tallied = new TalliedDays(plan);
  const days = Array.from({ length: 2400 }, (_, day) => [...tallied.run(seedKey("weekdays"), day).came]);

  // Ten standard deviations lie between the weekdays: a day is easily told.
  const factorOf = (people: number): number => (people < 50 ? 0 : people < 150 ? 1 : 2);
  expect(days.filter(([morning, evening]) => factorOf(morning!) !== factorOf(evening!))).toEqual([]);
  for (const { factor } of weekdays) {
    const such = days.filter(([morning]) => factorOf(morning!) === factor);
    expect(Math.abs(such.length / days.length - 1 / 3)).toBeLessThan(3.29 * Math.sqrt(2 / 9 / days.length));
    const mean = total(such.flat()) / such.length / 2;
    expect(Math.abs(mean - 100 * factor)).toBeLessThanOrEqual(3.29 * Math.sqrt((100 * factor) / such.length / 2));
  }
});
