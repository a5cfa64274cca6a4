import * as z from "zod";
import { durationLaw, speedLaw } from "./distribution-schema.js";
import { clock, count, duration, name, number, oneOf, share, speed } from "./leaf.js";
import { weekdays } from "./scenario.js";
import { block, evenIfFaulty, exactlyOneOf, hasUnknownKey, named, oneRequired } from "./shape.js";
import { text } from "./text-schema.js";

/** A group as the file writes it. */
export type GroupInput = z.output<ReturnType<typeof group>>;
/** A source of visitors as the file writes it. */
export type SourceInput = z.output<ReturnType<typeof arrivalSource>>;
/** A service as the file writes it. */
export type ServiceInput = z.output<ReturnType<typeof service>>;

/** Most visitors a day: the whole country. More is a slip of the pen. */
export const mostPerDay = 20_000_000;

/** Schema of a group of visitors. */
export function group() {
  return block({
    title: text().meta({ description: "Name for people; default: the group's id." }).optional(),
    share: share().meta({ description: "Share of all visitors; all groups sum to 100%." }),
    priority: count({ least: 0, most: 1000 })
      .meta({ description: "Higher goes first where a station calls by priority; default 0." })
      .optional(),
    patience: patience().meta({ description: "How long this group waits; default: as the scenario's." }).optional(),
    "walking-speed": speedLaw().meta({ description: "Speed on the flat; default 1.3 m/s." }).optional(),
    "stairs-speed": speed()
      .meta({ description: "Speed along stairs; default half the mean walking speed." })
      .optional(),
    digital: share().meta({ description: "Share able to use a kiosk without help; default 100%." }).optional(),
    needs: z
      .array(name("need"))
      .meta({
        description: "What passages must offer, such as step-free; names of your own.",
        examples: [["step-free"]],
      })
      .optional(),
    "service-time-factor": number({ above: 0, most: 100 })
      .meta({ description: "Multiplies every service time at a server; default 1." })
      .optional(),
  });
}

/** How long visitors wait before they give up. */
export function patience() {
  return z.union([oneOf(["none"]), durationLaw()], { error: "none, or a duration or its law" });
}

const sourceKinds = ["per-day", "replay"] as const;

/** Schema of a source of visitors: walk-ins by the day, or a recording. */
export function arrivalSource() {
  return block({
    title: text().meta({ description: "Name for people; default: the source's id." }).optional(),
    "per-day": number({ least: 0, most: mostPerDay })
      .meta({ description: "Expected visitors on a mean day, those at the door included." })
      .optional(),
    "at-door": share().meta({ description: "Share of them waiting at the door at opening; default 0%." }).optional(),
    every: duration({ moreThanZero: true })
      .meta({ description: "Width of the pieces of `weights`; default: one piece, the whole day." })
      .optional(),
    weights: z
      .array(number({ least: 0, most: 1e9 }))
      .min(1)
      .meta({ description: "How busy each piece of the day is against the others: a number for each, to closing." })
      .optional(),
    "day-factor": block({
      cv: number({ least: 0, most: 10 }).meta({ description: "Coefficient of variation of the factor." }),
    })
      .meta({ description: "A random factor, mean 1 (gamma), that makes whole days busy or quiet; default none." })
      .optional(),
    weekdays: block(
      Object.fromEntries(
        weekdays.map((day) => [
          day,
          number({ least: 0, most: 100 }).meta({ description: "Against a mean day." }).optional(),
        ]),
      ),
    )
      .meta({ description: "How busy each weekday is; each is as likely. Default: all days alike." })
      .optional(),
    replay: z.array(replayed()).min(1).meta({ description: "Recorded visitors, instead of `per-day`." }).optional(),
    groups: named(share()).meta({ description: "Groups of this source; default: the groups' own shares." }).optional(),
    services: named(share())
      .meta({ description: "What this source comes for; default: the services' own shares." })
      .optional(),
  })
    .superRefine(exactlyOneOf<{ "per-day"?: unknown; replay?: unknown }>(sourceKinds), evenIfFaulty)
    .superRefine(onlyWithItsKind, evenIfFaulty)
    .meta(oneRequired(sourceKinds));
}

/** A recording has no shape of its own, and weights come with their width. */
function onlyWithItsKind(given: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx): void {
  const complain = (key: string, message: string, found = key) =>
    context.addIssue({ code: "custom", message, params: { found, isKey: true }, path: [key] });
  const isThere = (key: string) => Object.hasOwn(given, key);
  if (isThere("replay")) {
    for (const key of ["at-door", "every", "weights", "day-factor", "weekdays"])
      if (isThere(key)) complain(key, `no ${key} with replay`);
  }
  const { weights } = given;
  if (Array.isArray(weights) && weights.length > 0 && weights.every((weight) => weight === 0))
    complain("weights", "a weight of more than 0", "only 0");
  if (hasUnknownKey(context)) return;
  if (isThere("weights") && !isThere("every")) complain("weights", "every beside weights");
  if (isThere("every") && !isThere("weights")) complain("every", "weights beside every");
}

function replayed() {
  return block({
    at: z
      .union([clock().transform((time) => ({ time })), duration().transform((after) => ({ after }))], {
        error: "a time of day such as 09:30, or a duration from opening such as 30 min",
      })
      .meta({ description: "Time of day, or time since opening." }),
    service: name("service").meta({ description: "What they came for; default: drawn by the shares." }).optional(),
    group: name("group").meta({ description: "Who they are; default: drawn by the shares." }).optional(),
  });
}

/** Schema of a service. */
export function service() {
  return block({
    title: text().meta({ description: "Name for people; default: the service's id." }).optional(),
    share: share()
      .meta({
        description: "Share of all visitors; all services sum to 100%. Default: all alike, when none states it.",
      })
      .optional(),
    route: name("route").meta({ description: "The way through the building." }),
    skill: name("skill")
      .meta({ description: "What a pool must know to serve it; default: the service's id." })
      .optional(),
    time: durationLaw().meta({ description: "Service time at stations that state none of their own." }).optional(),
    times: named(durationLaw()).meta({ description: "Service time by station, before the station's own." }).optional(),
    fee: share().meta({ description: "Share of visitors who owe a fee; default 0%." }).optional(),
  });
}
