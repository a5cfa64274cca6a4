/// <reference path="../../src/stats/jstat.d.ts" />

import jStat from "jstat";
import { describe, expect, test } from "vitest";
import { type Key, nameHash, seedKey, streamKey, uniformOf } from "#random/keys.js";
import { threefry } from "#random/threefry.js";

describe("what a stream is told apart by", () => {
  test("the same seed, replication and name give the same key", () => {
    expect(streamKey(seedKey("astana"), 3, nameHash("walk-in"))).toEqual(
      streamKey(seedKey("astana"), 3, nameHash("walk-in")),
    );
  });

  test("another seed, another replication or another name gives another key", () => {
    const keys = ["astana", "almaty"].flatMap((seed) =>
      [0, 1].flatMap((replication) =>
        ["walk-in", "booked"].map((name) => streamKey(seedKey(seed), replication, nameHash(name)).join(" ")),
      ),
    );

    expect(new Set(keys).size).toBe(8);
  });

  test("names that differ by a letter or a number have hashes of their own", () => {
    const names = ["time", "patience", "fails"].flatMap((purpose) =>
      ["bank", "bank-2", "bank-3", "windows", "kiosks"].flatMap((station) =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((visit) => `${purpose}/${station}/${visit}`),
      ),
    );

    expect(new Set(names.map(nameHash)).size).toBe(names.length);
  });
});

describe("uniforms", () => {
  test("the smallest and largest words still give a number strictly between 0 and 1", () => {
    expect(uniformOf(0, 0)).toBe(2 ** -53);
    expect(uniformOf(-1, -1)).toBe(1 - 2 ** -53);
  });

  test("the words are taken as unsigned: the middle of the range is a half", () => {
    expect(uniformOf(-(2 ** 31), 0)).toBeCloseTo(0.5, 15);
  });

  test.each(["astana", "almaty", ""])("one stream under seed '%s' fills a hundred boxes evenly", (seed) => {
    expect(chiSquareShare(uniforms(streamKey(seedKey(seed), 0, nameHash("walk-in")), 100_000), 100)).toBeGreaterThan(
      0.001,
    );
  });

  test("the first draws of many streams, which differ by name alone, fill the boxes evenly too", () => {
    const seed = seedKey("astana");
    const firsts = Array.from(
      { length: 20_000 },
      (_, i) => uniforms(streamKey(seed, 0, nameHash(`source-${i}`)), 1)[0]!,
    );

    expect(chiSquareShare(firsts, 50)).toBeGreaterThan(0.001);
  });

  test("the draws of neighbouring visitors are not correlated", () => {
    const draws = uniforms(streamKey(seedKey("astana"), 0, nameHash("walk-in")), 100_000);
    let sum = 0;
    for (let i = 1; i < draws.length; i++) sum += (draws[i - 1]! - 0.5) * (draws[i]! - 0.5);
    const correlation = (12 * sum) / (draws.length - 1);

    // Under independence the correlation has standard deviation 1/√n; 3.29 of them hold 99.9 %.
    expect(Math.abs(correlation)).toBeLessThan(3.29 / Math.sqrt(draws.length));
  });
});

function uniforms(key: Key, count: number): number[] {
  const words = new Int32Array(2);
  return Array.from({ length: count }, (_, number) => {
    threefry(words, key[0], key[1], number, nameHash("service"));
    return uniformOf(words[0]!, words[1]!);
  });
}

/** The probability of a chi-square as large as this or larger, were all boxes equally likely. */
function chiSquareShare(values: readonly number[], boxes: number): number {
  const counts = new Array<number>(boxes).fill(0);
  for (const value of values) counts[Math.floor(value * boxes)]!++;
  const expected = values.length / boxes;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // The chi-square law with n degrees of freedom is the gamma law of shape n/2 and scale 2.
  return 1 - jStat.gamma.cdf(chiSquare, (boxes - 1) / 2, 2);
}
