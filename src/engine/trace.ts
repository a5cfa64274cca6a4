/** What can happen, in the past tense. */
export type Fact =
  | "arrived"
  | "joined"
  | "called"
  | "served"
  | "reneged"
  | "absent"
  | "balked"
  | "turned-away"
  | "denied"
  | "left"
  | "inside-at-end"
  | "came-on"
  | "went-off"
  | "broke-down"
  | "repaired";

/** One event, for people who do not believe a number. */
export interface TraceEvent {
  /** Seconds from opening. */
  readonly time: number;
  readonly fact: Fact;
  /** `walk-in#12`; empty for what happens to a server. */
  readonly visitor: string;
  /** Empty where no station is involved. */
  readonly station: string;
  /** `universal/3`, from 1; empty where no server is involved. */
  readonly server: string;
}

export type Trace = (event: TraceEvent) => void;
