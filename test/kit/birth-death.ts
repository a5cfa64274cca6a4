/**
 * Steady state of a birth-and-death process: the probability of each number from 0 to `most`.
 * Source: Kleinrock (1975), Queueing Systems, volume 1, section 3.1.
 *
 * @param birth rate from n to n + 1
 * @param death rate from n to n - 1
 */
export function steadyState(birth: (n: number) => number, death: (n: number) => number, most: number): number[] {
  const weights = [1];
  for (let n = 1; n <= most; n++) weights.push((weights[n - 1]! * birth(n - 1)) / death(n));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** The mean of `f` of the number, in a steady state. */
export const meanOf = (state: readonly number[], f: (n: number) => number): number =>
  state.reduce((sum, share, n) => sum + share * f(n), 0);

/**
 * The probability of having to wait in M/M/c: Erlang's C formula.
 * Source: Erlang (1917); Kleinrock (1975), Queueing Systems, volume 1, chapter 3.
 */
export function erlangC(servers: number, load: number): number {
  let term = 1;
  let below = 0;
  for (let n = 0; n < servers; n++) {
    below += term;
    term *= load / (n + 1);
  }
  const waiting = (term * servers) / (servers - load);
  return waiting / (below + waiting);
}
