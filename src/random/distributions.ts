import { constant } from "./constant.js";
import { discrete } from "./discrete.js";
import type { Distribution, DistributionKind, DistributionMaker, DistributionSpec } from "./distribution.js";
import { empirical } from "./empirical.js";
import { erlang } from "./erlang.js";
import { exponential } from "./exponential.js";
import { gamma } from "./gamma.js";
import { hyperexponential } from "./hyperexponential.js";
import { lognormal } from "./lognormal.js";
import { normal } from "./normal.js";
import { pert } from "./pert.js";
import { triangular } from "./triangular.js";
import { uniform } from "./uniform.js";
import { weibull } from "./weibull.js";

/** Every law, by the name the scenario gives it. */
export const distributions: { readonly [K in DistributionKind]: DistributionMaker<K> } = {
  constant,
  uniform,
  triangular,
  pert,
  exponential,
  erlang,
  gamma,
  lognormal,
  weibull,
  normal,
  hyperexponential,
  discrete,
  empirical,
};

/**
 * The law that `spec` describes, whose parameters must be valid: the scenario's reading sees to that. Make it once and
 * keep it: a gamma, Erlang, PERT or hyperexponential law takes a millisecond or two to make.
 */
export function distributionOf(spec: DistributionSpec): Distribution {
  return make(spec.kind, spec);
}

/** The cast says what the type checker cannot follow: that a spec's kind names the maker of that very spec. */
function make<K extends DistributionKind>(kind: K, spec: DistributionSpec): Distribution {
  const maker: DistributionMaker<K> = distributions[kind];
  return maker(spec as Parameters<DistributionMaker<K>>[0]);
}
