import type { DistributionSpec } from "#random/distribution.js";
import { completeArrivals } from "./complete-arrivals.js";
import { completeStations, orNull } from "./complete-stations.js";
import { completeSteps } from "./complete-steps.js";
import { isWhole, wholeShares } from "./laws.js";
import type { Legible } from "./legible.js";
import type { PassageInput } from "./passage-schema.js";
import type { Day, Group, Passage, Scenario, Service } from "./scenario.js";
import type { ScenarioInput } from "./schema.js";
import { inEveryLanguage } from "./text-schema.js";

/** Length of a step of a stair along the slope, metres: 0.30 m tread and 0.15 m rise give 0.34 m. */
const stepMetres = 0.35;
/** Steepest ramp a wheelchair climbs alone: 1 in 12. */
const steepestRamp = 1 / 12;

/** Fills in every default: from what a checked file says to the strict scenario that everything else reads. */
export function complete(input: ScenarioInput): Scenario {
  const day = completeDay(input.day);
  const groups = completeGroups(input);
  const services = completeServices(input.services);
  const nothing = inEveryLanguage("");
  return {
    title: input.title,
    about: input.about ?? nothing,
    assumptions: input.assumptions ?? nothing,
    day,
    promise: {
      wait: input.promise?.wait ?? 20 * 60,
      share: input.promise?.share ?? 0.8,
      noticeable: input.promise?.noticeable ?? 60,
    },
    costs: { serverHour: input.costs?.["server-hour"] ?? 0, visitorHour: input.costs?.["visitor-hour"] ?? 0 },
    groups,
    services,
    arrivals: Object.entries(input.arrivals).map(([id, source]) =>
      completeArrivals(id, source, { day, groups, services }),
    ),
    stations: completeStations(input, day),
    passages: Object.entries(input.passages ?? {}).map(([id, passage]) => completePassage(id, passage)),
    routes: Object.entries(input.routes).map(([id, steps]) => ({ id, steps: completeSteps(steps) })),
  };
}

function completeDay(day: ScenarioInput["day"]): Day {
  return {
    opens: day.opens,
    length: lengthOfDay(day),
    atClosing: day["at-closing"] ?? "serve-all-inside",
    interval: day.interval ?? 30 * 60,
  };
}

/** Seconds from opening to closing, of a day that has passed the schema. */
export function lengthOfDay(day: ScenarioInput["day"]): number {
  return day.length ?? day.closes! - day.opens;
}

function completeGroups(input: ScenarioInput): readonly Group[] {
  const given = Object.entries(input.groups ?? { general: { share: 1 } });
  const shares = wholeShares(given.map(([, group]) => group.share));
  return given.map(([id, group], index) => {
    const walkingSpeed: DistributionSpec = group["walking-speed"] ?? { kind: "constant", value: 1.3 };
    return {
      id,
      title: group.title ?? inEveryLanguage(id),
      share: shares[index]!,
      priority: group.priority ?? 0,
      needs: group.needs ?? [],
      digital: group.digital ?? 1,
      walkingSpeed,
      stairsSpeed: group["stairs-speed"] ?? meanSpeed(walkingSpeed) / 2,
      serviceTimeFactor: group["service-time-factor"] ?? 1,
      patience: orNull(group.patience ?? input.patience ?? "none"),
    };
  });
}

/** Mean of the four laws that speeds may follow. */
function meanSpeed(law: DistributionSpec): number {
  switch (law.kind) {
    case "constant":
      return law.value;
    case "uniform":
      return (law.min + law.max) / 2;
    case "triangular":
      return (law.min + law.mode + law.max) / 3;
    case "pert":
      return (law.min + 4 * law.mode + law.max) / 6;
    default:
      throw new TypeError(`${law.kind} is not a law of speeds`);
  }
}

function completeServices(services: ScenarioInput["services"]): readonly Service[] {
  const given = Object.entries(services);
  const shares = serviceShares(given.map(([, service]) => service.share));
  return given.map(([id, service], index) => ({
    id,
    title: service.title ?? inEveryLanguage(id),
    share: shares[index]!,
    route: service.route,
    skill: service.skill ?? id,
    time: service.time ?? null,
    times: service.times ?? {},
    fee: service.fee ?? 0,
  }));
}

/** All alike when none is stated. They may fail to sum to 1 only where every source brings its own mix. */
function serviceShares(stated: readonly (number | undefined)[]): readonly number[] {
  if (stated.every((share) => share === undefined)) return stated.map(() => 1 / stated.length);
  const shares = stated.map((share) => share ?? 0);
  return isWhole(shares) ? wholeShares(shares) : shares;
}

function completePassage(id: string, passage: PassageInput): Passage {
  const { steps = 0, ramp, lacks = [], instead = "deny" } = passage;
  return {
    id,
    title: passage.title ?? inEveryLanguage(id),
    walkMetres: (passage.walk ?? 0) + (ramp?.length ?? 0),
    stairsMetres: steps * stepMetres,
    doorTime: passage.door ?? 0,
    lacks: hasBarrier(passage) && !lacks.includes("step-free") ? [...lacks, "step-free"] : lacks,
    instead: completeSteps(instead === "deny" ? ["deny"] : instead),
  };
}

/** Whether a passage lacks `step-free` whatever else it says: it has steps, or a steep ramp. */
export function hasBarrier({ steps, ramp }: Legible<PassageInput>): boolean {
  return (steps ?? 0) > 0 || (ramp?.gradient ?? 0) > steepestRamp;
}
