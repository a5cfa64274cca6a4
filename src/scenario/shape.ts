import * as z from "zod";

/** Message of an unknown key: our own list of the keys there are, for the nearest word. */
const knownKeys = "known keys: ";

/** A block of settings that refuses keys it does not know. */
export function block<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? knownKeys + Object.keys(shape).join(" ") : undefined),
  });
}

/** The keys a block knows, out of the message of an issue about an unknown one. */
export function knownKeysIn(message: string): readonly string[] {
  return message.startsWith(knownKeys) ? message.slice(knownKeys.length).split(" ") : [];
}

/** Names in small letters, digits and dashes. `constructor` would be found in every JavaScript object. */
export const idPattern = /^(?!constructor$)[a-z][a-z0-9-]{0,63}$/;

/** Named things, in the order of the file. What is wrong with a thing is told also where its name is wrong. */
export function named<V extends z.core.SomeType>(value: V): z.ZodRecord<z.ZodString, V> {
  return z
    .record(z.string(), value)
    .superRefine(goodNames, evenIfFaulty)
    .meta({ propertyNames: { type: "string", pattern: idPattern.source } });
}

function goodNames(things: object, context: z.core.$RefinementCtx): void {
  const message = "a name of small letters a-z, digits and dashes, beginning with a letter";
  for (const found of Object.keys(things)) {
    if (idPattern.test(found)) continue;
    context.addIssue({ code: "custom", message, params: { found, isKey: true }, path: [found] });
  }
}

/** For a rule on what is in a block or list: it is told also where something in it is refused, unless it is none at all. */
export const evenIfFaulty: z.core.$ZodSuperRefineParams = {
  when: ({ issues }) => !issues.some(({ code, path = [] }) => code === "invalid_type" && path.length === 0),
};

/** Refuses a block that does not have exactly one of some keys. The problem points at the block. */
export function exactlyOneOf<T extends object>(keys: readonly (keyof T & string)[], expected?: string) {
  return (value: T, context: z.core.$RefinementCtx<T>): void => {
    // A key is there even when its value could not be read.
    const present = keys.filter((key) => Object.hasOwn(value, key));
    if (present.length === 1 || (present.length === 0 && hasUnknownKey(context))) return;
    const message = expected ?? `exactly one of ${keys.join(", ")}`;
    const found = present.length === 0 ? "none" : present.join(" and ");
    context.addIssue({ code: "custom", message, params: { found, rivals: present } });
  };
}

/** An unknown key has been told of; it was meant to be the one that is missing. */
export function hasUnknownKey({ issues }: Pick<z.core.$RefinementCtx, "issues">): boolean {
  return issues.some(({ code, path = [] }) => code === "unrecognized_keys" && path.length === 0);
}

/** JSON Schema of {@link exactlyOneOf}. */
export function oneRequired(keys: readonly string[]): { oneOf: readonly { required: readonly string[] }[] } {
  return { oneOf: keys.map((key) => ({ required: [key] })) };
}

/** Makes a schema when it is first asked for: a program that only prints its help builds none. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
