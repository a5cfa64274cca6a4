import fc from "fast-check";
import { expect, test } from "vitest";
import { Counts } from "#engine/counts.js";

const CELLS = 3;
const met = fc.array(fc.tuple(fc.nat({ max: CELLS - 1 }), fc.nat({ max: 300 })), { maxLength: 60 });
type Met = readonly (readonly [cell: number, number: number])[];

function counted(each: Met): Counts {
  const counts = new Counts(CELLS);
  for (const [cell, number] of each) counts.count(cell, number);
  return counts;
}

test("numbers met are told cell after cell, the smallest first, each with how often", () => {
  const counts = counted([
    [2, 100],
    [0, 7],
    [2, 0],
    [0, 7],
  ]);
  expect(counts.sparse()).toEqual({
    ends: Uint32Array.of(1, 1, 3),
    numbers: Uint32Array.of(7, 0, 100),
    counts: Uint32Array.of(2, 1, 1),
  });
  expect([counts.of(0)[7], counts.of(2)[100], counts.of(2)[0], [...counts.of(1)]]).toEqual([2, 1, 1, [0]]);
});

test("counts of parts add up to the counts of the whole, whatever room each has", () => {
  fc.assert(
    fc.property(met, met, (one, other) => {
      const sum = new Counts(CELLS);
      sum.add(counted(one).sparse());
      sum.add(counted(other).sparse());
      expect(sum.sparse()).toEqual(counted([...one, ...other]).sparse());
    }),
  );
});
