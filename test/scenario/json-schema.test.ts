import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { reformJsonSchema, scenarioJsonSchema, scenarioJsonSchemaText } from "#scenario/json-schema.js";
import { largeCentre, smallCentre } from "../kit/scenario-samples.js";

const checkedIn = fileURLToPath(new URL("../../src/scenario/scenario.schema.generated.json", import.meta.url));

const ajv = new Ajv({ allErrors: true, strict: false });
const isScenario = ajv.compile(scenarioJsonSchema());
const isReform = ajv.compile(reformJsonSchema());

test("an editor accepts what the simulator accepts", () => {
  expect(isScenario(parse(smallCentre))).toBe(true);
  expect(isScenario(parse(largeCentre))).toBe(true);
});

test.each([
  ["a missing unit", "9 min", "9"],
  ["a wrong unit", "9 min", "9 km"],
  ["an unknown law", "9 min", "{ gama: { mean: 9 min, cv: 1 } }"],
  ["two laws", "9 min", "{ constant: 9 min, exponential: { mean: 9 min } }"],
  ["an unknown key", "servers: 3", "servers: 3, skils: [a]"],
  ["no servers", "servers: 3", "servers: 0"],
  ["a word that is none of the choice", "servers: 3", "servers: 3, call: prority"],
  ["a step without a verb", "visit: windows", "time: 3 s"],
  ["a name in capitals", "  windows: {", "  Windows: {"],
  ["a missing section", "services:\n  id-card: { route: counter, time: 9 min }\n", ""],
  ["too many visitors", "per-day: 100", "per-day: 1e12"],
])("an editor underlines %s", (_, old, written) => {
  expect(smallCentre).toContain(old);
  expect(isScenario(parse(smallCentre.replace(old, written)))).toBe(false);
});

test("an editor accepts a reform: any part, and null to take away", () => {
  expect(isReform(parse("title: R\nstations: { bank: { servers: 2, gap: null }, kiosks: null }"))).toBe(true);
  expect(isReform(parse("services: { a: { time: { gamma: null, constant: 9 min } } }"))).toBe(true);
  expect(isReform(parse("stations: { bank: { srvers: 2 } }"))).toBe(false);
  expect(isReform(parse("stations: { bank: { gap: 2 } }"))).toBe(false);
});

test("every key of the language is explained to the person filling it in", () => {
  const silent: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    const { properties } = schema as { properties?: Record<string, { description?: string }> };
    for (const [key, value] of Object.entries(properties ?? {})) if (!value.description) silent.push(`${path}.${key}`);
    for (const [key, value] of Object.entries(schema)) visit(value, `${path}.${key}`);
  };
  visit(scenarioJsonSchema(), "");
  expect(silent).toEqual([]);
});

test("the schema that is checked in is the one of this version", () => {
  if (process.env.UPDATE_GENERATED === "1") writeFileSync(checkedIn, scenarioJsonSchemaText());
  expect(readFileSync(checkedIn, "utf8"), "run with UPDATE_GENERATED=1 to write it anew").toBe(
    scenarioJsonSchemaText(),
  );
});
