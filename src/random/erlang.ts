import type { DistributionMaker } from "./distribution.js";
import { gammaOfShape } from "./gamma.js";

/** Erlang law: the sum of `stages` exponential times alike, of the given mean in all. A gamma law with a whole shape. */
export const erlang: DistributionMaker<"erlang"> = ({ mean, stages }) => gammaOfShape(mean, stages);
