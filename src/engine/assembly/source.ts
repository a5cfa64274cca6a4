import { PatternKind } from "../plan-codes";
import { purposes } from "./purposes";
import { firstWord, secondWord, threefry } from "./random";
import { onGrid } from "./time-grid";
import { drawUniforms } from "./uniforms";

/** Visitors drawn ahead, in one short loop. */
const BLOCK: i32 = 64;

/**
 * One stream of visitors: when the next one comes, and who that is.
 *
 * The non-homogeneous Poisson process is made exactly, by inversion: the n-th visitor comes when the expected number of
 * visitors so far reaches the n-th point of a Poisson process of rate 1. Those at the door are the points below the number
 * expected there. Visitor n is thus the n-th in every reform, whatever the rate.
 * Source: Çinlar (1975), Introduction to Stochastic Processes, ch. 4.7.
 */
export class Source {
  kind: PatternKind = PatternKind.walkIn;
  /** Hash of the name: keys this source's random numbers. */
  stream: i32 = 0;
  /** Cumulative; the last is 1. */
  groupShares: StaticArray<f64> = new StaticArray<f64>(0);
  serviceShares: StaticArray<f64> = new StaticArray<f64>(0);
  /** A walk-in's pieces: starts, and the visitors expected before each on a mean day. */
  starts: StaticArray<f64> = new StaticArray<f64>(0);
  expected: StaticArray<f64> = new StaticArray<f64>(0);
  /** What is replayed; a group or service of -1 is drawn. */
  recordedTimes: StaticArray<f64> = new StaticArray<f64>(0);
  recordedGroups: StaticArray<i32> = new StaticArray<i32>(0);
  recordedServices: StaticArray<i32> = new StaticArray<i32>(0);

  key0: i32 = 0;
  key1: i32 = 0;
  /** How busy this day is; 1 is a mean day. */
  dayFactor: f64 = 1;
  /** The next visitor: number in the source from 0, and place among those drawn ahead. */
  visitor: i32 = -1;
  at: i32 = -1;
  drawn: i32 = 0;
  readonly times: StaticArray<f64> = new StaticArray<f64>(BLOCK);
  readonly services: StaticArray<i32> = new StaticArray<i32>(BLOCK);
  readonly groups: StaticArray<i32> = new StaticArray<i32>(BLOCK);
  readonly uniforms: StaticArray<f64> = new StaticArray<f64>(BLOCK);
  /** Points of the rate-1 process so far. */
  points: f64 = 0;
  piece: i32 = 0;

  constructor(public number: i32) {}

  /** Starts a replication. */
  start(seed0: i32, seed1: i32, replication: i32): void {
    const key = threefry(seed0, seed1, replication, this.stream);
    this.key0 = firstWord(key);
    this.key1 = secondWord(key);
    this.visitor = -1;
    this.at = -1;
    this.drawn = 0;
    this.points = 0;
    this.piece = 0;
  }

  /** Moves on to the next visitor; false when nobody more comes. */
  advance(): bool {
    this.visitor++;
    this.at++;
    return this.at < this.drawn || this.drawBlock();
  }

  private drawBlock(): bool {
    this.at = 0;
    this.drawn = this.kind === PatternKind.replay ? this.recall() : this.drawTimes();
    this.pick(this.groups, this.groupShares, purposes.group, this.recordedGroups);
    this.pick(this.services, this.serviceShares, purposes.service, this.recordedServices);
    return this.drawn > 0;
  }

  private recall(): i32 {
    const count = min(BLOCK, this.recordedTimes.length - this.visitor);
    for (let i = 0; i < count; i++) this.times[i] = onGrid(this.recordedTimes[this.visitor + i]);
    return count;
  }

  private drawTimes(): i32 {
    const starts = this.starts;
    const expected = this.expected;
    const last = expected.length - 1;
    let piece = this.piece;
    let points = this.points;
    const uniforms = this.uniforms;
    drawUniforms(uniforms, this.key0, this.key1, this.visitor, purposes.interarrival);
    let count = 0;
    for (; count < BLOCK; count++) {
      points -= Math.log(uniforms[count]);
      const reached = points / this.dayFactor;
      if (reached >= expected[last]) break;
      if (reached <= expected[0]) this.times[count] = 0;
      else {
        while (reached >= expected[piece + 1]) piece++;
        const share = (reached - expected[piece]) / (expected[piece + 1] - expected[piece]);
        this.times[count] = onGrid(starts[piece] + share * (starts[piece + 1] - starts[piece]));
      }
    }
    this.piece = piece;
    this.points = points;
    return count;
  }

  /** Group or service of those just drawn: as recorded, else by the cumulative shares. */
  private pick(picks: StaticArray<i32>, shares: StaticArray<f64>, purpose: i32, recorded: StaticArray<i32>): void {
    // Of one there is no choice.
    if (shares.length === 1) return;
    drawUniforms(this.uniforms, this.key0, this.key1, this.visitor, purpose);
    for (let i = 0; i < this.drawn; i++) {
      const known = recorded.length === 0 ? -1 : recorded[this.visitor + i];
      picks[i] = known >= 0 ? known : placeOf(this.uniforms[i], shares);
    }
  }
}

/** The first place whose cumulative share is above a uniform. */
function placeOf(u: f64, shares: StaticArray<f64>): i32 {
  let place = 0;
  while (u >= shares[place]) place++;
  return place;
}
