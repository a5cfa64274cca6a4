import { withLike } from "./complete-stations.js";
import { listOf } from "./complete-steps.js";
import type { Draft } from "./draft.js";
import { didYouMean } from "./nearest.js";
import type { Complaint } from "./problem.js";
import type { ConditionInput, StepInput } from "./step-schema.js";
import { innerSteps } from "./step-tree.js";
import type { ServiceInput } from "./visitor-schema.js";
import { own, type Way, waysFrom } from "./ways.js";

/** Wherever a service's route leads, it must be known how long serving takes and that somebody there can serve. */
export function* checkServiceTimes(draft: Draft): Generator<Complaint> {
  const withoutTime = new Map<string, string[]>();
  for (const [id, service] of Object.entries(draft.input.services ?? {})) {
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

/** Stations a service's visitors may come to, and whether every visit to each has a service time. */
function visitsOf(id: string, service: ServiceInput, { input }: Draft): ReadonlyMap<string, boolean> {
  const visits = new Map<string, boolean>();
  const seen = new Set<string>();
  const enter = ({ node, steps }: Pick<Way, "node" | "steps">): void => {
    if (seen.has(node)) return;
    seen.add(node);
    steps.forEach(follow);
  };
  const follow = (step: StepInput): void => {
    if (typeof step === "string") return;
    for (const station of [...listOf(step.visit ?? []), ...(step["shortest-queue"] ?? [])]) {
      const settings = settingsOf(station, input.stations);
      if (settings === undefined) continue;
      const time = step.time ?? service.times?.[station] ?? settings.time ?? service.time;
      visits.set(station, (visits.get(station) ?? true) && time !== undefined);
    }
    const known = step.when === undefined ? undefined : holdsFor(step.when, id);
    for (const { path, steps } of innerSteps(step)) {
      if ((path[0] === "do" && known === false) || (path[0] === "else" && known === true)) continue;
      steps.forEach(follow);
    }
    waysFrom(step, input).forEach(enter);
  };
  waysFrom({ follow: service.route }, input).forEach(enter);
  return visits;
}

/** What a condition says of one service; `undefined` when it depends on the visitor too. */
function holdsFor(condition: ConditionInput, service: string): boolean | undefined {
  if (typeof condition === "string") return undefined;
  if (condition.service !== undefined) return listOf(condition.service).includes(service);
  if (condition.not !== undefined) return opposite(holdsFor(condition.not, service));
  const all = condition.all?.map((one) => holdsFor(one, service));
  if (all?.includes(false)) return false;
  if (all?.every((one) => one === true)) return true;
  const any = condition.any?.map((one) => holdsFor(one, service));
  if (any?.includes(true)) return true;
  return any?.every((one) => one === false) ? false : undefined;
}

function opposite(known: boolean | undefined): boolean | undefined {
  return known === undefined ? undefined : !known;
}

/** Where a station has pools, one of them must serve the service's skill. */
function* checkSkill(id: string, service: ServiceInput, station: string, draft: Draft): Generator<Complaint> {
  const pools = settingsOf(station, draft.input.stations)?.pools;
  if (pools === undefined) return;
  const skills = Object.values(pools).flatMap((pool) => pool.skills);
  const skill = service.skill ?? id;
  if (skills.includes(skill)) return;
  const expected = `a skill that a pool of ${station} serves`;
  yield { path: ["services", id, "skill"], expected, found: skill, hint: didYouMean(skill, new Set(skills)) };
}

function settingsOf(station: string, stations: Draft["input"]["stations"]) {
  return own(stations, station) === undefined ? undefined : withLike(station, stations!).settings;
}
