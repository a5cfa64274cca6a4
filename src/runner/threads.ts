import { Piscina } from "piscina";
import { compiledEngine } from "#engine/instance.js";
import type { Chunk, Job, Runner } from "./job.js";
import { RunnerError } from "./runner-error.js";
import type { WorkerData } from "./worker.js";

/** Runs chunks of replications in worker threads; the numbers are the same as in one. */
export function threadRunner(job: Job, threads: number): Runner {
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const pool = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    // One at work and one at hand; a third lies here for whoever is done first.
    concurrentTasksPerWorker: 2,
    workerData: { job, engine: compiledEngine(), stopped } satisfies WorkerData,
  });
  const working = new Set<Promise<Chunk | null>>();
  const stop = (): void => {
    Atomics.store(stopped, 0, 1);
  };
  return {
    ahead: 3 * threads,
    run: (first, count) => {
      const chunk: Promise<Chunk | null> = pool
        .run({ first, count })
        .catch(failed)
        .finally(() => working.delete(chunk));
      working.add(chunk);
      return chunk;
    },
    stop,
    close: async () => {
      stop();
      // A pool that is destroyed while it works ends the program.
      await Promise.allSettled(working);
      await pool.destroy();
    },
  };
}

function failed(error: unknown): never {
  throw new RunnerError(`a worker thread failed: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
}
