import { measureAlone } from "./alone.js";
import { engines } from "./engines.js";
import { type Measurement, median, type Size } from "./measure.js";
import { type Workload, workloads } from "./workload.js";

export interface Row extends Measurement {
  readonly workload: Workload;
  readonly engine: string;
  /** Our speed over this engine's, the median over rounds. */
  readonly pscsimIsTimesFaster: number;
  /** Of the round least disturbed by what else the machine does. */
  readonly bestVisitorsPerSecond: number;
  readonly pscsimIsTimesFasterAtBest: number;
}

const sizes: Record<Workload, Size> = {
  W1: { replications: 1, runs: 3 },
  W2: { replications: 200, runs: 3 },
};

/**
 * All engines on all workloads. The engines take turns in each round, so that a slow spell of the machine falls on all
 * of them, and ratios are taken within a round.
 */
export function sideBySide(rounds: number, say: (note: string) => void): Row[] {
  return workloads.flatMap((workload) => {
    const measured = new Map<string, Measurement[]>();
    for (let round = 1; round <= rounds; round++) {
      for (const engine of Object.keys(engines[workload])) {
        say(`${workload} ${engine}, round ${round} of ${rounds}`);
        const found = measureAlone({ workload, engine, size: sizes[workload] });
        measured.set(engine, [...(measured.get(engine) ?? []), found]);
      }
    }
    const ours = measured.get("pscsim")!;
    return [...measured].map(([engine, theirs]) => ({
      workload,
      engine,
      ...overRounds(theirs),
      pscsimIsTimesFaster: ratio(ours, theirs),
      bestVisitorsPerSecond: best(theirs),
      pscsimIsTimesFasterAtBest: best(ours) / best(theirs),
    }));
  });
}

function overRounds(rounds: readonly Measurement[]): Measurement {
  const middle = (key: keyof Measurement) => median(rounds.map((each) => each[key]));
  return {
    visitorsPerSecond: middle("visitorsPerSecond"),
    msPerReplication: middle("msPerReplication"),
    cpuMsPerReplication: middle("cpuMsPerReplication"),
    peakMB: middle("peakMB"),
    visitors: middle("visitors"),
    meanWaitMinutes: middle("meanWaitMinutes"),
    p95WaitMinutes: middle("p95WaitMinutes"),
  };
}

function ratio(ours: readonly Measurement[], theirs: readonly Measurement[]): number {
  return median(theirs.map((each, round) => ours[round].visitorsPerSecond / each.visitorsPerSecond));
}

function best(rounds: readonly Measurement[]): number {
  return Math.max(...rounds.map((each) => each.visitorsPerSecond));
}
