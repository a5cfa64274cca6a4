import { type Chain, layOver } from "./chain.js";
import { check } from "./check.js";
import { complete } from "./complete.js";
import { draftOf } from "./draft.js";
import { problemsOf, tell } from "./issues.js";
import { legible } from "./legible.js";
import { type LocatedMap, toPlain } from "./located.js";
import { type Problem, problemAt } from "./problem.js";
import type { Scenario } from "./scenario.js";
import { requiredSections, scenarioSchema } from "./schema.js";
import { applySetting, type Setting } from "./set.js";

/** A scenario, or the problems it has. */
export interface Interpreted {
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

/** Understands documents laid over each other, and settings on top. */
export function interpret(chain: Chain, settings: readonly Setting[]): Interpreted {
  if (chain.documents.length === 0) return { scenario: undefined, problems: [] };
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const told = chain.isWhole ? report : () => undefined;
  const merged = layOver(chain, told);
  const root = settings.reduce((target, setting) => applySetting(target, setting, told), merged);
  if (!chain.isWhole) return { scenario: undefined, problems: misshapen(root) };
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
