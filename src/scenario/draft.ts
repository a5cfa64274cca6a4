import type * as z from "zod";
import { type ScenarioInput, type Section, scenarioSchema, sections } from "./schema.js";

/**
 * What can be checked for its sense: the parts that passed the schema. When all did, that is the whole scenario; when
 * some did not, the others are still checked, so that one typing error does not hide the rest.
 */
export interface Draft {
  readonly input: Partial<ScenarioInput>;
  /** Every name written in a section, those whose settings are faulty too; `undefined`: the section is not readable. */
  readonly names: { readonly [S in Section]: ReadonlySet<string> | undefined };
  /** Whether everything in a section passed; with a key, whether that one did in each of its entries: then sums over it mean something. */
  isWhole(section: Section, key?: string): boolean;
}

/** Two ways to leave out what the schema refused. */
export interface Drafts {
  /** Without every entry (a service, a station …) that has a fault: what is left is complete. */
  readonly sound: Draft;
  /** Entries without their faulty settings: says most, but what it does not say may have been said. */
  readonly remaining: Draft;
}

/** The draft of a scenario that passed the schema as a whole. */
export function wholeDrafts(input: ScenarioInput, plain: Plain): Drafts {
  const draft = { input, names: namesIn(plain), isWhole: () => true };
  return { sound: draft, remaining: draft };
}

/** The drafts of what remains when everything the schema refused is left out. */
export function partialDrafts(issues: readonly Issue[], plain: Plain): Drafts {
  return { sound: without(issues, plain, ENTRY), remaining: without(issues, plain, SETTING) };
}

type Issue = z.core.$ZodIssue;
type Plain = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];

/** How many keys lead to an entry of a section, and to a setting of it. */
const [ENTRY, SETTING] = [2, 3];

function without(issues: readonly Issue[], plain: Plain, depth: number): Draft {
  let lost = issues.flatMap((issue) => cutsOf(issue, depth));
  let parsed = parseWithout(lost, plain);
  if (!parsed.success) {
    // An entry may need what it lost.
    lost = [...lost, ...parsed.error.issues.flatMap((issue) => cutsOf(issue, ENTRY))];
    parsed = parseWithout(lost, plain);
  }
  const { success } = parsed;
  return {
    input: success ? (parsed.data as Partial<ScenarioInput>) : {},
    names: namesIn(plain),
    isWhole: (section, key) =>
      success && !lost.some(([top, , lostKey]) => top === section && (key === undefined || (lostKey ?? key) === key)),
  };
}

/** Where to cut so that an issue goes. */
function cutsOf(issue: Issue, depth: number): Path[] {
  const { path } = issue;
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.map((each) => each.slice(0, sections.some((section) => section === each[0]) ? depth : 1));
}

function parseWithout(lost: readonly Path[], plain: Plain) {
  const input = structuredClone(plain);
  for (const path of lost) cut(input, path);
  return scenarioSchema().partial().safeParse(input);
}

/** Takes out what a path leads to; of a list all, since the places of the others would change. */
function cut(from: Record<string, unknown>, [key, ...inner]: Path): void {
  if (key === undefined) return;
  const value = from[String(key)];
  if (inner.length > 0 && isRecord(value)) cut(value, inner);
  else delete from[String(key)];
}

function namesIn(plain: Plain): Draft["names"] {
  const namesOf = (section: Section) => {
    const value = plain[section];
    if (isRecord(value)) return new Set(Object.keys(value));
    return value === undefined ? new Set(section === "groups" ? ["general"] : []) : undefined;
  };
  return Object.fromEntries(sections.map((section) => [section, namesOf(section)])) as Record<
    Section,
    Set<string> | undefined
  >;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
