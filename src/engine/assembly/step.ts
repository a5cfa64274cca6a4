import { Op, Outcome } from "../../plan/program";
import { Law } from "./law";
import { Line, Station } from "./station";

/** One instruction of a visitor's program. Which parts it has depends on `op`: see {@link Op}. */
export class Step {
  op: Op = Op.leave;
  /** The instruction that follows. */
  next: Step | null = null;
  /** Where a test, a jump or a repetition leads; of a seizing, what those do whom nobody at work can serve. */
  target: Step | null = null;
  station: Station | null = null;
  line: Line | null = null;
  law: Law | null = null;
  walk: Walk | null = null;
  alternatives: StaticArray<Alternative> | null = null;
  /** Probability by group. */
  chances: StaticArray<f64> | null = null;
  /** Keys the draw; of a seizing, that of patience. */
  purpose: i32 = 0;
  outcome: Outcome = Outcome.served;
  /** A trait stays the same on every pass. */
  isTrait: bool = false;
  /** Wait for the server who served last here. */
  isReturn: bool = false;
  /** Takes as long as the visitor's group needs; a lift's ride does not. */
  isPersonal: bool = false;
}

export class Walk {
  constructor(
    /** Metres. */
    public flat: f64,
    public stairs: f64,
    /** Seconds. */
    public doors: f64,
  ) {}
}

/** One of several stations to choose from by the length of the queue. */
export class Alternative {
  constructor(
    public station: Station,
    public step: Step,
  ) {}
}
