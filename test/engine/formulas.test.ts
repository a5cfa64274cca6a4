import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { VisitColumn } from "#engine/columns.js";
import type { Check } from "#engine/conservation.js";
import { Formulas, type Register } from "#engine/formulas.js";
import { InvariantError } from "#engine/invariant-error.js";
import { Machine } from "#engine/machine.js";
import { Replicator } from "#engine/replication.js";
import { SumsLayout } from "#engine/sums-layout.js";
import { seedKey } from "#random/keys.js";
import { aCentre } from "../kit/a-centre.js";

const plan = aCentre().withWindows(1, { time: 10 }).visitor({ arrives: 0 }).visitor({ arrives: 5 }).plan();
const layout = new SumsLayout(plan);

/** What the engine makes of formulas and pairs to check, after a day of two visitors. */
function worked(
  write: (formulas: Formulas) => Register[],
  pairs: readonly (readonly [one: number, other: number])[] = [],
): { values: number[]; failed: number } {
  const formulas = new Formulas(layout.length);
  const measures = write(formulas);
  const checks = pairs.map(([one, other]): Check => {
    return { one: formulas.constant(one), other: formulas.constant(other), message: () => "" };
  });
  const worksheet = { layout, formulas, measures, checks };
  const machine = new Machine(plan, { calendar: null, trace: null, ledger: null, worksheet });
  for (const _ of machine.inSlices(seedKey("formulas"), 0));
  return { values: [...machine.measures()], failed: machine.failedCheck() };
}

describe("the engine works out", () => {
  test.each<[string, number, (formulas: Formulas, constant: (value: number) => Register) => Register]>([
    ["a sum of the day", 2, () => layout.visit(VisitColumn.came, 0, 0)],
    ["a sum", 7, (f, c) => f.sum([c(1), c(2), c(4)])],
    ["a sum of one", 3, (f, c) => f.sum([c(3)])],
    ["a sum of none", 0, (f) => f.sum([])],
    [
      "a block: the sums of the day that the ends of visits are",
      2,
      (f) => f.block(layout.visit(VisitColumn.firstOutcome, 0, 0), { count: 6, stride: 1 }),
    ],
    ["a difference", -2, (f, c) => f.subtract(c(5), c(7))],
    ["a product", 35, (f, c) => f.multiply(c(5), c(7))],
    ["a quotient", 0.25, (f, c) => f.divide(c(1), c(4))],
    ["a quotient of nothing by nothing", Number.NaN, (f, c) => f.divide(c(0), c(0))],
    ["a ratio", 4, (f, c) => f.ratio(c(8), c(2))],
    ["a ratio to nothing", Number.NaN, (f, c) => f.ratio(c(8), c(0))],
    ["an excess", 2, (f, c) => f.excess(c(7), c(5))],
    ["no excess", 0, (f, c) => f.excess(c(5), c(7))],
    ["a formula of formulas", 3.5, (f, c) => f.divide(f.sum([c(3), f.multiply(c(2), c(2))]), c(2))],
  ])("%s", (_, value, write) => {
    expect(worked((formulas) => [write(formulas, (number) => formulas.constant(number))]).values).toEqual([value]);
  });

  test("a block of three sides, the inner one fastest: to the bit as its numbers added one by one", () => {
    // Of 24 numbers the first, third, fifth and seventh of each row of eight.
    const numbers = Array.from({ length: 24 }, (_, i) => 1 / (i + 3));
    const places = [0, 8, 16].flatMap((row) => [0, 4].flatMap((column) => [row + column, row + column + 2]));
    const added = (each: readonly number[]): number => each.reduce((sum, place) => sum + numbers[place]!, 0);

    const { values } = worked((f) => {
      const [first] = numbers.map((number) => f.constant(number));
      return [f.block(first!, { count: 2, stride: 2 }, { count: 2, stride: 4 }, { count: 3, stride: 8 })];
    });

    expect(values).toEqual([added(places)]);
    // In another order they add to another last bit.
    expect(added(places.toReversed())).not.toBe(added(places));
  });

  test("whatever can be written, to the bit as JavaScript does", () => {
    const operations = ["subtract", "multiply", "divide"] as const;
    const step = fc.record({ operation: fc.constantFrom(...operations, "sum"), one: fc.nat(), other: fc.nat() });
    const js = {
      sum: (a: number, b: number) => 0 + a + b,
      subtract: (a: number, b: number) => a - b,
      multiply: (a: number, b: number) => a * b,
      divide: (a: number, b: number) => a / b,
    };
    // 0 and -0 are the same constant.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 20 }),
        (given, steps) => {
          const expected = [...given];
          const { values } = worked((formulas) => {
            const registers = given.map((each) => formulas.constant(each));
            for (const { operation, one, other } of steps) {
              const [i, j] = [one % registers.length, other % registers.length];
              const [a, b] = [registers[i]!, registers[j]!];
              registers.push(operation === "sum" ? formulas.sum([a, b]) : formulas[operation](a, b));
              expected.push(js[operation](expected[i]!, expected[j]!));
            }
            return registers;
          });
          expect(values).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("of the pairs that must agree, the engine finds the first that does not", () => {
  test.each<[string, number, [number, number][]]>([
    ["none, where all are equal", -1, [[1, 1], [0, 0], [2 ** 31, 2 ** 31]]], // biome-ignore format: a table
    ["one that is a little off", 1, [[1, 1], [1, 1 + 2 ** -52], [1, 2]]], // biome-ignore format: a table
    ["one that is too small", 0, [[1, 1 - 2 ** -53]]],
    ["none beyond 2^32 where they differ by less than one part in 10^9", -1, [[2 ** 33, 2 ** 33 + 8]]],
    ["one beyond 2^32 where they differ by more", 0, [[2 ** 33, 2 ** 33 + 9]]],
    ["one that is not a number", 0, [[Number.NaN, Number.NaN]]],
  ])("%s", (_, failed, pairs) => {
    expect(worked(() => [], pairs).failed).toBe(failed);
  });
});

describe("a replication whose books do not balance", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    [0, "0 visitors are neither out nor counted as inside"],
    [1, "2 visitors came, 2 are accounted for"],
    [2, "waits and queue length over time do not agree: 5 s and 5 s"],
    [3, "times and people inside over time do not agree: 25 s and 25 s"],
    [4, "0 visitors gave up, 0 at a station"],
    [5, "waits by visitor and by station do not agree: 5 s and 5 s"],
    [6, "time in the centre and its parts do not agree: 25 s and 25 s"],
  ])("is our bug, and says so: check %i", (check, message) => {
    vi.spyOn(Machine.prototype, "failedCheck").mockReturnValue(check);

    expect(() => new Replicator(plan).run(seedKey("formulas"), 0)).toThrow(new InvariantError(message));
  });
});
