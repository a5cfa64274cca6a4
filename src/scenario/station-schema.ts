import * as z from "zod";
import type { DistributionSpec } from "#random/distribution.js";
import { distributionOf } from "#random/distributions.js";
import { durationLaw } from "./distribution-schema.js";
import { clock, count, duration, money, name, oneOf, yesOrNo } from "./leaf.js";
import { block, evenIfFaulty, idPattern, named } from "./shape.js";
import { steps } from "./step-schema.js";
import { text } from "./text-schema.js";

const callRules = ["first-come", "priority", "last-come", "random"] as const;
const whenDownWords = ["wait", "deny", "turn-away"] as const;

/** A station as the file writes it. */
export type StationInput = z.output<ReturnType<typeof station>>;
/** A lift as the file writes it. */
export type LiftInput = z.output<ReturnType<typeof lift>>;
/** Servers as the file writes them: a number, counts by interval, or changes by the clock. */
export type ServersInput = z.output<ReturnType<typeof servers>>;

/** Schema of a station. A station option is a line here, its default in `complete-stations.ts`, its type in `scenario.ts`. */
export function station() {
  return block({
    title: text().meta({ description: "Name for people; default: the station's id." }).optional(),
    like: name("station")
      .meta({ description: "All settings of that station, and its random numbers, unless written here." })
      .optional(),
    servers: servers().meta({ description: "How many serve here, when; or use `pools`." }).optional(),
    pools: named(pool())
      .meta({ description: "Servers by what they can do, instead of `servers`." })
      .superRefine((pools, context) => {
        if (Object.keys(pools).length > 0) return;
        context.addIssue({ code: "custom", message: "at least one pool", params: { found: "none" } });
      })
      .optional(),
    call: oneOf(callRules)
      .meta({
        description:
          "Who is called next: first-come, priority (that of their group, then first-come), last-come or random; default first-come. In a pool of several skills `prefer` comes before it.",
      })
      .optional(),
    gap: duration().meta({ description: "Time a server needs between two tickets; default 0 s." }).optional(),
    "absent-ticket": duration()
      .meta({ description: "Server time lost when the ticket called belongs to someone who left; default 0 s." })
      .optional(),
    room: count({ least: 0, most: 1_000_000 }).meta({ description: "How many may wait; default no limit." }).optional(),
    "when-full": oneOf(["balk", "turn-away"])
      .meta({
        description:
          "What those do who find no room: balk (they give up) or turn-away (they are sent away); default turn-away.",
      })
      .optional(),
    patience: stationPatience().optional(),
    time: durationLaw().meta({ description: "Service time of services that state none for here." }).optional(),
    breakdown: breakdown().optional(),
    "when-down": whenDown()
      .meta({
        description:
          "What those do for whom no server is both on duty and in order, or who find the station closed: they wait, are denied (deny) or sent away (turn-away), or do these steps instead of the visit; default wait, turn-away if closed. The same holds for those already waiting when the last of their servers goes.",
      })
      .optional(),
    closed: yesOrNo().meta({ description: "Nobody is served here all day; default false." }).optional(),
    "server-hour": money().meta({ description: "Cost of a server; default `costs.server-hour`." }).optional(),
  }).superRefine(serversInOneWay, evenIfFaulty);
}

function serversInOneWay(given: object, context: z.core.$RefinementCtx): void {
  if (!Object.hasOwn(given, "servers") || !Object.hasOwn(given, "pools")) return;
  const hint = "To replace what another file states, also write `servers: null` or `pools: null`.";
  context.addIssue({ code: "custom", message: "servers or pools", params: { found: "both", hint, isKey: true } });
}

