import type { Job, Runner } from "./job.js";
import { ChunkRunner } from "./run-chunk.js";

/** Runs replications in this thread. */
export async function inlineRunner(job: Job): Promise<Runner> {
  const runner = await ChunkRunner.open(job);
  return {
    ahead: 1,
    run: async (first, count) => runner.run(first, count),
    close: async () => undefined,
  };
}
