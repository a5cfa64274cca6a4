/** A law a quantity can follow, as plain data: what the scenario says, in base units (seconds, metres per second, …). */
export type DistributionSpec =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "uniform"; readonly min: number; readonly max: number }
  | { readonly kind: "triangular"; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: "pert"; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: "exponential"; readonly mean: number }
  | { readonly kind: "erlang"; readonly mean: number; readonly stages: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly cv: number }
  | { readonly kind: "lognormal"; readonly mean: number; readonly cv: number }
  | { readonly kind: "weibull"; readonly scale: number; readonly shape: number }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "hyperexponential"; readonly shares: readonly number[]; readonly means: readonly number[] }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly shares: readonly number[] }
  | { readonly kind: "empirical"; readonly values: readonly number[] };

/** The name of a law, as the scenario writes it. */
export type DistributionKind = DistributionSpec["kind"];

/** The data of one law. */
export type SpecOf<K extends DistributionKind> = Extract<DistributionSpec, { kind: K }>;

/**
 * A law ready for use. Variates are made by inversion, one uniform each, so that two scenarios stay aligned
 * visitor by visitor.
 */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** The value below which a share `u` of all variates lies; `u` in (0, 1). */
  readonly quantile: (u: number) => number;
}

/** One law: how its data become a {@link Distribution}. */
export type DistributionMaker<K extends DistributionKind> = (spec: SpecOf<K>) => Distribution;
