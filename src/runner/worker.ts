import { workerData } from "piscina";
import type { Chunk, Job } from "./job.js";
import { ChunkRunner } from "./run-chunk.js";

let runner: Promise<ChunkRunner> | undefined;

/** What a worker thread does: a chunk of replications of the job it was started with. */
export default async function runInThread({ first, count }: { first: number; count: number }): Promise<Chunk> {
  runner ??= ChunkRunner.open(workerData as Job);
  return (await runner).run(first, count);
}
