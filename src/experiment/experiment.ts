import { compile } from "#plan/compile.js";
import type { Plan } from "#plan/plan.js";
import type { Provenance, Result } from "#result/result.js";
import type { Chunk, Job, Runner } from "#runner/job.js";
import { Accumulator } from "./accumulator.js";
import { compareAll } from "./compare.js";
import { describe } from "./describe.js";
import type { NamedScenario } from "./named-scenario.js";
import { CONFIDENCE, headlinePrecision, type Stopped, type StoppingRule, whyStop } from "./stopping.js";
import { summarise } from "./summarise.js";

export interface ExperimentOptions {
  readonly seed: string;
  readonly calendar: Job["calendar"];
  readonly stopping: StoppingRule;
  readonly openRunner: (job: Job) => Promise<Runner>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** What else the result says about its origin. */
  readonly origin: Pick<Provenance, "pscsim" | "node" | "command" | "files">;
}

export interface Progress {
  readonly replications: number;
  /** Share of the work that is done, as far as it can be told. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

/** Runs one scenario, or a base and its reforms on the same visitors, and says what came out. */
export async function experiment(scenarios: readonly NamedScenario[], options: ExperimentOptions): Promise<Result> {
  const plans = scenarios.map(({ scenario }) => compile(scenario));
  const runner = await options.openRunner({ plans, seed: options.seed, calendar: options.calendar });
  const totals = new Accumulator(plans);
  const stop = (): void => runner.stop();
  options.signal?.addEventListener("abort", stop);
  try {
    const stopped = await replicate(runner, plans, totals, options);
    return {
      format: "pscsim-result/1",
      provenance: {
        ...options.origin,
        seed: options.seed,
        replications: totals.replications,
        stopped,
        relativeHalfWidth: headlinePrecision(totals),
        confidence: CONFIDENCE,
        calendar: options.calendar,
      },
      scenarios: scenarios.map((scenario, i) => describe(scenario, plans[i])),
      ...summarise(scenarios, totals),
      comparisons: compareAll(scenarios, totals),
    };
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await runner.close();
  }
}

/** Runs chunks until it is enough. They are added in the order of their replications, whichever is done first. */
async function replicate(
  runner: Runner,
  plans: readonly Plan[],
  totals: Accumulator,
  options: ExperimentOptions,
): Promise<Stopped> {
  const { stopping, signal } = options;
  const began = performance.now();
  const size = chunkSize(plans);
  const most = stopping.kind === "replications" ? stopping.count : Number.POSITIVE_INFINITY;
  const running: Promise<Chunk | null>[] = [];
  let next = 0;
  const fill = (): void => {
    while (running.length < runner.ahead && next < most) {
      const count = Math.min(size, most - next);
      const chunk = runner.run(next, count);
      // It may fail before its turn comes, or not be needed any more.
      chunk.catch(() => undefined);
      running.push(chunk);
      next += count;
    }
  };
  options.onProgress?.({ replications: 0, share: 0, secondsLeft: null });
  for (;;) {
    if (signal?.aborted) return "interrupted";
    fill();
    const chunk = await running.shift()!;
    if (chunk === null) return "interrupted";
    totals.add(chunk);
    const seconds = (performance.now() - began) / 1000;
    const why = whyStop(stopping, totals, seconds);
    options.onProgress?.(progressOf(stopping, totals, seconds));
    if (why !== null) return why;
  }
}

/** Replications a chunk: about 40,000 visitors, the same in every run of a scenario. */
function chunkSize(plans: readonly Plan[]): number {
  const visitors = plans.reduce((sum, plan) => sum + expectedVisitors(plan), 0);
  return Math.min(40, Math.max(1, Math.round(40_000 / visitors)));
}

function expectedVisitors(plan: Plan): number {
  return plan.sources.reduce(
    (sum, { pattern }) =>
      sum + (pattern.kind === "replay" ? pattern.times.length : pattern.expected[pattern.expected.length - 1]),
    0,
  );
}

function progressOf(stopping: StoppingRule, totals: Accumulator, seconds: number): Progress {
  const { replications } = totals;
  const share =
    stopping.kind === "replications" ? replications / stopping.count : shareUntilPrecise(stopping, totals, seconds);
  return { replications, share, secondsLeft: share > 0 ? (seconds * (1 - share)) / share : null };
}

/** The half-width falls with the root of the number of replications. */
function shareUntilPrecise(
  stopping: Extract<StoppingRule, { kind: "until-precise" }>,
  totals: Accumulator,
  seconds: number,
): number {
  const reached = headlinePrecision(totals);
  const byPrecision = reached === null ? 0 : Math.min(1, (stopping.relativeHalfWidth / reached) ** 2);
  return Math.min(1, Math.max(byPrecision, seconds / stopping.seconds));
}
