import type { Scenario } from "#scenario/scenario.js";

/** A scenario of an experiment, under a short name that the result calls it by. */
export interface NamedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}
