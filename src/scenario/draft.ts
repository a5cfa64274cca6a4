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
  /** Whether everything in a section passed, so that sums over it mean something. */
  isWhole(section: Section): boolean;
}

/** The draft of a scenario that passed the schema as a whole. */
export function wholeDraft(input: ScenarioInput, plain: Readonly<Record<string, unknown>>): Draft {
  return { input, names: namesIn(plain), isWhole: () => true };
}

/** The draft of what remains when everything the schema refused is left out. */
export function partialDraft(issues: readonly z.core.$ZodIssue[], plain: Readonly<Record<string, unknown>>): Draft {
  const faulty = new Set<PropertyKey>();
  const rest: Record<string, unknown> = Object.fromEntries(
    sections.map((section) => [section, copyOf(plain[section])]),
  );
  const input: Record<string, unknown> = { ...plain, ...rest };
  for (const { path, ...issue } of issues) {
    const [top, name] = path as readonly string[];
    if (top === undefined) for (const key of issue.code === "unrecognized_keys" ? issue.keys : []) delete input[key];
    else if (name !== undefined && isRecord(rest[top])) delete rest[top][name];
    else delete input[top];
    if (top !== undefined) faulty.add(top);
  }
  const parsed = scenarioSchema().partial().safeParse(input);
  return {
    input: parsed.success ? (parsed.data as Partial<ScenarioInput>) : {},
    names: namesIn(plain),
    isWhole: (section) => parsed.success && !faulty.has(section),
  };
}

function namesIn(plain: Readonly<Record<string, unknown>>): Draft["names"] {
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

function copyOf(value: unknown): unknown {
  return isRecord(value) ? { ...value } : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
