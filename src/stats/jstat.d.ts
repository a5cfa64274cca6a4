/** The part of jstat that is used here; the package brings no types. */
declare module "jstat" {
  interface Law {
    cdf(x: number, ...parameters: number[]): number;
    inv(p: number, ...parameters: number[]): number;
  }
  const jStat: {
    readonly studentt: Law;
    readonly normal: Law;
    readonly gamma: Law;
    readonly beta: Law;
    readonly weibull: Law;
    readonly exponential: Law;
    readonly lognormal: Law;
    /** The regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
  };
  export default jStat;
}
