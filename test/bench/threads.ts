import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inlineRunner } from "#runner/inline.js";
import type { Runner } from "#runner/job.js";
import { threadRunner } from "#runner/threads.js";
import { FILE, job, runDays } from "./city-centre.js";
import { median } from "./measure.js";

/** An experiment that `pscsim run` gives two threads unasked; of 600 days a twentieth would be the last chunk and summing up. */
const DAYS = 3000;
/** The first only warms up. */
const ROUNDS = 6;
const APART = fileURLToPath(new URL("process-apart.ts", import.meta.url));

export interface ThreadsRow {
  readonly threads: string;
  /** Over all rounds: the machine may change its speed from one to the next. */
  readonly daysPerSecond: number;
  readonly timesThisThread: number;
  /** Of the ratios of single rounds. */
  readonly medianTimesThisThread: number;
  /** Seconds of all processors together, a second. */
  readonly processorsBusy: number;
}

/** How long a round took, and of all processors together. */
interface Taken {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/**
 * Whole experiments of the city centre in turn: in this thread; in two workers that stand ready; half of the days in each
 * of two processes that hand nothing over, which is what the machine gives at best.
 */
export async function threads(say: (note: string) => void): Promise<ThreadsRow[]> {
  const ours = await inlineRunner(job);
  const workers = threadRunner(job, 2);
  const processes = [processApart(), processApart()];
  await Promise.all(processes.map(answer));
  const ways: Record<string, () => Promise<Taken>> = {
    "this one": () => inThisProcess(ours),
    "two workers": () => inThisProcess(workers),
    "two processes apart": () => inProcesses(processes),
  };
  const rounds: Record<string, Taken>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`${DAYS} days of ${FILE}, round ${round} of ${ROUNDS - 1}`);
    const taken: Record<string, Taken> = {};
    for (const [name, run] of Object.entries(ways)) taken[name] = await run();
    if (round > 0) rounds.push(taken);
  }
  await workers.close();
  for (const each of processes) each.kill();
  return Object.keys(ways).map((name) => rowOf(name, rounds));
}

/** @throws Error when it fails. */
function processApart(): ChildProcess {
  const started = fork(APART);
  started.once("exit", (code) => {
    if (code) throw new Error(`a process of the bench ended with ${code}`);
  });
  return started;
}

async function inThisProcess(runner: Runner): Promise<Taken> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await runDays(runner, DAYS);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

async function inProcesses(processes: readonly ChildProcess[]): Promise<Taken> {
  const began = performance.now();
  const answers = processes.map(answer);
  for (const each of processes) each.send(DAYS / processes.length);
  const processorSeconds = (await Promise.all(answers)).reduce((sum, seconds) => sum + seconds, 0);
  return { seconds: (performance.now() - began) / 1000, processorSeconds };
}

/** What a process says next. */
async function answer(asked: ChildProcess): Promise<number> {
  const [said] = await once(asked, "message");
  return said;
}

function rowOf(threads: string, rounds: readonly Record<string, Taken>[]): ThreadsRow {
  const sum = (of: string, what: keyof Taken): number => rounds.reduce((total, each) => total + each[of]![what], 0);
  return {
    threads,
    daysPerSecond: (DAYS * rounds.length) / sum(threads, "seconds"),
    timesThisThread: sum("this one", "seconds") / sum(threads, "seconds"),
    medianTimesThisThread: median(rounds.map((each) => each["this one"]!.seconds / each[threads]!.seconds)),
    processorsBusy: sum(threads, "processorSeconds") / sum(threads, "seconds"),
  };
}
