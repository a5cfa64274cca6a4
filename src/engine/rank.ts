/**
 * What happens first at one instant: the ladder of ties, written once. Below it, the order of planning decides.
 * A walk's end counts as a finish; a breakdown stands with the repair. Those whose last server has gone are diverted first
 * thing when it comes to calling.
 */
export const enum Rank {
  finish = 0,
  repair = 1,
  roster = 2,
  patience = 3,
  call = 4,
  arrival = 5,
  sample = 6,
}
