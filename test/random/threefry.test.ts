import { expect, test } from "vitest";
import { threefry } from "#random/threefry.js";

/**
 * Threefry-2x32 with 20 rounds, in the words' order of the table: counter, key, answer.
 * Source: Salmon, Moraes, Dror, Shaw (2011), Random123, file kat_vectors.
 */
const knownAnswers = [
  ["00000000 00000000", "00000000 00000000", "6b200159 99ba4efe"],
  ["ffffffff ffffffff", "ffffffff ffffffff", "1cb996fc bb002be7"],
  ["243f6a88 85a308d3", "13198a2e 03707344", "c4923a9c 483df7a0"],
] as const;

test.each(knownAnswers)("counter %s under key %s gives the published words %s", (counter, key, answer) => {
  expect(draw(fromHex(key), fromHex(counter))).toEqual(fromHex(answer));
});

test("a draw depends on nothing drawn before it", () => {
  const first = draw([1, 2], [3, 4]);
  draw([5, 6], [7, 8]);

  expect(draw([1, 2], [3, 4])).toEqual(first);
});

test("one bit more in the counter or the key changes about half of the answer's bits", () => {
  const differences = Array.from({ length: 32 }, (_, bit) => [
    bitsBetween(draw([1, 2], [3, 4]), draw([1, 2], [3 ^ (1 << bit), 4])),
    bitsBetween(draw([1, 2], [3, 4]), draw([1, 2 ^ (1 << bit)], [3, 4])),
  ]).flat();

  // Bits that differ follow the binomial law of 64 fair coins: 99.99 % of such counts lie between 17 and 47.
  expect(Math.min(...differences)).toBeGreaterThan(16);
  expect(Math.max(...differences)).toBeLessThan(48);
});

type Words = readonly [number, number];

function draw([key0, key1]: Words, [counter0, counter1]: Words): Words {
  const words = new Int32Array(2);
  threefry(words, key0, key1, counter0, counter1);
  return [words[0]!, words[1]!];
}

function fromHex(text: string): Words {
  const [first, second] = text.split(" ").map((word) => Number.parseInt(word, 16) | 0);
  return [first!, second!];
}

function bitsBetween(one: Words, other: Words): number {
  let count = 0;
  for (let word = 0; word < 2; word++) {
    for (let rest = one[word]! ^ other[word]!; rest !== 0; rest &= rest - 1) count++;
  }
  return count;
}
