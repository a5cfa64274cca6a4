import { withLike } from "./complete-stations.js";
import { listOf } from "./complete-steps.js";
import type { Draft } from "./draft.js";
import { type Legible, namedIn } from "./legible.js";
import { didYouMean } from "./nearest.js";
import type { Complaint } from "./problem.js";
import { innerSteps, isAmbiguous, type LegibleCondition, type LegibleStep } from "./step-tree.js";
import type { ServiceInput } from "./visitor-schema.js";
import { own, type Way, waysFrom } from "./ways.js";

type Service = Legible<ServiceInput>;

/** Wherever a service's route leads, it must be known how long serving takes and that somebody there can serve. */
export function* checkServiceTimes(draft: Draft): Generator<Complaint> {
  const withoutTime = new Map<string, string[]>();
  for (const [id, service] of namedIn(draft.input.services)) {
    const visits = visitsOf(id, service, draft);
    for (const [station, hasTime] of visits) {
      if (!hasTime) withoutTime.set(station, [...(withoutTime.get(station) ?? []), id]);
      yield* checkSkill(id, service, station, draft);
    }
  }
  for (const [station, services] of withoutTime) {
    yield {
      path: ["stations", station, "time"],
      expected: "a service time for every service that comes here",
      found: `none for ${services.slice(0, 5).join(", ")}${services.length > 5 ? ", ..." : ""}`,
      hint: "State `time` here or in the service.",
      isAboutKey: true,
    };
  }
}

/** Stations a service's visitors may come to, and whether every visit to each has a service time, or one that is told already. */
function visitsOf(id: string, service: Service, { input }: Draft): ReadonlyMap<string, boolean> {
  const visits = new Map<string, boolean>();
  const seen = new Set<string>();
  const enter = ({ node, steps }: Pick<Way, "node" | "steps">): void => {
    if (seen.has(node)) return;
    seen.add(node);
    steps.forEach(follow);
  };
  const follow = (step: LegibleStep | null): void => {
    if (step === null || typeof step === "string" || isAmbiguous(step)) return;
    for (const station of [...listOf(step.visit ?? []), ...(step["shortest-queue"] ?? [])]) {
      const settings = station === null ? undefined : settingsOf(station, input.stations);
      if (station === null || settings === undefined) continue;
      const times = [step.time, service.times && own(service.times, station), settings.time, service.time];
      visits.set(station, (visits.get(station) ?? true) && times.some((time) => time !== undefined));
    }
    const holds = holdsFor(step.when, id);
    for (const { path, steps } of innerSteps(step)) {
      if (path[0] === "do" && holds !== true && holds !== "depends") continue;
      if (path[0] === "else" && holds !== false && holds !== "depends") continue;
      steps.forEach(follow);
    }
    waysFrom(step, input).forEach(enter);
  };
  waysFrom({ follow: service.route }, input).forEach(enter);
  return visits;
}

/** What a condition says of one service; `depends` on the visitor too, or `undefined` when it cannot be read. */
type Holds = boolean | "depends" | undefined;

function holdsFor(condition: LegibleCondition | null | undefined, service: string): Holds {
  if (condition == null) return undefined;
  if (typeof condition === "string" || condition.group != null || condition.needs != null) return "depends";
  if (condition.service != null) return isAmong(service, listOf(condition.service));
  if (condition.not != null) return opposite(holdsFor(condition.not, service));
  if (condition.all != null) return opposite(anyOf(condition.all.map((one) => opposite(holdsFor(one, service)))));
  if (condition.any != null) return anyOf(condition.any.map((one) => holdsFor(one, service)));
  return undefined;
}

function isAmong(service: string, names: readonly (string | null)[]): Holds {
  return names.includes(service) || (names.includes(null) ? undefined : false);
}

function opposite(holds: Holds): Holds {
  return typeof holds === "boolean" ? !holds : holds;
}

function anyOf(all: readonly Holds[]): Holds {
  if (all.includes(true)) return true;
  if (all.includes(undefined)) return undefined;
  return all.includes("depends") ? "depends" : false;
}

/** Where a station has pools, one of them must serve the service's skill. */
function* checkSkill(id: string, service: Service, station: string, draft: Draft): Generator<Complaint> {
  const pools = settingsOf(station, draft.input.stations)?.pools;
  const skill = service.skill === undefined ? id : service.skill;
  if (pools == null || skill === null) return;
  const skills = Object.values(pools).flatMap((pool) => pool?.skills ?? [null]);
  const known = skills.flatMap((one) => one ?? []);
  if (skills.includes(skill) || known.length < skills.length) return;
  const expected = `a skill that a pool of ${station} serves`;
  yield { path: ["services", id, "skill"], expected, found: skill, hint: didYouMean(skill, new Set(known)) };
}

/** Settings of a station; `undefined` where it, or what it is like, cannot be read. */
function settingsOf(station: string, stations: Draft["input"]["stations"]) {
  if (stations == null || own(stations, station) == null) return undefined;
  const { settings, isWhole } = withLike(station, stations);
  return isWhole ? settings : undefined;
}
