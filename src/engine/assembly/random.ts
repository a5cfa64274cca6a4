// Keyed random numbers: the engine's copy of src/random, which tests hold against the original.

/** Odd, so that passes of one purpose never meet: 2^32 divided by the golden ratio. */
const PER_PASS: i32 = 0x9e3779b1;
/** 2^-52 */
export const PER_UNIT: f64 = 2.220446049250313e-16;

/**
 * Threefry-2x32 of 20 rounds: five times four of add, rotate, mix; after each four a part of the key. Two words, the first
 * in the higher half.
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 */
export function threefry(key0: i32, key1: i32, counter0: i32, counter1: i32): u64 {
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

  return (u64(u32(a + key2)) << 32) | u64(u32(b + key0 + 5));
}

export function firstWord(words: u64): i32 {
  return i32(words >> 32);
}

export function secondWord(words: u64): i32 {
  return i32(words);
}

/** A uniform in (0, 1): a pure function of key, number, purpose and pass. */
export function uniform(key0: i32, key1: i32, number: i32, purpose: i32, pass: i32): f64 {
  const words = threefry(key0, key1, number, purpose + pass * PER_PASS);
  return (f64(i64(words >> 12)) + 0.5) * PER_UNIT;
}
