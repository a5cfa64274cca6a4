import { experiment } from "#experiment/experiment.js";
import type { StoppingRule } from "#experiment/stopping.js";
import type { Comparison, Difference, Result, Row } from "#result/result.js";
import { inlineRunner } from "#runner/inline.js";
import type { Job, Runner } from "#runner/job.js";
import type { Scenario } from "#scenario/scenario.js";

export interface AnExperiment {
  readonly replications?: number;
  readonly stopping?: StoppingRule;
  readonly seed?: string;
  readonly calendar?: Job["calendar"];
  readonly openRunner?: (job: Job) => Promise<Runner>;
  readonly signal?: AbortSignal;
}

/** Runs scenarios as the command line would; the first is the base. */
export function tryOut(scenarios: readonly Scenario[], options: AnExperiment = {}): Promise<Result> {
  const { replications = 20, stopping = { kind: "replications", count: replications } } = options;
  return experiment(
    scenarios.map((scenario, i) => ({ id: i === 0 ? "base" : `reform-${i}`, scenario })),
    {
      seed: options.seed ?? "test",
      calendar: options.calendar ?? "own",
      stopping,
      openRunner: options.openRunner ?? inlineRunner,
      signal: options.signal,
      origin: { pscsim: "test", node: "test", command: "test", files: [] },
    },
  );
}

/** The one row that these words name. */
export function rowOf(result: Result, words: Partial<Row>): Row {
  return only(result.rows, { scenario: "base", scope: "whole", key: "", group: "", ...words });
}

/** The one difference that these words name. */
export function differenceOf(comparison: Comparison, words: Partial<Difference>): Difference {
  return only(comparison.differences, { scope: "whole", key: "", group: "", ...words });
}

function only<T extends object>(items: readonly T[], words: Partial<T>): T {
  const found = items.filter((item) => Object.entries(words).every(([key, value]) => item[key as keyof T] === value));
  if (found.length !== 1) throw new Error(`${found.length} items are ${JSON.stringify(words)}`);
  return found[0]!;
}
