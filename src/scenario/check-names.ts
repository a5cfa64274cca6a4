import { listOf } from "./complete-steps.js";
import type { Draft } from "./draft.js";
import { type Legible, listedIn, namedIn } from "./legible.js";
import { didYouMean } from "./nearest.js";
import type { Complaint } from "./problem.js";
import type { Section } from "./schema.js";
import { idPattern } from "./shape.js";
import { stepLists } from "./step-lists.js";
import type { VerbStepInput } from "./step-schema.js";
import { everyCondition, everyStep, type Path, type PlacedCondition } from "./step-tree.js";

/** Sections with one name a thing, for messages. */
const nouns: Readonly<Record<Section, string>> = {
  groups: "group",
  arrivals: "source",
  services: "service",
  stations: "station",
  lifts: "lift",
  passages: "passage",
  routes: "route",
};

/** Every name that is used must be defined, in the section where such things are. */
export function* checkNames(draft: Draft): Generator<Complaint> {
  for (const reference of references(draft)) yield* checkReference(draft, reference);
  yield* checkSkills(draft);
  for (const id of draft.names.lifts ?? []) {
    if (!draft.names.stations?.has(id)) continue;
    const hint = "Rename one of the two.";
    yield { path: ["lifts", id], expected: "a name no station has", found: `${id} twice`, hint, isAboutKey: true };
  }
}

/** The use of a name. */
interface Reference {
  readonly section: Section;
  readonly name: string;
  readonly path: Path;
  /** The name is a key of the file, not a value. */
  readonly isAboutKey?: boolean;
}

function* checkReference(draft: Draft, { section, name, path, isAboutKey = false }: Reference): Generator<Complaint> {
  const known = draft.names[section];
  if (known === undefined || known.has(name)) return;
  // A key that is no name at all has been told of.
  if (isAboutKey && !idPattern.test(name)) return;
  const hint = otherSection(draft, section, name) ?? didYouMean(name, known);
  yield { path, expected: `the name of a ${nouns[section]}`, found: name, hint, isAboutKey };
}

/** A lift is ridden and a station visited; the wrong verb is likelier than a wrong name. */
function otherSection({ names }: Draft, section: Section, name: string): string | undefined {
  if (section === "stations" && names.lifts?.has(name)) return `${name} is a lift: write \`ride: ${name}\`.`;
  if (section === "lifts" && names.stations?.has(name)) return `${name} is a station: write \`visit: ${name}\`.`;
  return undefined;
}

function* references(draft: Draft): Generator<Reference> {
  yield* referencesOfServices(draft);
  yield* referencesOfArrivals(draft);
  for (const [id, { like }] of namedIn(draft.input.stations)) {
    if (like != null) yield { section: "stations", name: like, path: ["stations", id, "like"] };
  }
  for (const { path, steps } of stepLists(draft)) {
    for (const placed of everyStep(steps, path)) {
      if (typeof placed.step !== "string") yield* referencesOfStep(placed.step, placed.path);
    }
  }
}

function* referencesOfServices({ input }: Draft): Generator<Reference> {
  for (const [id, service] of namedIn(input.services)) {
    const path = ["services", id];
    if (service.route != null) yield { section: "routes", name: service.route, path: [...path, "route"] };
    for (const name of Object.keys(service.times ?? {}))
      yield { section: "stations", name, path: [...path, "times", name], isAboutKey: true };
  }
}

function* referencesOfArrivals({ input }: Draft): Generator<Reference> {
  for (const [id, source] of namedIn(input.arrivals)) {
    const path = ["arrivals", id];
    for (const section of ["groups", "services"] as const) {
      for (const name of Object.keys(source[section] ?? {}))
        yield { section, name, path: [...path, section, name], isAboutKey: true };
    }
    for (const [index, { service, group }] of listedIn(source.replay)) {
      const here = [...path, "replay", index];
      if (service != null) yield { section: "services", name: service, path: [...here, "service"] };
      if (group != null) yield { section: "groups", name: group, path: [...here, "group"] };
    }
  }
}

/** Verbs that name something, and the section it is in. */
const namingVerbs = { pass: "passages", ride: "lifts", visit: "stations", follow: "routes" } as const;

function* referencesOfStep(step: Legible<VerbStepInput>, path: Path): Generator<Reference> {
  for (const [verb, section] of Object.entries(namingVerbs)) {
    const name = step[verb as keyof typeof namingVerbs];
    if (name != null) yield { section, name, path: [...path, verb] };
  }
  for (const [index, name] of listedIn(step["shortest-queue"]))
    yield { section: "stations", name, path: [...path, "shortest-queue", index] };
  if (step.when == null) return;
  for (const placed of everyCondition(step.when, [...path, "when"])) yield* referencesOfCondition(placed);
}

function* referencesOfCondition({ condition, path }: PlacedCondition): Generator<Reference> {
  for (const [key, section] of [
    ["group", "groups"],
    ["service", "services"],
  ] as const) {
    const names = condition[key];
    for (const [index, name] of listedIn(listOf(names ?? [])))
      yield { section, name, path: typeof names === "string" ? [...path, key] : [...path, key, index] };
  }
}

/** A pool's skill that no service asks for is a slip: its servers would never be called for it. */
function* checkSkills(draft: Draft): Generator<Complaint> {
  const { services, stations } = draft.input;
  const asked = Object.entries(services ?? {}).map(
    ([id, service]) => service && (service.skill === undefined ? id : service.skill),
  );
  if (services == null || asked.includes(null)) return;
  const known = new Set(asked.flatMap((skill) => skill ?? []));
  for (const [id, station] of namedIn(stations)) {
    for (const [poolId, pool] of namedIn(station.pools)) {
      for (const [index, skill] of listedIn(pool.skills)) {
        if (known.has(skill)) continue;
        const path = ["stations", id, "pools", poolId, "skills", index];
        yield { path, expected: "a skill that a service asks for", found: skill, hint: didYouMean(skill, known) };
      }
    }
  }
}
