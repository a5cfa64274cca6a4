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
/** The first round only warms up. */
const ROUNDS = 6;

export interface ThreadsRow {
  readonly threads: string;
  readonly daysPerSecond: number;
  /** Of the same round, the median over rounds. */
  readonly timesThisThread: number;
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
  const seconds: { ours: number; workers: number }[] = [];
  const time = async (runner: Runner): Promise<number> => {
    const began = performance.now();
    await experiment([named], {
      seed: job.seed,
      calendar: "own",
      stopping: { kind: "replications", count: DAYS },
      // Stays open for the next round.
      openRunner: async () => ({ ...runner, close: async () => undefined }),
      origin: { pscsim: "", node: "", command: "", files: [] },
    });
    return (performance.now() - began) / 1000;
  };
  for (let round = 0; round < ROUNDS; round++) {
    say(`${DAYS} days of ${FILE}, round ${round} of ${ROUNDS - 1}`);
    seconds.push({ ours: await time(ours), workers: await time(workers) });
  }
  await workers.close();
  const warm = seconds.slice(1);
  const speed = (of: "ours" | "workers"): number => median(warm.map((each) => DAYS / each[of]));
  return [
    { threads: "this one", daysPerSecond: speed("ours"), timesThisThread: 1 },
    {
      threads: "two workers",
      daysPerSecond: speed("workers"),
      timesThisThread: median(warm.map(({ ours, workers }) => ours / workers)),
    },
  ];
}
