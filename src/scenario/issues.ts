import type * as z from "zod";
import { describe, find, type Located, type LocatedMap } from "./located.js";
import { didYouMean, nearest } from "./nearest.js";
import { type Complaint, type Problem, problemAt, showPath } from "./problem.js";
import { knownKeysIn } from "./shape.js";
import type { Place } from "./source.js";

type Issue = z.core.$ZodIssue;

/** Most problems of a kind told of one scenario; nobody reads further, and each costs a search for its line. */
const mostProblems = 1000;

/** Problems, in the words and at the places of the files, for what the schema refused. */
export function problemsOf(issues: readonly Issue[], root: Located): readonly Problem[] {
  return tell(inTheFile(issues, root), root);
}

/** A key that is missing is not told of where one that is not known was meant for it. */
function inTheFile(issues: readonly Issue[], root: Located): readonly Complaint[] {
  const complaints = issues.flatMap((issue) => flatten(issue, [], root));
  const meant = new Set(complaints.flatMap(({ meant }) => (meant === undefined ? [] : showPath(meant))));
  return complaints.filter(({ path, found }) => found !== "nothing" || !meant.has(showPath(path)));
}

/** A complaint about a key may know which was meant. */
interface Told extends Complaint {
  readonly meant?: readonly PropertyKey[] | undefined;
}

/** Complaints, at their places: of the value at a path, or of the key when the value is fine or missing. */
export function tell(complaints: Iterable<Complaint>, root: Located): readonly Problem[] {
  const problems: Problem[] = [];
  for (const complaint of complaints) {
    problems.push(problemAt(placeOf(root, complaint), complaint));
    if (problems.length === mostProblems) break;
  }
  return problems;
}

/** The place of a setting: of its value, of its key, or of what it is missing from. */
function placeOf(root: Located, { path, isAboutKey, parts = [] }: Complaint): Place {
  const { key, value, isComplete } = find(root, path);
  const changed = parts.map((part) => find(root, part).value.place).filter(({ source }) => source !== key?.source);
  if (changed.length > 0) return changed.at(-1)!;
  if (isComplete && !isAboutKey && value.kind !== "map") return value.place;
  if (key !== undefined) return key;
  // A block in a list has no key; its first key stands for it. The whole document stands at its first character.
  const first = value.kind === "map" && path.length > 0 ? [...value.entries.values()][0]?.key : undefined;
  if (path.length === 0 || (!isComplete && path.length === 1)) return { ...value.place, start: 0, end: 1 };
  return first ?? value.place;
}

function flatten(issue: Issue, before: readonly PropertyKey[], root: Located): readonly Told[] {
  const path = [...before, ...issue.path];
  const found = foundAt(root, path);
  const said = { path, expected: issue.message, found };
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeysIn(issue.message);
      return issue.keys.map((key) => unknownKey([...path, key], key, known));
    }
    case "invalid_union":
      return branch(issue.errors)?.flatMap((one) => flatten(one, path, root)) ?? [{ ...said, hint: anyHint(issue) }];
    case "invalid_type":
      return [{ ...said, expected: typeWords[issue.expected] ?? issue.message }];
    case "too_small":
    case "too_big":
      return [{ ...said, expected: sizeWords(issue) }];
    case "custom":
      return [custom(issue.params ?? {}, said, root)];
    default:
      return [said];
  }
}

const typeWords: Readonly<Record<string, string>> = {
  object: "a block of settings",
  record: "a block of names, each with its settings",
  array: "a list",
};

function sizeWords(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [words, limit] =
    issue.code === "too_small" ? ["at least", Number(issue.minimum)] : ["at most", Number(issue.maximum)];
  return `a list of ${words} ${limit} ${limit === 1 ? "entry" : "entries"}`;
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Told {
  // `{ share: 9,5% }` is two entries to YAML.
  const hint = /^\d/.test(key) ? "A decimal is written with a point, such as 9.5." : didYouMean(key, known);
  const word = nearest(key, known);
  const meant = word === undefined ? undefined : [...path.slice(0, -1), word];
  return { path, expected: "a known key", found: key, hint, isAboutKey: true, meant };
}

/** What a check of ours says beside its text: see `leaf.ts` and `shape.ts`. */
function custom(params: Record<string, unknown>, said: Complaint, root: Located): Complaint {
  const rivals = Array.isArray(params.rivals) ? params.rivals.map(String) : [];
  return {
    ...said,
    found: typeof params.found === "string" ? params.found : said.found,
    hint: typeof params.hint === "string" ? params.hint : rivalHint(rivals, said.path, root),
    isAboutKey: params.isKey === true,
  };
}

/** Two keys that exclude each other, from two files: the patch did not take the base's away. */
function rivalHint(rivals: readonly string[], path: readonly PropertyKey[], root: Located): string {
  const { value } = find(root, path);
  if (rivals.length < 2 || value.kind !== "map") return "";
  // A merged block stands where the base wrote it.
  const old = rivals.find((rival) => fileOf(value, rival) === value.place.source.file);
  const file = rivals.map((rival) => fileOf(value, rival)).find((one) => one !== value.place.source.file);
  if (old === undefined || file === undefined) return "";
  return `A patch adds to what is there: where ${file} changes it, also write \`${old}: null\`.`;
}

function fileOf(map: LocatedMap, key: string): string | undefined {
  return map.entries.get(key)?.key.source.file;
}

function foundAt(root: Located, path: readonly PropertyKey[]): string {
  const { value, isComplete } = find(root, path);
  return isComplete ? describe(value) : "nothing";
}

/** The one branch of a union that the value was meant for: the only one that did not refuse its very kind. */
function branch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = branches.filter((issues) => !issues.some(isOtherKind));
  return meant.length === 1 ? meant[0] : undefined;
}

/** A hint of whichever branch has one, when it cannot be told which was meant. */
function anyHint(issue: Issue): string {
  if (issue.code === "custom") return typeof issue.params?.hint === "string" ? issue.params.hint : "";
  if (issue.code !== "invalid_union") return "";
  const hints = issue.errors
    .flat()
    .filter(({ path }) => path.length === 0)
    .map(anyHint);
  return hints.find((hint) => hint !== "") ?? "";
}

function isOtherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === "invalid_type" || (issue.code === "custom" && issue.params?.isOtherKind === true);
}
