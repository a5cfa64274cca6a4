import { type Chain, Files, isComplete, layOver, stacked } from "./chain.js";
import { check } from "./check.js";
import { complete } from "./complete.js";
import { draftOf } from "./draft.js";
import { problemsOf, tell } from "./issues.js";
import { legible } from "./legible.js";
import { type LocatedMap, toPlain } from "./located.js";
import { formatProblem, type Problem, problemAt } from "./problem.js";
import type { Resolver } from "./resolver.js";
import type { Scenario } from "./scenario.js";
import { type ReadFile, ScenarioError } from "./scenario-error.js";
import { requiredSections, scenarioSchema } from "./schema.js";
import { applySetting, readSetting, type Setting } from "./set.js";

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

/** A scenario, or the problems it has. */
interface Interpreted {
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

function interpret(chain: Chain, settings: readonly Setting[]): Interpreted {
  if (chain.documents.length === 0) return { scenario: undefined, problems: [] };
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const merged = layOver(chain, report);
  if (!chain.isWhole) return { scenario: undefined, problems: misshapen(merged) };
  const root = settings.reduce((target, setting) => applySetting(target, setting, report), merged);
  const understood = understand(root);
  return problems.length === 0 ? understood : { scenario: undefined, problems: [...problems, ...understood.problems] };
}

/** What is wrong with the values of a document of which a part cannot be read: that part may have what seems to be missing. */
function misshapen(root: LocatedMap): readonly Problem[] {
  const parsed = scenarioSchema().safeParse(toPlain(root), { jitless: true });
  return problemsOf(parsed.error?.issues ?? [], root).filter(({ found }) => !isAbsence.has(found));
}

/** What is said to be found where nothing is. */
const isAbsence: ReadonlySet<string> = new Set(["nothing", "none", "neither"]);

function understand(root: LocatedMap): Interpreted {
  const plain = toPlain(root) as Readonly<Record<string, unknown>>;
  // A file is read once: compiling the schema's checks would take longer than they do.
  const parsed = scenarioSchema().safeParse(plain, { jitless: true });
  if (parsed.success) {
    const problems = tell(check(draftOf(parsed.data)), root);
    return { scenario: problems.length === 0 ? complete(parsed.data) : undefined, problems };
  }
  const { issues } = parsed.error;
  const missing = requiredSections.filter((section) => plain[section] === undefined);
  const others = issues.filter(({ path }) => !(path.length === 1 && missing.some((section) => section === path[0])));
  const senseless = tell(check(draftOf(legible(scenarioSchema(), plain) ?? {})), root);
  return { scenario: undefined, problems: [...incomplete(root, missing), ...problemsOf(others, root), ...senseless] };
}

function incomplete(root: LocatedMap, missing: readonly string[]): readonly Problem[] {
  if (missing.length === 0) return [];
  const complaint = {
    path: [],
    expected: `the sections ${requiredSections.join(", ")}`,
    found: missing.map((section) => `no ${section}`).join(", "),
    hint: "A file with only a part of them is a reform: compare it with a base, or let it extend one.",
  };
  return [problemAt({ ...root.place, start: 0, end: 1 }, complaint)];
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
