import { workerData } from "piscina";
import { adoptEngine } from "#engine/instance.js";
import type { Chunk, Job } from "./job.js";
import { ChunkRunner } from "./run-chunk.js";

/** What a worker thread is started with. */
export interface WorkerData {
  readonly job: Job;
  /** The engine, compiled. */
  readonly engine: object;
}

let runner: Promise<ChunkRunner> | undefined;

/** What a worker thread does: a chunk of replications of its job. */
export default async function runInThread({ first, count }: { first: number; count: number }): Promise<Chunk> {
  runner ??= start(workerData as WorkerData);
  return (await runner).run(first, count);
}

function start({ job, engine }: WorkerData): Promise<ChunkRunner> {
  adoptEngine(engine);
  return ChunkRunner.open(job);
}
