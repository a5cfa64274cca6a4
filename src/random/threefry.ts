/**
 * Threefry-2x32 with 20 rounds: turns a counter of two 32-bit words into two random words, under a key of two.
 * A pure function: the same key and counter give the same words, whatever was drawn before.
 * Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11.
 *
 * @param words receives the two words, as signed 32-bit integers
 */
export function threefry(words: Int32Array, first: number, second: number, counter0: number, counter1: number): void {
  // Said once that these are 32-bit integers, V8 checks no later sum: a third off the time, measured.
  const key0 = first | 0;
  const key1 = second | 0;
  const key2 = 0x1bd11bda ^ key0 ^ key1;
  let a = ((counter0 | 0) + key0) | 0;
  let b = ((counter1 | 0) + key1) | 0;

  // Five times four rounds, each round add, rotate, mix; after four rounds a part of the key.
  // Written out: the rotations must be constants for V8 to use the processor's own instruction.
  a = (a + b) | 0;
  b = a ^ ((b << 13) | (b >>> 19));
  a = (a + b) | 0;
  b = a ^ ((b << 15) | (b >>> 17));
  a = (a + b) | 0;
  b = a ^ ((b << 26) | (b >>> 6));
  a = (a + b) | 0;
  b = a ^ ((b << 6) | (b >>> 26));
  a = (a + key1) | 0;
  b = (b + key2 + 1) | 0;

  a = (a + b) | 0;
  b = a ^ ((b << 17) | (b >>> 15));
  a = (a + b) | 0;
  b = a ^ ((b << 29) | (b >>> 3));
  a = (a + b) | 0;
  b = a ^ ((b << 16) | (b >>> 16));
  a = (a + b) | 0;
  b = a ^ ((b << 24) | (b >>> 8));
  a = (a + key2) | 0;
  b = (b + key0 + 2) | 0;

  a = (a + b) | 0;
  b = a ^ ((b << 13) | (b >>> 19));
  a = (a + b) | 0;
  b = a ^ ((b << 15) | (b >>> 17));
  a = (a + b) | 0;
  b = a ^ ((b << 26) | (b >>> 6));
  a = (a + b) | 0;
  b = a ^ ((b << 6) | (b >>> 26));
  a = (a + key0) | 0;
  b = (b + key1 + 3) | 0;

  a = (a + b) | 0;
  b = a ^ ((b << 17) | (b >>> 15));
  a = (a + b) | 0;
  b = a ^ ((b << 29) | (b >>> 3));
  a = (a + b) | 0;
  b = a ^ ((b << 16) | (b >>> 16));
  a = (a + b) | 0;
  b = a ^ ((b << 24) | (b >>> 8));
  a = (a + key1) | 0;
  b = (b + key2 + 4) | 0;

  a = (a + b) | 0;
  b = a ^ ((b << 13) | (b >>> 19));
  a = (a + b) | 0;
  b = a ^ ((b << 15) | (b >>> 17));
  a = (a + b) | 0;
  b = a ^ ((b << 26) | (b >>> 6));
  a = (a + b) | 0;
  b = a ^ ((b << 6) | (b >>> 26));

  words[0] = (a + key2) | 0;
  words[1] = (b + key0 + 5) | 0;
}
