import { PER_UNIT } from "./random";

// Uniforms of many visitors at once. The bits are those of `uniform` in random.ts; a processor does four in little more than
// the time of one.

/** Writes the uniforms of visitors `first`, `first + 1`, … for a purpose, pass 0; `into` has room for a multiple of four. */
export function drawUniforms(into: StaticArray<f64>, key0: i32, key1: i32, first: i32, purpose: i32): void {
  for (let i = 0; i < into.length; i += 4) {
    drawFour(changetype<usize>(into) + (usize(i) << 3), key0, key1, first + i, purpose);
  }
}

/** Threefry-2x32 of 20 rounds, as in random.ts, in four lanes. */
function drawFour(into: usize, key0: i32, key1: i32, first: i32, purpose: i32): void {
  const part0 = i32x4.splat(key0);
  const part1 = i32x4.splat(key1);
  const part2 = i32x4.splat(0x1bd11bda ^ key0 ^ key1);
  let a = i32x4.add(i32x4.splat(first + key0), i32x4(0, 1, 2, 3));
  let b = i32x4.splat(purpose + key1);

  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 13), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 15), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 26), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 6), a);
  a = i32x4.add(a, part1);
  b = i32x4.add(b, i32x4.add(part2, i32x4.splat(1)));

  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 17), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 29), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 16), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 24), a);
  a = i32x4.add(a, part2);
  b = i32x4.add(b, i32x4.add(part0, i32x4.splat(2)));

  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 13), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 15), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 26), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 6), a);
  a = i32x4.add(a, part0);
  b = i32x4.add(b, i32x4.add(part1, i32x4.splat(3)));

  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 17), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 29), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 16), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 24), a);
  a = i32x4.add(a, part1);
  b = i32x4.add(b, i32x4.add(part2, i32x4.splat(4)));

  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 13), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 15), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 26), a);
  a = i32x4.add(a, b);
  b = v128.xor(rotated(b, 6), a);

  storeUnits(into, i32x4.add(a, part2), i32x4.add(b, i32x4.add(part0, i32x4.splat(5))));
}

function rotated(lanes: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(lanes, bits), i32x4.shr_u(lanes, 32 - bits));
}

/** Turns four pairs of words into uniforms. */
function storeUnits(into: usize, first: v128, second: v128): void {
  const low = i32x4.shr_u(second, 12);
  v128.store(into, unitsOf(first, low));
  v128.store(into, unitsOf(higherHalf(first), higherHalf(low)), 16);
}

function higherHalf(lanes: v128): v128 {
  return i32x4.shuffle(lanes, lanes, 2, 3, 0, 1);
}

/** Of the lower two lanes: a number of 52 bits and a half, times 2^-52. */
function unitsOf(first: v128, second: v128): v128 {
  const high = f64x2.mul(f64x2.convert_low_i32x4_u(first), f64x2.splat(1048576));
  const whole = f64x2.add(high, f64x2.convert_low_i32x4_u(second));
  return f64x2.mul(f64x2.add(whole, f64x2.splat(0.5)), f64x2.splat(PER_UNIT));
}
