import fc from "fast-check";
import { expect, test } from "vitest";
import { Counts, type SparseCounts } from "#engine/counts.js";

const CELLS = 3;
const met = fc.array(fc.tuple(fc.nat({ max: CELLS - 1 }), fc.nat({ max: 300 })), { maxLength: 60 });
type Met = readonly (readonly [cell: number, number: number])[];

function counted(each: Met): Counts {
  const counts = new Counts(CELLS);
  for (const [cell, number] of each) counts.count(cell, number);
  return counts;
}

/** What was met, as entries: some numbers in one, some in two. */
function sparse(each: Met): SparseCounts {
  const inOrder = each.toSorted(([one, a], [other, b]) => one - other || a - b);
  const cells = Array.from({ length: CELLS }, (_, cell) => inOrder.filter(([of]) => of === cell).length);
  return {
    ends: Uint32Array.from(cells, (_, cell) => cells.slice(0, cell + 1).reduce((sum, count) => sum + count, 0)),
    numbers: Uint32Array.from(inOrder, ([, number]) => number),
    counts: new Uint32Array(inOrder.length).fill(1),
  };
}

const rows = (counts: Counts): number[][] => Array.from({ length: CELLS }, (_, cell) => [...counts.of(cell)]);

test("numbers met are counted cell by cell, up to the largest", () => {
  const counts = counted([
    [2, 3],
    [0, 2],
    [2, 0],
    [0, 2],
  ]);

  expect(rows(counts)).toEqual([[0, 0, 2], [0], [1, 0, 0, 1]]);
});

test("entries add as often as they say", () => {
  const counts = counted([[0, 1]]);

  counts.add({ ends: Uint32Array.of(2, 2, 3), numbers: Uint32Array.of(1, 40, 2), counts: Uint32Array.of(5, 1, 7) });

  expect(rows(counts)).toEqual([[0, 6, ...new Array(38).fill(0), 1], [0], [0, 0, 7]]);
});

test("counts of parts add up to the counts of the whole, whatever room each has", () => {
  fc.assert(
    fc.property(met, met, (one, other) => {
      const sum = counted(one);
      sum.add(sparse(other));
      expect(rows(sum)).toEqual(rows(counted([...one, ...other])));
    }),
  );
});
