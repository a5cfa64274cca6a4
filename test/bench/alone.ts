import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measurement, Size } from "./measure.js";
import type { Workload } from "./workload.js";

/** One engine on one workload. `settings` change the scenario, for our own engine only. */
export interface Task {
  readonly workload: Workload;
  readonly engine: string;
  readonly size: Size;
  readonly settings?: readonly string[];
}

const ONE = fileURLToPath(new URL("one.ts", import.meta.url));

/** Measures in a fresh process. @throws Error when that process fails. */
export function measureAlone(task: Task): Measurement {
  const { workload, engine, size, settings = [] } = task;
  const given = ["--import", "tsx", ONE, workload, engine, JSON.stringify(size), ...settings];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${engine} failed on ${workload}:\n${stderr}`);
  return JSON.parse(stdout);
}
