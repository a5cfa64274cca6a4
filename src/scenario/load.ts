import { type Chain, Files, isComplete, stacked } from "./chain.js";
import { type Interpreted, interpret } from "./interpret.js";
import { formatProblem, type Problem } from "./problem.js";
import type { Resolver } from "./resolver.js";
import type { Scenario } from "./scenario.js";
import { type ReadFile, ScenarioError } from "./scenario-error.js";
import { readSetting } from "./set.js";

/** What is laid over every scenario that is loaded. */
export interface Overlays {
  /** Paths of `--with` files, in order. */
  readonly with?: readonly string[];
  /** Texts of `--set`, in order, after all files. */
  readonly set?: readonly string[];
  readonly resolver: Resolver;
}

/** A scenario, and every file that was read for it. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly files: readonly ReadFile[];
}

/** A scenario of a comparison under a short name made of its file's. */
export interface NamedScenario {
  /** Letters, digits and dashes; no two alike in a comparison. */
  readonly id: string;
  readonly scenario: Scenario;
}

/** A base and its reforms, and every file that was read for them. */
export interface LoadedComparison {
  readonly base: NamedScenario;
  readonly reforms: readonly NamedScenario[];
  readonly files: readonly ReadFile[];
}

/**
 * Reads a scenario from one text that extends nothing: for programs and tests.
 * @throws ScenarioError with every problem
 */
export function readScenario(text: string, file = "scenario.yaml"): Scenario {
  const resolver: Resolver = { read: (path) => (path === file ? text : undefined), resolve: () => undefined };
  return loadScenario({ entry: file, resolver }).scenario;
}

/**
 * Loads one scenario: the file, what it extends, `--with` files, `--set`s.
 * @throws ScenarioError with every problem of every file
 */
export function loadScenario(from: { readonly entry: string } & Overlays): LoadedScenario {
  const { base, files } = loadComparison({ ...from, base: from.entry, reforms: [] });
  return { scenario: base.scenario, files };
}

/**
 * Loads a base and each reform laid over it. A reform that is a complete scenario by itself stands alone. Overlays go
 * on top of each.
 * @throws ScenarioError with every problem of every file
 */
export function loadComparison(
  from: { readonly base: string; readonly reforms: readonly string[] } & Overlays,
): LoadedComparison {
  const files = new Files(from.resolver);
  const problems: Problem[] = [];
  const base = files.chain(from.base);
  const reforms = from.reforms.map((path) => ({ path, chain: files.chain(path) }));
  const overlays = (from.with ?? []).map((path) => files.chain(path));
  const settings = (from.set ?? []).flatMap((text) => readSetting(text, (problem) => problems.push(problem)) ?? []);
  const compose = (chain: Chain) => interpret(stacked(chain, ...overlays), settings);
  const readBase = compose(base);
  const readReforms = reforms.map(({ path, chain }) =>
    blaming(path, readBase, compose(isComplete(chain) ? chain : stacked(base, chain))),
  );
  const read = [readBase, ...readReforms].flatMap((one) => one.problems);
  stopAt([...files.problems, ...problems, ...read], files);
  const ids = slugs([from.base, ...from.reforms]);
  const [first, ...others] = [readBase, ...readReforms].map((read, index) => ({
    id: ids[index]!,
    scenario: read.scenario!,
  }));
  return { base: first!, reforms: others, files: files.read };
}

/** A problem that the base alone does not have names the reform that brings it: its line may be the base's. */
function blaming(reform: string, base: Interpreted, read: Interpreted): Interpreted {
  const known = new Set(base.problems.map((problem) => formatProblem(problem)));
  const problems = read.problems
    .filter((problem) => !known.has(formatProblem(problem)))
    .map((problem) => {
      if (problem.file === reform) return problem;
      return { ...problem, hint: `${problem.hint} This is so with ${reform}.`.trim() };
    });
  return { ...read, problems };
}

/** What an alias stands for may be wrong in several settings, but it is written once. */
function stopAt(problems: readonly Problem[], files: Files): void {
  const once = new Map<string, Problem>();
  for (const problem of problems) {
    const said = formatProblem({ ...problem, path: "" });
    if (!once.has(said)) once.set(said, problem);
  }
  if (once.size > 0) throw new ScenarioError([...once.values()], files.read);
}

/** `reforms/Second bank.yaml` becomes `second-bank`; a name used before gets a number. */
function slugs(paths: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return paths.map((path) => {
    const file = path
      .split(/[\\/]/)
      .at(-1)!
      .replace(/\.[^.]+$/, "");
    const slug =
      file
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-+|-+$/g, "") || "scenario";
    let id = slug;
    for (let number = 2; used.has(id); number++) id = `${slug}-${number}`;
    used.add(id);
    return id;
  });
}
