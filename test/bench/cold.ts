import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./measure.js";

const COMMAND = ["bin/pscsim.js", "run", "test/bench/psc-day.yaml", "--replications", "200", "--json", "--quiet"];
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 7;

export interface ColdStart {
  readonly command: string;
  readonly medianSeconds: number;
  readonly least: number;
  readonly most: number;
}

/** Wall time of the command a user types, 200 days of W2, each time in a new process. @throws Error when it fails. */
export function cold(): ColdStart {
  const seconds = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, COMMAND, {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error(`node ${COMMAND.join(" ")} failed:\n${stderr}`);
    return (performance.now() - start) / 1000;
  });
  return {
    command: `node ${COMMAND.join(" ")}`,
    medianSeconds: median(seconds),
    least: Math.min(...seconds),
    most: Math.max(...seconds),
  };
}
