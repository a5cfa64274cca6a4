// The codes in which plan-writer.ts tells the engine what a plan says.

/** What a station has that most have not: bits, asked before anything rarer is looked at. */
export const enum Has {
  gap = 1,
  absentTicket = 2,
  /** Limited room. */
  room = 4,
  /** Nobody waits for servers who are all away or out of order. */
  barrier = 8,
  /** The length of its queue is right at every moment. */
  watch = 16,
  /** Visitors who return to the server they had. */
  returns = 32,
  /** Several visitors served together. */
  batch = 64,
  /** A rule other than first come, first called. */
  rule = 128,
}

export const enum Rule {
  firstInList = 0,
  lastCome = 1,
  random = 2,
}

export const enum WhenDown {
  wait = 0,
  deny = 1,
  turnAway = 2,
  detour = 3,
}

/** How a law is sampled: the commonest in the engine itself, every other through its quantile function. */
export const enum LawKind {
  constant = 0,
  exponential = 1,
  lognormal = 2,
  uniform = 3,
  byQuantile = 4,
}

/** How visitors of a source come. */
export const enum PatternKind {
  walkIn = 0,
  replay = 1,
}

/** How a formula makes a number of others. */
export const enum Operation {
  sum = 0,
  /** The sum of a block of registers. */
  block = 1,
  subtract = 2,
  multiply = 3,
  divide = 4,
  /** NaN instead of infinity. */
  ratio = 5,
  /** The difference, 0 where it is negative. */
  excess = 6,
}
