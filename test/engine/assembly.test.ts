import { describe, expect, test } from "vitest";
import { type EngineExports, instantiate, noOutside } from "#engine/instance.js";
import { LawKind } from "#engine/plan-codes.js";
import type { DistributionSpec } from "#random/distribution.js";
import { distributionOf } from "#random/distributions.js";
import { uniformOf } from "#random/keys.js";
import { threefry } from "#random/threefry.js";

const engine: EngineExports = instantiate(noOutside);

/** Source: Salmon, Moraes, Dror, Shaw (2011), Random123, file kat_vectors: counter, key, answer. */
const knownAnswers = [
  [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
  [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
] as const;

describe("the engine's own copy of our random numbers", () => {
  test.each(knownAnswers)("Threefry gives the published words: counter %i %i", (...[c0, c1, k0, k1, first, second]) => {
    const answer = [engine.threefry0(k0, k1, c0, c1), engine.threefry1(k0, k1, c0, c1)];

    expect(answer.map((word) => word >>> 0)).toEqual([first, second]);
  });

  test("both copies agree on a thousand further counters", () => {
    const words = new Int32Array(2);
    for (let number = 0; number < 1000; number++) {
      threefry(words, 12, -34, number, 99);
      expect([engine.threefry0(12, -34, number, 99), engine.threefry1(12, -34, number, 99)]).toEqual([...words]);
    }
  });
});

describe("uniforms of several visitors at once", () => {
  test.each(knownAnswers)("start with what Threefry's published words give: counter %i %i", (...answer) => {
    const [c0, c1, k0, k1, first, second] = answer;

    expect(uniformsFrom(k0, k1, c0, c1)[0]).toBe(uniformOf(first, second));
  });

  test("are those of each visitor alone", () => {
    const words = new Int32Array(2);
    for (let first = 0; first < 1000; first += 8) {
      const alone = Array.from({ length: 8 }, (_, i) => {
        threefry(words, 12, -34, first + i, -99);
        return uniformOf(words[0], words[1]);
      });
      expect(uniformsFrom(12, -34, first, -99)).toEqual(alone);
    }
  });

  function uniformsFrom(key0: number, key1: number, first: number, purpose: number): number[] {
    const place = engine.uniforms(key0, key1, first, purpose);
    return [...new Float64Array(engine.memory.buffer, place, 8)];
  }
});

describe("the laws the engine samples itself are those of src/random", () => {
  const variance = Math.log1p(0.7 ** 2);
  const laws: [spec: DistributionSpec, kind: LawKind, first: number, second: number][] = [
    [{ kind: "constant", value: 540 }, LawKind.constant, 540, 0],
    [{ kind: "exponential", mean: 540 }, LawKind.exponential, 540, 0],
    [{ kind: "uniform", min: 0.8, max: 1.4 }, LawKind.uniform, 0.8, 1.4 - 0.8],
    [{ kind: "lognormal", mean: 540, cv: 0.7 }, LawKind.lognormal, Math.log(540) - variance / 2, Math.sqrt(variance)],
  ];

  test.each(laws)("%o", (spec, kind, first, second) => {
    const law = distributionOf(spec);
    const words = new Int32Array(2);
    for (let number = 0; number < 20_000; number++) {
      threefry(words, 12, -34, number, 0);
      const expected = law.quantile(uniformOf(words[0], words[1]));
      const sampled = engine.sample(kind, first, second, 12, -34, number);
      expect(Math.abs(sampled / expected - 1)).toBeLessThan(1e-13);
    }
  });
});

test("an engine that misses something it was to be given says so, and does not guess", () => {
  expect(() => engine.sample(LawKind.byQuantile, 0, 0, 1, 2, 3)).toThrow("the engine called what it was not given");
});
