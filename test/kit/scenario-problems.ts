import { loadScenario, type Overlays } from "#scenario/load.js";
import { ScenarioError } from "#scenario/scenario-error.js";
import { inMemory } from "./scenario-resolver.js";
import { smallCentre } from "./scenario-samples.js";

/** The problems of one text, each on a line. Throws when there are none. */
export function problemsOf(text: string): readonly string[] {
  return problemsOfFiles({ "city.yaml": text });
}

/** The problems of loading `city.yaml` out of several texts, each on a line. */
export function problemsOfFiles(
  texts: Readonly<Record<string, string>>,
  overlays: Omit<Overlays, "resolver"> = {},
): readonly string[] {
  return errorOf(() => loadScenario({ entry: "city.yaml", ...overlays, resolver: inMemory(texts) })).message.split(
    "\n",
  );
}

/** The settings that the problems of a text are about; it may extend others. */
export function pathsOf(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const resolver = inMemory({ ...others, "city.yaml": text });
  return errorOf(() => loadScenario({ entry: "city.yaml", resolver })).problems.map(({ path }) => path);
}

/** The scenario error that something throws. Any other error, or none, fails the test. */
export function errorOf(act: () => unknown): ScenarioError {
  try {
    act();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}

/** The small centre with one passage of its text replaced. */
export function smallCentreWith(old: string, replacement: string): string {
  if (!smallCentre.includes(old)) throw new Error(`the small centre does not say ${old}`);
  return smallCentre.replace(old, replacement);
}
