import type * as z from "zod";
import type { DistributionSpec } from "#random/distribution.js";
import type { SourceInput } from "./visitor-schema.js";

/**
 * As much of a value as could be read: `null` stands where something was said that the schema refuses, or where nothing
 * was said that had to be; `undefined` where nothing had to be said. Everything keeps its place, in lists too.
 */
export type Legible<T> = T extends ReadWhole
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Legible<Item> | null)[]
    : T extends object
      ? { readonly [K in keyof T]?: Legible<T[K]> | null | undefined }
      : T;

/** What several settings are read into together: one of them refused, all of it is. */
type ReadWhole = DistributionSpec | NonNullable<SourceInput["replay"]>[number]["at"];

/** Reads what can be read of a value. */
export function legible<T>(schema: z.ZodType<T>, value: unknown): Legible<T> | null {
  return read(schema, value) as Legible<T> | null;
}

function read(schema: z.core.$ZodType, value: unknown): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return value === undefined ? undefined : read(def.innerType, value);
    case "lazy":
      return read(def.getter(), value);
    case "union":
      return firstRead(def.options, value);
    case "array":
      if (!Array.isArray(value)) return null;
      return value.length === 0 ? readWhole(schema, value) : value.map((item) => read(def.element, item));
    case "record":
      if (!isBlock(value)) return null;
      return Object.keys(value).length === 0
        ? readWhole(schema, value)
        : mapped(value, (one) => read(def.valueType, one));
    case "object":
      return isBlock(value) ? readBlock(def.shape, value) : null;
    default:
      return readWhole(schema, value);
  }
}

/** A single value, or what is empty and may have to be more. */
function readWhole(schema: z.core.$ZodType, value: unknown): unknown {
  const parsed = (schema as z.ZodType).safeParse(value, { jitless: true });
  return parsed.success ? parsed.data : null;
}

/** By the branch that can make something of the value: each is for a kind of its own. */
function firstRead(branches: readonly z.core.$ZodType[], value: unknown): unknown {
  for (const branch of branches) {
    const found = read(branch, value);
    if (found !== null) return found;
  }
  return null;
}

/** A key that is not known may have been meant for any setting that is not there. */
function readBlock(shape: z.core.$ZodShape, value: Block): Block {
  const hasUnknown = Object.keys(value).some((key) => !Object.hasOwn(shape, key));
  return mapped(shape, (schema, key) => {
    const found = read(schema, Object.hasOwn(value, key) ? value[key] : undefined);
    return found === undefined && hasUnknown ? null : found;
  });
}

type Block = Readonly<Record<string, unknown>>;

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped<T>(block: Readonly<Record<string, T>>, change: (value: T, key: string) => unknown): Block {
  return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, change(value, key)]));
}

/** The named things of a section that can be read. */
export function namedIn<T>(
  section: Readonly<Record<string, T | null | undefined>> | null | undefined,
): readonly (readonly [id: string, thing: T])[] {
  return Object.entries(section ?? {}).flatMap(([id, thing]) => (thing == null ? [] : [[id, thing] as const]));
}

/** The items of a list that can be read, each with its place in it. */
export function listedIn<T>(list: readonly (T | null)[] | null | undefined): readonly (readonly [number, T])[] {
  return (list ?? []).flatMap((item, index) => (item === null ? [] : [[index, item] as const]));
}
