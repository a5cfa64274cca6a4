/** A plan as TypeScript has written it, number by number: see src/engine/plan-writer.ts. Read once, in the same order. */
export class Reader {
  constructor(private at: usize) {}

  number(): f64 {
    const value = load<f64>(this.at);
    this.at += 8;
    return value;
  }

  whole(): i32 {
    return i32(this.number());
  }

  flag(): bool {
    return this.number() !== 0;
  }

  numbers(): StaticArray<f64> {
    const values = new StaticArray<f64>(this.whole());
    for (let i = 0; i < values.length; i++) values[i] = this.number();
    return values;
  }

  wholes(): StaticArray<i32> {
    const values = new StaticArray<i32>(this.whole());
    for (let i = 0; i < values.length; i++) values[i] = this.whole();
    return values;
  }
}
