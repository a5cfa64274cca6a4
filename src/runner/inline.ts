import { setImmediate } from "node:timers/promises";
import type { Chunk, Job, Runner } from "./job.js";
import { ChunkRunner } from "./run-chunk.js";

/** Milliseconds of work after which this thread listens whether somebody wants something: a signal, above all. */
const LISTENS_EVERY = 50;

/** Runs replications in this thread, which stays within hearing. */
export async function inlineRunner(job: Job): Promise<Runner> {
  const runner = await ChunkRunner.open(job);
  let isStopped = false;
  let listened = performance.now();
  const work = async (first: number, count: number): Promise<Chunk | null> => {
    const slices = runner.run(first, count);
    for (;;) {
      if (performance.now() - listened >= LISTENS_EVERY) {
        await setImmediate();
        listened = performance.now();
      }
      if (isStopped) return null;
      const slice = slices.next();
      if (slice.done) return slice.value;
    }
  };
  // There is one engine: the next chunk begins when the last is done.
  let last: Promise<Chunk | null> = Promise.resolve(null);
  const run = (first: number, count: number): Promise<Chunk | null> => {
    last = last.then(() => work(first, count));
    return last;
  };
  const stop = (): void => {
    isStopped = true;
  };
  return { ahead: 1, run, stop, close: async () => stop() };
}
