import * as z from "zod";
import { scenarioSchema } from "./schema.js";

/** A JSON Schema document. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The language as JSON Schema, draft-7, for completion and hover texts in editors. It knows shapes, words and units;
 * sums, names and circles are for `pscsim check`.
 */
export function scenarioJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema(), { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: "urn:pscsim:scenario:1",
    title: "A scenario of pscsim/1: a Public Service Centre, its visitors and its rules",
    ...sorted(schema),
  };
}

/**
 * The same for a reform: nothing has to be there, and `null` takes a setting of the base away. What stands in a list
 * is whole, for lists are replaced.
 */
export function reformJsonSchema(): JsonSchema {
  const { $id: _, title: __, ...schema } = scenarioJsonSchema();
  return {
    $id: "urn:pscsim:reform:1",
    title: "A reform of pscsim/1: the differences from a base scenario",
    ...(partial(schema) as object),
  };
}

/** The file that is checked in: the schema as text, two spaces deep. */
export function scenarioJsonSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

/** Definitions last, so that a reader meets the language first. */
function sorted({ definitions, ...rest }: JsonSchema): JsonSchema {
  return { ...rest, definitions };
}

function partial(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  const { required, oneOf, ...rest } = schema as JsonSchema;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      if (key === "items") return [key, value];
      if (key === "properties") return [key, mapValues(value as JsonSchema, orNull)];
      if (key === "definitions")
        return [key, mapValues(value as JsonSchema, (one, name) => (name.endsWith("-law") ? partial(one) : one))];
      if (key === "additionalProperties" && typeof value === "object") return [key, orNull(value)];
      if (key === "anyOf" || key === "allOf") return [key, (value as unknown[]).map(partial)];
      return [key, value];
    }),
  );
}

function orNull(schema: unknown): unknown {
  const { description, examples, ...rest } = schema as JsonSchema;
  return { description, examples, anyOf: [partial(rest), { type: "null" }] };
}

function mapValues(record: JsonSchema, change: (value: unknown, name: string) => unknown): JsonSchema {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
