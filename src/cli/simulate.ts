import { experiment, type Progress } from "#experiment/experiment.js";
import type { NamedScenario } from "#experiment/named-scenario.js";
import type { StoppingRule } from "#experiment/stopping.js";
import type { Result } from "#result/result.js";
import type { Job, Runner } from "#runner/job.js";
import type { ReadFile } from "#scenario/scenario-error.js";
import { UserError } from "./exit.js";
import { makeFolder, sha256 } from "./files.js";
import { checkOptions, outputFolder, precisionOf, type SimulationOptions } from "./options.js";
import { showProgress } from "./progress.js";
import { version } from "./version.js";

/** Seconds of work when nothing else is said. */
const WORK = 10;

/**
 * Runs the experiment that the options ask for, once there is a folder for what comes out. Ctrl-C stops it and keeps what is
 * done; a second one ends the program.
 *
 * @throws UserError when it is stopped before anything is done
 */
export async function simulate(
  scenarios: readonly NamedScenario[],
  files: readonly ReadFile[],
  options: SimulationOptions,
): Promise<Result> {
  checkOptions(options);
  const folder = outputFolder(options);
  if (folder !== undefined) makeFolder(folder);
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  process.once("SIGINT", onInterrupt);
  const progress = showProgress(options.quiet || options.json);
  try {
    const result = await experiment(scenarios, {
      seed: options.seed,
      calendar: options.calendar,
      stopping: stoppingOf(options),
      openRunner: (job) => openRunner(job, options.threads ?? defaultThreads(scenarios.length, options.replications)),
      signal: interrupt.signal,
      onProgress: (now: Progress) => progress.show(now),
      origin: {
        pscsim: version(),
        node: process.version,
        command: `pscsim ${process.argv.slice(2).join(" ")}`,
        files: files.map(({ path, text }) => ({ path, sha256: sha256(text) })),
      },
    });
    if (result.provenance.replications > 0) return result;
    throw new UserError("Stopped before the first replication was done: there is nothing to show.");
  } finally {
    progress.end();
    process.off("SIGINT", onInterrupt);
  }
}

function stoppingOf({ replications, untilPrecise }: SimulationOptions): StoppingRule {
  if (replications !== undefined) return { kind: "replications", count: replications };
  return {
    kind: "until-precise",
    relativeHalfWidth: precisionOf(untilPrecise),
    seconds: untilPrecise === undefined ? WORK : Number.POSITIVE_INFINITY,
  };
}

/** A pool of threads costs a while to start: it pays for several scenarios and for many days. */
function defaultThreads(scenarios: number, replications: number | undefined): number {
  return scenarios > 1 || (replications ?? 0) >= 2_000 ? 2 : 1;
}

async function openRunner(job: Job, threads: number): Promise<Runner> {
  if (threads === 1) {
    const { inlineRunner } = await import("#runner/inline.js");
    return inlineRunner(job);
  }
  const { threadRunner } = await import("#runner/threads.js");
  return threadRunner(job, threads);
}
