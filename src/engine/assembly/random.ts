// Keyed random numbers: the engine's copy of src/random, which tests hold against the original.

/** Odd, so that passes of one purpose never meet: 2^32 divided by the golden ratio. */
const PER_PASS: i32 = 0x9e3779b1;
const PER_WORD: f64 = 1048576;
/** 2^-52 */
const PER_UNIT: f64 = 2.220446049250313e-16;

/** The two words {@link threefry} made last. */
export let word0: i32 = 0;
export let word1: i32 = 0;

/**
 * Threefry-2x32 of 20 rounds: five times four of add, rotate, mix; after each four a part of the key.
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 */
export function threefry(key0: i32, key1: i32, counter0: i32, counter1: i32): void {
  const key2 = 0x1bd11bda ^ key0 ^ key1;
  let a = counter0 + key0;
  let b = counter1 + key1;

  a += b;
  b = a ^ rotl<i32>(b, 13);
  a += b;
  b = a ^ rotl<i32>(b, 15);
  a += b;
  b = a ^ rotl<i32>(b, 26);
  a += b;
  b = a ^ rotl<i32>(b, 6);
  a += key1;
  b += key2 + 1;

  a += b;
  b = a ^ rotl<i32>(b, 17);
  a += b;
  b = a ^ rotl<i32>(b, 29);
  a += b;
  b = a ^ rotl<i32>(b, 16);
  a += b;
  b = a ^ rotl<i32>(b, 24);
  a += key2;
  b += key0 + 2;

  a += b;
  b = a ^ rotl<i32>(b, 13);
  a += b;
  b = a ^ rotl<i32>(b, 15);
  a += b;
  b = a ^ rotl<i32>(b, 26);
  a += b;
  b = a ^ rotl<i32>(b, 6);
  a += key0;
  b += key1 + 3;

  a += b;
  b = a ^ rotl<i32>(b, 17);
  a += b;
  b = a ^ rotl<i32>(b, 29);
  a += b;
  b = a ^ rotl<i32>(b, 16);
  a += b;
  b = a ^ rotl<i32>(b, 24);
  a += key1;
  b += key2 + 4;

  a += b;
  b = a ^ rotl<i32>(b, 13);
  a += b;
  b = a ^ rotl<i32>(b, 15);
  a += b;
  b = a ^ rotl<i32>(b, 26);
  a += b;
  b = a ^ rotl<i32>(b, 6);

  word0 = a + key2;
  word1 = b + key0 + 5;
}

/** A uniform in (0, 1): a pure function of key, number, purpose and pass. */
export function uniform(key0: i32, key1: i32, number: i32, purpose: i32, pass: i32): f64 {
  threefry(key0, key1, number, purpose + pass * PER_PASS);
  return (f64(u32(word0)) * PER_WORD + f64(u32(word1) >>> 12) + 0.5) * PER_UNIT;
}
