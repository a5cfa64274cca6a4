import { readFileSync } from "node:fs";
import { experiment } from "#experiment/experiment.js";
import { compile } from "#plan/compile.js";
import type { Job, Runner } from "#runner/job.js";
import { loadScenario } from "#scenario/load.js";

export const FILE = "city-centre.yaml";

const resolver = {
  read: (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), "utf8"),
  resolve: () => undefined,
};
const named = { id: "city-centre", scenario: loadScenario({ entry: FILE, resolver }).scenario };

export const job: Job = { plans: [compile(named.scenario)], seed: "1", calendar: "own" };

/** A whole experiment, from the plan to the result. The runner stays open. */
export async function runDays(runner: Runner, days: number): Promise<void> {
  await experiment([named], {
    seed: job.seed,
    calendar: job.calendar,
    stopping: { kind: "replications", count: days },
    openRunner: async () => ({ ...runner, close: async () => undefined }),
    origin: { pscsim: "", node: "", command: "", files: [] },
  });
}
