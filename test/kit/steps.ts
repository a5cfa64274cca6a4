import type { DistributionSpec } from "#random/distribution.js";
import type { Condition, Step, Text } from "#scenario/scenario.js";

/** A law given by a number of seconds, or as it is. */
export type Time = number | DistributionSpec;

export const law = (time: Time): DistributionSpec =>
  typeof time === "number" ? { kind: "constant", value: time } : time;

/** The same text in every language. */
export const text = (en: string): Text => ({ en, ru: en, kk: en });

type Visit = Extract<Step, { kind: "visit" }>;

/** A visit to one station. */
export function visit(
  station: string,
  options: Partial<Omit<Visit, "kind" | "stations" | "time">> & { time?: Time } = {},
): Visit {
  const { time, ...rest } = options;
  return {
    kind: "visit",
    stations: [station],
    time: time === undefined ? null : law(time),
    sameServer: false,
    fails: 0,
    onFailure: [],
    ...rest,
  };
}

/** A visit to whichever of these has the shortest queue. */
export const shortestOf = (...stations: readonly string[]): Visit => ({ ...visit(""), stations });

export const walk = (metres: number): Step => ({ kind: "walk", metres });
export const pass = (passage: string): Step => ({ kind: "pass", passage });
export const spend = (time: Time): Step => ({ kind: "spend", time: law(time) });
export const deny: Step = { kind: "deny" };
export const leave: Step = { kind: "leave" };

export const when = (condition: Condition, then: readonly Step[], otherwise: readonly Step[] = []): Step => ({
  kind: "when",
  condition,
  then,
  otherwise,
});

export const repeat = (options: { times?: number; again?: number }, ...steps: readonly Step[]): Step => ({
  kind: "repeat",
  times: 1,
  again: 0,
  ...options,
  steps,
});
