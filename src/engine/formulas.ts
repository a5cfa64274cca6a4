import { Operation } from "./plan-codes.js";

/** Where a number of a day stands: a sum, a constant, or what a formula makes of others. */
export type Register = number;

/** So many registers, the same way apart. */
export interface Side {
  readonly count: number;
  readonly stride: number;
}

const single: Side = { count: 1, stride: 0 };

/**
 * What is to be worked out from the sums of a day, written down once a plan: the engine does it after each, which TypeScript
 * would have to compile anew in each thread. A formula that was written before is the same register.
 */
export class Formulas {
  readonly #known = new Map<string, Register>();
  readonly #constants: number[] = [];
  /** Operation, register of the outcome, operands; those of a sum are led by how many there are. */
  readonly #instructions: number[] = [];
  #length: number;

  /** @param sums how many there are; they are the first registers */
  constructor(sums: number) {
    this.#length = sums;
  }

  /** How many registers there are. */
  get length(): number {
    return this.#length;
  }

  constant(value: number): Register {
    return this.#once(`${value}`, () => {
      const register = this.#length++;
      this.#constants.push(register, value);
      return register;
    });
  }

  /** Added one by one, the first first. */
  sum(terms: readonly Register[]): Register {
    if (terms.length === 1) return terms[0];
    return this.#once(`sum ${terms.join(" ")}`, () => {
      const register = this.#length++;
      this.#instructions.push(Operation.sum, register, terms.length, ...terms);
      return register;
    });
  }

  /** The sum of a block of registers; the inner side runs fastest. */
  block(first: Register, inner: Side, middle = single, outer = single): Register {
    const sides = `${outer.count} ${outer.stride} ${middle.count} ${middle.stride} ${inner.count} ${inner.stride}`;
    return this.#once(`${first} ${sides}`, () => {
      const register = this.#length++;
      this.#instructions.push(Operation.block, register, first, outer.count, outer.stride);
      this.#instructions.push(middle.count, middle.stride, inner.count, inner.stride);
      return register;
    });
  }

  subtract(from: Register, what: Register): Register {
    return this.#work(Operation.subtract, from, what);
  }

  multiply(one: Register, other: Register): Register {
    return this.#work(Operation.multiply, one, other);
  }

  divide(what: Register, by: Register): Register {
    return this.#work(Operation.divide, what, by);
  }

  /** The ratio, not defined when there is nothing to compare with. */
  ratio(what: Register, to: Register): Register {
    return this.#work(Operation.ratio, what, to);
  }

  /** By how much one exceeds the other; 0 where it does not. */
  excess(of: Register, over: Register): Register {
    return this.#work(Operation.excess, of, over);
  }

  /** Constants and instructions as the engine reads them: see assembly/formulas.ts. */
  written(): number[] {
    return [this.#constants.length, ...this.#constants, this.#instructions.length, ...this.#instructions];
  }

  #work(operation: Operation, one: Register, other: Register): Register {
    return this.#once(`${operation} ${one} ${other}`, () => {
      const register = this.#length++;
      this.#instructions.push(operation, register, one, other);
      return register;
    });
  }

  #once(name: string, write: () => Register): Register {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const register = write();
    this.#known.set(name, register);
    return register;
  }
}
