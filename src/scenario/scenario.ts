import type { DistributionSpec } from "#random/distribution.js";

/** A text for people: the same in every language, or one per language. */
export interface Text {
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

/**
 * A centre, its visitors and its rules, after reading: nothing optional, every unit a base unit
 * (seconds from opening, metres, metres per second, tenge, shares in [0, 1]).
 */
export interface Scenario {
  readonly title: Text;
  readonly about: Text;
  /** What in this scenario is assumed, not measured; shown wherever its figures are. Empty text: nothing said. */
  readonly assumptions: Text;
  readonly day: Day;
  readonly promise: Promise_;
  readonly costs: Costs;
  readonly groups: readonly Group[];
  readonly arrivals: readonly Arrivals[];
  readonly services: readonly Service[];
  /** Stations in the order the file lists them; lifts follow, as stations with `lift` set. */
  readonly stations: readonly Station[];
  readonly passages: readonly Passage[];
  readonly routes: readonly Route[];
}

export interface Day {
  /** Clock time of opening, in seconds after midnight. All other times count from it. */
  readonly opens: number;
  /** Seconds from opening to closing. */
  readonly length: number;
  readonly atClosing: "serve-all-inside" | "close-at-once";
  /** Width of the intervals results are shown by, seconds. */
  readonly interval: number;
}

/** The standard the waits are held against. */
export interface Promise_ {
  readonly wait: number;
  readonly share: number;
  /** A change of a visitor's time in centre smaller than this counts as unchanged, seconds. */
  readonly noticeable: number;
}

/** Money in tenge. */
export interface Costs {
  readonly serverHour: number;
  readonly visitorHour: number;
}

export interface Group {
  readonly id: string;
  readonly title: Text;
  readonly share: number;
  /** Higher goes first where a station calls by priority. */
  readonly priority: number;
  readonly needs: readonly string[];
  /** The share of the group that can use a kiosk without help. */
  readonly digital: number;
  readonly walkingSpeed: DistributionSpec;
  /** Speed along the slope of stairs, m/s. */
  readonly stairsSpeed: number;
  /** Multiplies every service time of this group at a server. */
  readonly serviceTimeFactor: number;
  /** `null`: waits as long as it takes. */
  readonly patience: DistributionSpec | null;
}

/** One stream of visitors. Its name makes its random numbers, so adding another changes nobody here. */
export interface Arrivals {
  readonly id: string;
  readonly title: Text;
  readonly pattern: ArrivalPattern;
  /** Share of each group, in the order of `Scenario.groups`; sums to 1. */
  readonly groupShares: readonly number[];
  /** Share of each service, in the order of `Scenario.services`; sums to 1. */
  readonly serviceShares: readonly number[];
}

export type ArrivalPattern =
  | {
      readonly kind: "walk-in";
      /** Expected visitors on a mean day, those at the door included. */
      readonly perDay: number;
      /** Share of the day's visitors who stand at the door at opening. */
      readonly atDoor: number;
      /** Width of the pieces of the rate, seconds. */
      readonly every: number;
      /** Relative rate of each piece, from opening; the rest of the day has rate 0. */
      readonly weights: readonly number[];
      /** Coefficient of variation of the gamma factor, mean 1, that multiplies a whole day; 0: none. */
      readonly dayFactorCv: number;
      /** Factors of the weekdays a replication may be, drawn with equal chance; empty: every day alike. */
      readonly weekdays: readonly { readonly weekday: Weekday; readonly factor: number }[];
    }
  | { readonly kind: "replay"; readonly visitors: readonly ReplayedVisitor[] };

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

export interface ReplayedVisitor {
  /** Seconds from opening. */
  readonly at: number;
  /** Index into `Scenario.services`; -1: drawn from the shares. */
  readonly service: number;
  /** Index into `Scenario.groups`; -1: drawn from the shares. */
  readonly group: number;
}

export interface Service {
  readonly id: string;
  readonly title: Text;
  readonly share: number;
  readonly route: string;
  /** Which pools may serve it, where a station has pools. */
  readonly skill: string;
  /** Time at stations that state none of their own. */
  readonly time: DistributionSpec | null;
  /** Time at a named station, before that station's own. */
  readonly times: Readonly<Record<string, DistributionSpec>>;
  /** Probability that a visitor owes a fee. */
  readonly fee: number;
}

export interface Station {
  readonly id: string;
  readonly title: Text;
  /** A station of one pool serves every skill with it. */
  readonly pools: readonly Pool[];
  readonly call: CallRule;
  /** Time a server needs between two tickets, seconds. */
  readonly gap: number;
  /** Server time lost when someone who has given up is called, seconds. */
  readonly absentTicket: number;
  /** People who may wait here; Infinity: no limit. */
  readonly room: number;
  readonly whenFull: "balk" | "turn-away";
  /** `"by-group"`: the group's own patience; `null`: waits as long as it takes. */
  readonly patience: DistributionSpec | "by-group" | null;
  readonly time: DistributionSpec | null;
  /** People a server takes at once (a lift's car); 1 elsewhere. */
  readonly batch: number;
  readonly breakdown: Breakdown | null;
  /** What visitors do, come or waiting, while no server for them is on duty and in order; steps: these instead of the visit. */
  readonly whenDown: "wait" | "deny" | "turn-away" | readonly Step[];
  readonly isClosed: boolean;
  readonly isLift: boolean;
  /** Tenge an hour of one server. */
  readonly serverHour: number;
  /** Name that keys this station's random numbers: its own, or that of the station it is `like`. */
  readonly stream: string;
}

export type CallRule = "first-come" | "priority" | "last-come" | "random";

/** Servers who can do the same things. */
export interface Pool {
  readonly id: string;
  readonly title: Text;
  /** Number of servers from each moment on; first entry at 0, times rising. */
  readonly roster: readonly { readonly from: number; readonly count: number }[];
  /** Skills served, the preferred first; `null`: all. */
  readonly skills: readonly string[] | null;
  /** Whom a free server takes: from the first skill listed that has someone waiting, or who has waited longest. */
  readonly prefer: "listed" | "longest-waiting";
}

export interface Breakdown {
  /** Working time until the next breakdown of one server, seconds. */
  readonly every: DistributionSpec;
  readonly repair: DistributionSpec;
}

/** A way between stations: what there is to pass, whose needs it does not meet, and what those visitors do. */
export interface Passage {
  readonly id: string;
  readonly title: Text;
  /** Metres on the flat and on a ramp, walked at walking speed. */
  readonly walkMetres: number;
  /** Metres along the slope of stairs, walked at stairs speed. */
  readonly stairsMetres: number;
  /** Seconds for doors. */
  readonly doorTime: number;
  /** Needs that this passage does not meet. */
  readonly lacks: readonly string[];
  /** What visitors with such a need do instead; `[deny]` when nothing is stated. */
  readonly instead: readonly Step[];
}

export interface Route {
  readonly id: string;
  readonly steps: readonly Step[];
}

export type Step =
  | {
      readonly kind: "visit";
      /** One station, or several to choose the shortest queue from (equal: the first listed). */
      readonly stations: readonly string[];
      /** Service time of this visit; `null`: as service and station say. */
      readonly time: DistributionSpec | null;
      /** Return to the server who served this visitor here before. */
      readonly sameServer: boolean;
      /** Probability that the visit fails after the service. */
      readonly fails: number;
      readonly onFailure: readonly Step[];
    }
  | { readonly kind: "walk"; readonly metres: number }
  | { readonly kind: "pass"; readonly passage: string }
  | { readonly kind: "spend"; readonly time: DistributionSpec }
  | {
      readonly kind: "when";
      readonly condition: Condition;
      readonly then: readonly Step[];
      readonly otherwise: readonly Step[];
    }
  | {
      readonly kind: "choose";
      readonly options: readonly { readonly share: number; readonly steps: readonly Step[] }[];
    }
  | { readonly kind: "repeat"; readonly times: number; readonly again: number; readonly steps: readonly Step[] }
  | { readonly kind: "follow"; readonly route: string }
  | { readonly kind: "deny" }
  | { readonly kind: "leave" };

export type Condition =
  | { readonly kind: "owes-fee" }
  | { readonly kind: "digital" }
  | { readonly kind: "group"; readonly groups: readonly string[] }
  | { readonly kind: "service"; readonly services: readonly string[] }
  | { readonly kind: "needs"; readonly needs: readonly string[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | { readonly kind: "all"; readonly conditions: readonly Condition[] }
  | { readonly kind: "any"; readonly conditions: readonly Condition[] };
