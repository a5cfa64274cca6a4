import { LawKind } from "../plan-codes";
import { normalQuantile } from "./normal-quantile";
import { quantile } from "./outside";
import { uniform } from "./random";

/** A law a quantity follows. Variates by inversion, one uniform each; none for a constant. */
export class Law {
  constructor(
    /** Its place in `Plan.distributions`. */
    public number: i32,
    public kind: i32,
    /** Value, mean, mean of the logarithm, or least value. */
    public first: f64,
    /** Standard deviation of the logarithm, or width. */
    public second: f64,
  ) {}

  /** A variate, not rounded to the grid of times. */
  sample(key0: i32, key1: i32, number: i32, purpose: i32, pass: i32): f64 {
    const kind = this.kind;
    if (kind === LawKind.constant) return this.first;
    const u = uniform(key0, key1, number, purpose, pass);
    if (kind === LawKind.exponential) return -this.first * Math.log(1 - u);
    if (kind === LawKind.lognormal) return Math.exp(this.first + this.second * normalQuantile(u));
    if (kind === LawKind.uniform) return this.first + u * this.second;
    return quantile(this.number, u);
  }
}