/** Schema of a lift. */
export function lift() {
  return block({
    title: text().meta({ description: "Name for people; default: the lift's id." }).optional(),
    cars: count({ least: 1, most: 1000, hint: "Close the lift instead?" })
      .meta({ description: "How many cars; default 1." })
      .optional(),
    people: count({ least: 1, most: 1000 })
      .meta({ description: "How many ride at once in a car; default 8." })
      .optional(),
    ride: durationLaw().meta({ description: "Time from closing doors to leaving the car." }),
    gap: duration().meta({ description: "Time until the car is back for the next ride; default 20 s." }).optional(),
    patience: stationPatience().optional(),
    breakdown: breakdown().optional(),
    "when-down": whenDown()
      .meta({
        description:
          "What those do who come while every car is out of order, or find the lift closed: they wait, are denied (deny) or sent away (turn-away), or do these steps instead of the ride; default deny. The same holds for those already waiting when the last car fails.",
      })
      .optional(),
    closed: yesOrNo().meta({ description: "Out of order all day; default false." }).optional(),
  });
}

/** Servers: the three ways of writing a roster. */
export function servers() {
  const counted = () => count({ least: 0, most: 10_000 });
  return z.union(
    [
      count({ least: 1, most: 10_000, hint: "Close the station instead?" }),
      block({
        every: duration({ moreThanZero: true }).meta({ description: "Width of the intervals, from opening." }),
        counts: z
          .array(counted())
          .min(1)
          .meta({ description: "Servers in each interval; the last number stays to the end." }),
      }),
      z
        .array(
          block({
            from: clock().meta({ description: "From this time of day on …" }),
            count: counted().meta({ description: "… so many servers." }),
          }),
        )
        .min(1),
    ],
    { error: "a number of servers, { every: 30 min, counts: [...] }, or a list of { from: 09:00, count: 2 }" },
  );
}

function pool() {
  return block({
    title: text().meta({ description: "Name for people; default: the pool's id." }).optional(),
    servers: servers().meta({ description: "How many servers of this pool, when." }),
    skills: z
      .array(z.string({ error: "the name of a skill" }).regex(idPattern, { error: "the name of a skill" }))
      .min(1)
      .meta({ description: "What they can serve, the preferred first." }),
    prefer: oneOf(["listed", "longest-waiting"])
      .meta({
        description:
          "Whom a free server takes. listed: whoever waits for the skill listed first, before anybody of the others, whatever their priority. longest-waiting: whatever the skill, the highest priority first where the station calls by priority, then who waits longest (last-come: shortest). Default listed.",
      })
      .optional(),
  });
}

function whenDown() {
  return z.union([oneOf(whenDownWords), steps()], { error: "wait, deny, turn-away, or a list of steps" });
}

function stationPatience() {
  return z
    .union([oneOf(["none", "by-group"]), durationLaw()], { error: "none, by-group, or a duration or its law" })
    .meta({
      description: "How long people wait here before they give up; default by-group: as long as their group does.",
    });
}

function breakdown() {
  return block({
    every: durationLaw().meta({
      description:
        "Time of one server from opening, or from its last repair, to its next breakdown: by the clock, whether it serves or not. Its mean is at least 1 s.",
    }),
    repair: durationLaw().meta({
      description: "Time until it works again, by the clock, on duty or not.",
    }),
  })
    .superRefine(hasWorkingTime, evenIfFaulty)
    .meta({ description: "Each server breaks down on its own, never in the middle of a service; default never." });
}

/** Shortest mean time between breakdowns, seconds: a server that broke down at every instant would end no day. */
const leastWorkingTime = 1;

function hasWorkingTime({ every }: { every?: DistributionSpec }, context: z.core.$RefinementCtx): void {
  // What could not be read is told already.
  if (every === undefined || context.issues.some(({ path }) => path?.[0] === "every")) return;
  const { mean } = distributionOf(every);
  if (mean >= leastWorkingTime) return;
  const message = `a mean of at least ${leastWorkingTime} s`;
  const found = `a mean of ${Number(mean.toPrecision(3))} s`;
  context.addIssue({ code: "custom", message, params: { found }, path: ["every"] });
}
