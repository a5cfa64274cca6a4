import { Op, type Plan, type PlannedSource, type PlannedStation, Word } from "#plan/plan.js";
import type { DistributionSpec } from "#random/distribution.js";
import { nameHash } from "#random/keys.js";
import { Has, LawKind, PatternKind, Rule, WhenDown } from "./plan-codes.js";
import type { Worksheet } from "./worksheet.js";

export interface Extras {
  readonly isTraced: boolean;
  readonly keepsLedger: boolean;
  /** Is the calendar one outside the engine? */
  readonly hasOtherCalendar: boolean;
}

/** Names of the engine's own draws, in the order in which it reads their hashes. */
const purposes = ["interarrival", "group", "service", "walking-speed", "call", "breakdown", "repair"];

const rules = {
  "first-come": Rule.firstInList,
  priority: Rule.firstInList,
  "last-come": Rule.lastCome,
  random: Rule.random,
};
const downs = { wait: WhenDown.wait, deny: WhenDown.deny, "turn-away": WhenDown.turnAway, detour: WhenDown.detour };

/** A plan and its worksheet as the engine reads them: number after number, lists led by their length. The order is that of assembly/load.ts. */
export function writePlan(plan: Plan, worksheet: Worksheet, extras: Extras): Float64Array {
  const { isTraced, keepsLedger, hasOtherCalendar } = extras;
  const { groups, stations, lines, pools, sources } = plan;
  const numbers: number[] = [plan.closes, flag(plan.closeAtOnce), plan.intervalWidth, plan.promiseWait];
  numbers.push(flag(isTraced), flag(keepsLedger), flag(hasOtherCalendar), ...purposes.map(nameHash));
  writeEach(numbers, plan.distributions, lawOf);
  writeEach(numbers, groups, (group) => [group.walkingSpeed, group.stairsShare, group.serviceTimeFactor]);
  numbers.push(plan.services.length);
  writeList(numbers, plan.intervals);
  numbers.push(worksheet.formulas.length);
  writeEach(numbers, stations, (station) => stationOf(station, isTraced));
  writeEach(numbers, lines, (line) => [line.station]);
  writeEach(numbers, pools, (pool) => [
    ...[pool.station, ...listed(pool.lines), flag(pool.longestWaiting)],
    ...[...listed(pool.rosterTimes), ...listed(pool.rosterCounts), pool.servers],
  ]);
  writeRoutes(numbers, plan);
  writeEach(numbers, sources, sourceOf);
  writeWorksheet(numbers, worksheet);
  return new Float64Array(numbers);
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

function listed(values: ArrayLike<number>): number[] {
  return [values.length, ...Array.from(values)];
}

function writeList(numbers: number[], values: ArrayLike<number>): void {
  numbers.push(values.length);
  for (let i = 0; i < values.length; i++) numbers.push(values[i]);
}

function writeEach<T>(numbers: number[], items: readonly T[], numbersOf: (item: T) => readonly number[]): void {
  numbers.push(items.length);
  for (const item of items) for (const number of numbersOf(item)) numbers.push(number);
}

/** Kind, and value, mean, mean and standard deviation of the logarithm, or least value and width. */
function lawOf(spec: DistributionSpec): readonly number[] {
  if (spec.kind === "constant") return [LawKind.constant, spec.value, 0];
  if (spec.kind === "exponential") return [LawKind.exponential, spec.mean, 0];
  if (spec.kind === "uniform") return [LawKind.uniform, spec.min, spec.max - spec.min];
  if (spec.kind !== "lognormal") return [LawKind.byQuantile, 0, 0];
  const variance = Math.log1p(spec.cv ** 2);
  return [LawKind.lognormal, Math.log(spec.mean) - variance / 2, Math.sqrt(variance)];
}

function stationOf(station: PlannedStation, isTraced: boolean): number[] {
  return [
    ...[featuresOf(station) | (isTraced ? Has.watch : 0), rules[station.rule], station.levelCount],
    ...[station.gap, station.absentTicket, station.room, flag(station.whenFull === "balk"), downs[station.whenDown]],
    ...[station.batch, station.breakdownEvery, station.breakdownRepair, station.stream],
    ...[...station.levels].flatMap((level, group) => [level, station.patience[group]]),
  ];
}

function featuresOf(station: PlannedStation): number {
  return (
    (station.gap > 0 ? Has.gap : 0) |
    (station.absentTicket > 0 ? Has.absentTicket : 0) |
    (station.room < Number.POSITIVE_INFINITY ? Has.room : 0) |
    (station.whenDown === "wait" ? 0 : Has.barrier) |
    (station.isWatched ? Has.watch : 0) |
    (station.hasReturns ? Has.returns : 0) |
    (station.batch > 1 ? Has.batch : 0) |
    (station.rule === "last-come" || station.rule === "random" ? Has.rule : 0)
  );
}

function writeRoutes(numbers: number[], { walks, chances, groups, program, alternatives, entries }: Plan): void {
  numbers.push(walks.length / 3, ...walks);
  numbers.push(chances.length / groups.length);
  for (let first = 0; first < chances.length; first += groups.length) {
    writeList(numbers, chances.subarray(first, first + groups.length));
  }
  numbers.push(program.length / Word.perInstruction);
  for (let at = 0; at < program.length; at += Word.perInstruction) {
    numbers.push(...instructionOf(program.subarray(at, at + Word.perInstruction), alternatives));
  }
  writeList(numbers, entries);
}

/** The operation and as many operands as it has; the alternatives of a choice are written out. */
function instructionOf([op, ...operands]: Int32Array, alternatives: Int32Array): number[] {
  if (op === Op.shortest) {
    const [first, count] = operands;
    return [op, count, ...alternatives.subarray(2 * first, 2 * (first + count))];
  }
  return [op, ...operands.slice(0, operandCounts[op as keyof typeof operandCounts])];
}

const operandCounts = {
  [Op.leave]: 1,
  [Op.seize]: 5,
  [Op.serve]: 3,
  [Op.release]: 1,
  [Op.walk]: 1,
  [Op.test]: 4,
  [Op.jump]: 1,
  [Op.again]: 3,
  [Op.spend]: 2,
} as const;

function sourceOf({ stream, groupShares, serviceShares, pattern }: PlannedSource): number[] {
  const shares = [...listed(groupShares), ...listed(serviceShares)];
  if (pattern.kind === "walk-in") {
    return [PatternKind.walkIn, stream, ...shares, ...listed(pattern.starts), ...listed(pattern.expected), 0, 0, 0];
  }
  const recorded = [...listed(pattern.times), ...listed(pattern.groups), ...listed(pattern.services)];
  return [PatternKind.replay, stream, ...shares, 0, 0, ...recorded];
}

function writeWorksheet(numbers: number[], { formulas, measures, checks }: Worksheet): void {
  for (const number of formulas.written()) numbers.push(number);
  writeList(numbers, measures);
  writeList(
    numbers,
    checks.flatMap(({ one, other }) => [one, other]),
  );
}
