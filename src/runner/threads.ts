import { Piscina } from "piscina";
import { CrowdError } from "#engine/crowd-error.js";
import { compiledEngine } from "#engine/instance.js";
import type { Chunk, Job, PartRoom, Runner } from "./job.js";
import { measuresOf } from "./measures-of.js";
import { RunnerError } from "./runner-error.js";
import type { Task, WorkerData } from "./worker.js";

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
  const ahead = 3 * threads;
  const rooms = new Rooms(job.plans, ahead);
  const stop = (): void => {
    Atomics.store(stopped, 0, 1);
  };
  return {
    ahead,
    run: (first, count) => {
      const chunk: Promise<Chunk | null> = pool
        .run({ first, count, rooms: rooms.next(count) } satisfies Task)
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

/** Room for the waits of a plan in a chunk, whole numbers; longer ones are copied. */
const WAITS = 2 ** 18;

/** Memory that the threads share, so that what they work out need not be copied; each room is used again after all others. */
class Rooms {
  readonly #rooms: PartRoom[][];
  readonly #measures: readonly number[];
  #asked = 0;

  constructor(plans: Job["plans"], count: number) {
    this.#rooms = Array.from({ length: count }, () => []);
    this.#measures = plans.map((plan) => measuresOf(plan).length);
  }

  /** One a plan, for so many replications. */
  next(replications: number): readonly PartRoom[] {
    const rooms = this.#rooms[this.#asked++ % this.#rooms.length];
    this.#measures.forEach((measures, plan) => {
      const length = replications * measures;
      const { values, waits = shared(Uint32Array, WAITS) } = rooms[plan] ?? {};
      rooms[plan] = { values: (values?.length ?? 0) < length ? shared(Float64Array, length) : values!, waits };
    });
    return rooms;
  }
}

function shared<T>(
  array: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new array(new SharedArrayBuffer(length * array.BYTES_PER_ELEMENT));
}

/** On its way from the thread an error keeps its text, and loses what it is. */
function failed(error: unknown): never {
  if (error instanceof Error && error.message === new CrowdError().message) throw new CrowdError();
  throw new RunnerError(`a worker thread failed: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
}
