import type { Figures, Runner } from "./workload.js";

/** How much work a measurement is: replications a run, and how many runs after one that only warms up. */
export interface Size {
  readonly replications: number;
  readonly runs: number;
}

/** What was measured of one engine on one workload in one process. */
export interface Measurement extends Figures {
  readonly visitorsPerSecond: number;
  readonly msPerReplication: number;
  /** The processor's time instead of the clock's, V8's helper threads included: steadier on a machine others use too. */
  readonly cpuMsPerReplication: number;
  /** The most memory this process ever held, in MiB: Node itself and its TypeScript loader included. */
  readonly peakMB: number;
}

/** Runs once unmeasured, so that V8 has compiled what is hot, then so many times; speed is the median over runs. */
export function measure(run: Runner, { replications, runs }: Size): Measurement {
  run(replications, "warm-up");
  const timed = Array.from({ length: runs }, (_, i) => timeOne(run, replications, `run ${i}`));
  const mean = (see: (figures: Figures) => number) => timed.reduce((sum, each) => sum + see(each.figures), 0) / runs;
  return {
    visitorsPerSecond: median(timed.map((each) => each.figures.visitors / each.seconds)),
    msPerReplication: median(timed.map((each) => (1000 * each.seconds) / replications)),
    cpuMsPerReplication: median(timed.map((each) => (1000 * each.cpuSeconds) / replications)),
    peakMB: process.resourceUsage().maxRSS / 1024,
    visitors: mean((figures) => figures.visitors) / replications,
    meanWaitMinutes: mean((figures) => figures.meanWaitMinutes),
    p95WaitMinutes: mean((figures) => figures.p95WaitMinutes),
  };
}

interface TimedRun {
  readonly figures: Figures;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

function timeOne(run: Runner, replications: number, seed: string): TimedRun {
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  const figures = run(replications, seed);
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(cpuStart);
  return { figures, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 };
}

/** The middle value, or the mean of the two middle ones; at least one value is given. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
