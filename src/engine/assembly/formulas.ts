import { Operation } from "../plan-codes";
import { Reader } from "./reader";

// What is worked out from the sums of a day, as src/engine/formulas.ts has written it down.

/** Sums of times are exact below this many seconds; beyond, they are compared to one part in 10^9. */
const EXACT_BELOW: f64 = 4294967296;

/** The sums, and behind them what is made of them. */
export let registers: usize = 0;
/** The numbers that were asked for, side by side. */
export let measures: usize = 0;
/** Operation, register of the outcome, operands; those of a sum are led by how many there are. */
let instructions: StaticArray<i32> = new StaticArray<i32>(0);
/** The register of each measure. */
let wanted: StaticArray<i32> = new StaticArray<i32>(0);
/** Pairs of registers that must agree. */
let checks: StaticArray<i32> = new StaticArray<i32>(0);

/** @param place where the registers stand */
export function read(plan: Reader, place: usize): void {
  registers = place;
  const constants = plan.numbers();
  for (let i = 0; i < constants.length; i += 2) write(i32(constants[i]), constants[i + 1]);
  instructions = plan.wholes();
  wanted = plan.wholes();
  checks = plan.wholes();
  measures = heap.alloc(wanted.length << 3);
}

/** To be called once, when the sums of a day are complete. */
export function work(): void {
  for (let at = 0; at < instructions.length; ) {
    const operation = instructions[at];
    const outcome = instructions[at + 1];
    at += 2;
    if (operation === Operation.sum) {
      const count = instructions[at++];
      write(outcome, sumOf(at, count));
      at += count;
    } else if (operation === Operation.block) {
      write(outcome, sumOfBlock(at));
      at += 7;
    } else {
      write(outcome, combined(operation, value(instructions[at]), value(instructions[at + 1])));
      at += 2;
    }
  }
  for (let i = 0; i < wanted.length; i++) store<f64>(measures + (i << 3), value(wanted[i]));
}

function sumOf(at: i32, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) sum += value(instructions[at + i]);
  return sum;
}

/** First register, then count and stride of three sides, the last of which runs fastest. */
function sumOfBlock(at: i32): f64 {
  const first = instructions[at];
  let sum: f64 = 0;
  for (let i = 0; i < instructions[at + 1]; i++) {
    const row = first + i * instructions[at + 2];
    for (let j = 0; j < instructions[at + 3]; j++) {
      const column = row + j * instructions[at + 4];
      for (let k = 0; k < instructions[at + 5]; k++) sum += value(column + k * instructions[at + 6]);
    }
  }
  return sum;
}

/** The first pair that does not agree; -1: all do. */
export function failedCheck(): i32 {
  for (let i = 0; i < checks.length; i += 2) {
    const one = value(checks[i]);
    const tolerance = one < EXACT_BELOW ? 0 : one * 1e-9;
    // Not the other way round: NaN agrees with nothing.
    if (!(Math.abs(one - value(checks[i + 1])) <= tolerance)) return i >> 1;
  }
  return -1;
}

function combined(operation: i32, one: f64, other: f64): f64 {
  switch (operation) {
    case Operation.subtract:
      return one - other;
    case Operation.multiply:
      return one * other;
    case Operation.divide:
      return one / other;
    case Operation.ratio:
      return other === 0 ? NaN : one / other;
    default:
      return max(0, one - other);
  }
}

function value(register: i32): f64 {
  return load<f64>(registers + (usize(register) << 3));
}

function write(register: i32, number: f64): void {
  store<f64>(registers + (usize(register) << 3), number);
}
