import { workerData } from "piscina";
import { adoptEngine } from "#engine/instance.js";
import type { Chunk, Job, PartRoom } from "./job.js";
import { ChunkRunner } from "./run-chunk.js";

/** What a worker thread is started with. */
export interface WorkerData {
  readonly job: Job;
  /** The engine, compiled. */
  readonly engine: object;
  /** Shared by all threads: not 0 as soon as they are to stop. */
  readonly stopped: Int32Array<SharedArrayBuffer>;
}

let runner: Promise<ChunkRunner> | undefined;

/** What is asked of a worker thread. */
export interface Task {
  readonly first: number;
  readonly count: number;
  /** Memory that the threads share: where to leave the part of each plan. */
  readonly rooms: readonly PartRoom[];
}

/** What a worker thread does: a chunk of replications of its job, unless it is stopped. */
export default async function runInThread({ first, count, rooms }: Task): Promise<Chunk | null> {
  const data = workerData as WorkerData;
  runner ??= start(data);
  const work = (await runner).run(first, count, rooms);
  while (Atomics.load(data.stopped, 0) === 0) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
  return null;
}

function start({ job, engine }: WorkerData): Promise<ChunkRunner> {
  adoptEngine(engine);
  return ChunkRunner.open(job);
}
