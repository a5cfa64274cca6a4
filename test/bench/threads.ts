import { readFileSync } from "node:fs";
import { experiment } from "#experiment/experiment.js";
import { compile } from "#plan/compile.js";
import { inlineRunner } from "#runner/inline.js";
import type { Job, Runner } from "#runner/job.js";
import { threadRunner } from "#runner/threads.js";
import { loadScenario } from "#scenario/load.js";
import { median } from "./measure.js";

const FILE = "city-centre.yaml";
const DAYS = 600;
/** The first only warms up. */
const ROUNDS = 10;

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

/** Whole experiments of the city centre, in this thread and in two workers that stand ready, in turn. */
export async function threads(say: (note: string) => void): Promise<ThreadsRow[]> {
  const resolver = {
    read: (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8"),
    resolve: () => undefined,
  };
  const named = { id: "city-centre", scenario: loadScenario({ entry: FILE, resolver }).scenario };
  const job: Job = { plans: [compile(named.scenario)], seed: "1", calendar: "own" };
  const ours = await inlineRunner(job);
  const workers = threadRunner(job, 2);
  const rounds: { ours: Taken; workers: Taken }[] = [];
  const time = async (runner: Runner): Promise<Taken> => {
    const began = performance.now();
    const before = process.cpuUsage();
    await experiment([named], {
      seed: job.seed,
      calendar: "own",
      stopping: { kind: "replications", count: DAYS },
      // Stays open for the next round.
      openRunner: async () => ({ ...runner, close: async () => undefined }),
      origin: { pscsim: "", node: "", command: "", files: [] },
    });
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
  };
  for (let round = 0; round < ROUNDS; round++) {
    say(`${DAYS} days of ${FILE}, round ${round} of ${ROUNDS - 1}`);
    rounds.push({ ours: await time(ours), workers: await time(workers) });
  }
  await workers.close();
  const warm = rounds.slice(1);
  const sum = (of: "ours" | "workers", what: keyof Taken): number =>
    warm.reduce((total, each) => total + each[of][what], 0);
  const row = (threads: string, of: "ours" | "workers"): ThreadsRow => ({
    threads,
    daysPerSecond: (DAYS * warm.length) / sum(of, "seconds"),
    timesThisThread: sum("ours", "seconds") / sum(of, "seconds"),
    medianTimesThisThread: median(warm.map((each) => each.ours.seconds / each[of].seconds)),
    processorsBusy: sum(of, "processorSeconds") / sum(of, "seconds"),
  });
  return [row("this one", "ours"), row("two workers", "workers")];
}
