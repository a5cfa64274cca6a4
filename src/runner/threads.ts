import { Piscina } from "piscina";
import { compiledEngine } from "#engine/instance.js";
import type { Job, Runner } from "./job.js";
import { RunnerError } from "./runner-error.js";
import type { WorkerData } from "./worker.js";

/** Runs chunks of replications in worker threads; the numbers are the same as in one. */
export function threadRunner(job: Job, threads: number): Runner {
  const pool = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    // One at work and one at hand; a third lies here for whoever is done first.
    concurrentTasksPerWorker: 2,
    workerData: { job, engine: compiledEngine() } satisfies WorkerData,
  });
  return {
    ahead: 3 * threads,
    run: async (first, count) => {
      try {
        return await pool.run({ first, count });
      } catch (error) {
        throw new RunnerError(`a worker thread failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    },
    close: () => pool.destroy(),
  };
}
