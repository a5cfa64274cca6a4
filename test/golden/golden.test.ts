import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { measureKeys } from "#engine/measures.js";
import { Replicator } from "#engine/replication.js";
import type { TraceEvent } from "#engine/trace.js";
import { compile } from "#plan/compile.js";
import type { Plan } from "#plan/plan.js";
import { seedKey } from "#random/keys.js";
import { loadComparison, loadScenario } from "#scenario/load.js";
import type { Resolver } from "#scenario/resolver.js";
import type { Scenario } from "#scenario/scenario.js";

/** `UPDATE_GOLDEN=1` writes the files anew; the difference is then to be reviewed, and told in the changelog. */
const isUpdating = process.env.UPDATE_GOLDEN === "1";

const top = fileURLToPath(new URL("../../", import.meta.url));
const resolver: Resolver = {
  read: (path) => readFileSync(`${top}${path}`, "utf8"),
  resolve: (from, relative) => posix.join(posix.dirname(from), relative),
};
const yamlIn = (folder: string): string[] =>
  readdirSync(`${top}${folder}`).flatMap((name) => (name.endsWith(".yaml") ? [`${folder}/${name}`] : []));

const worlds = [...yamlIn("scenarios"), "test/bench/psc-day.yaml"];
/** Reforms of the old building; all others are tried on the city centre. */
const ofTheOldBuilding = ["scenarios/reforms/ramp.yaml", "scenarios/reforms/second-lift.yaml"];

test.each(worlds)("%s: the first day is, event by event, the day it was", (entry) => {
  expectAsBefore(entry, loadScenario({ entry, resolver }).scenario);
});

test.each(yamlIn("scenarios/reforms"))("%s: the first day is, event by event, the day it was", (entry) => {
  const base = ofTheOldBuilding.includes(entry) ? "scenarios/old-building.yaml" : "scenarios/city-centre.yaml";
  expectAsBefore(entry, loadComparison({ base, reforms: [entry], resolver }).reforms[0]!.scenario);
});

function expectAsBefore(entry: string, scenario: Scenario): void {
  const path = `${top}test/golden/${posix.basename(entry, ".yaml")}.json`;
  const found = firstDay(compile(scenario));
  if (isUpdating) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
  expect(existsSync(path), `${path} is missing: run with UPDATE_GOLDEN=1 and review what it writes`).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(path, "utf8")));
}

/** A hash of all that happened, and some numbers to see at a glance what moved. */
function firstDay(plan: Plan): { events: number; sha256: string; numbers: Record<string, number> } {
  const hash = createHash("sha256");
  let events = 0;
  const trace = ({ time, fact, visitor, station, server }: TraceEvent): void => {
    events++;
    hash.update(`${time} ${fact} ${visitor} ${station} ${server}\n`);
  };
  const replicator = new Replicator(plan, { trace });
  replicator.run(seedKey("golden"), 0);
  return { events, sha256: hash.digest("hex"), numbers: numbersOf(plan, replicator.measures) };
}

/** What is measured for the whole centre and, by station, how long people wait and how busy servers are; undefined ones left out. */
function numbersOf(plan: Plan, values: Float64Array): Record<string, number> {
  const entries = measureKeys(plan).flatMap(({ measure, statistic, scope, place, group }, i): [string, number][] => {
    const isMain = scope === "whole" || (scope === "station" && (measure === "wait" || measure === "utilisation"));
    if (!isMain || group >= 0 || Number.isNaN(values[i])) return [];
    return [[`${measure} ${statistic}${scope === "station" ? ` at ${plan.stations[place]!.id}` : ""}`, values[i]!]];
  });
  return Object.fromEntries(entries);
}
