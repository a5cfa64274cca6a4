import type * as z from "zod";
import { clock, duration, leaf, money, oneOf, share } from "./leaf.js";
import { passage } from "./passage-schema.js";
import { block, evenIfFaulty, exactlyOneOf, named, once } from "./shape.js";
import { lift, station } from "./station-schema.js";
import { steps } from "./step-schema.js";
import { text } from "./text-schema.js";
import { arrivalSource, group, patience, service } from "./visitor-schema.js";

/** A whole scenario as the file writes it, quantities read into base units. */
export type ScenarioInput = z.output<ReturnType<typeof scenarioSchema>>;

/** The format this version reads. */
export const format = "pscsim/1";

/** Sections of named things. */
export const sections = ["groups", "arrivals", "services", "stations", "lifts", "passages", "routes"] as const;
/** The name of a section of named things. */
export type Section = (typeof sections)[number];

/** Sections a file must have, itself or through `extends`, to be a scenario of its own; with fewer it is a reform. */
export const requiredSections = ["day", "arrivals", "services", "stations", "routes"] as const;

/** The schema of the language. */
export const scenarioSchema = once(() =>
  block({
    format: leaf({ type: "string", const: format }, (value) =>
      value === format
        ? { isRead: true, value: format }
        : { isRead: false, expected: format, hint: `The first line of a scenario is \`format: ${format}\`.` },
    ).meta({ description: "The version of this language." }),
    extends: leaf({ type: "string" }, (value) =>
      typeof value === "string" ? { isRead: true, value } : { isRead: false, expected: "the path of a file" },
    )
      .meta({ description: "A file this one builds on: written here are only the differences." })
      .optional(),
    title: text().meta({ description: "Name for people." }),
    about: text().meta({ description: "What this is, in a few sentences." }).optional(),
    assumptions: text()
      .meta({ description: "What is assumed here, not measured; shown beside the figures." })
      .optional(),
    day: day(),
    promise: promise().optional(),
    costs: costs().optional(),
    patience: patience()
      .meta({
        description: "How long visitors wait at a station before they give up; default none: as long as it takes.",
      })
      .optional(),
    groups: named(group()).meta({ description: "Who comes; default one group, general." }).optional(),
    arrivals: named(arrivalSource()).meta({ description: "When they come: sources of visitors." }),
    services: named(service()).meta({ description: "What they come for." }),
    stations: named(station()).meta({ description: "Where they queue." }),
    lifts: named(lift()).meta({ description: "Lifts: stations that serve several at once." }).optional(),
    passages: named(passage()).meta({ description: "Ways between stations that not everybody can pass." }).optional(),
    routes: named(steps()).meta({ description: "The ways through the building, step by step." }),
  }),
);

function day() {
  return block({
    opens: clock().meta({ description: "When the doors open." }),
    closes: clock().meta({ description: "When the doors close; who is inside by then is inside." }).optional(),
    length: duration({ moreThanZero: true })
      .meta({ description: "Instead of `closes`: a run of any length." })
      .optional(),
    "at-closing": oneOf(["serve-all-inside", "close-at-once"])
      .meta({ description: "What becomes of those inside at closing; default serve-all-inside." })
      .optional(),
    interval: duration({ least: ["1 min", 60] })
      .meta({ description: "Width of the intervals by which results are shown; default 30 min." })
      .optional(),
  })
    .superRefine(exactlyOneOf<{ closes?: unknown; length?: unknown }>(["closes", "length"]), evenIfFaulty)
    .superRefine(({ opens, closes }, context) => {
      if (closes === undefined || closes > opens) return;
      context.addIssue({ code: "custom", message: "a time after opening", path: ["closes"] });
    })
    .meta({ description: "Opening hours." });
}

function promise() {
  return block({
    wait: duration().meta({ description: "The wait promised; default 20 min." }).optional(),
    share: share().meta({ description: "The share of visitors it is promised to; default 80%." }).optional(),
    noticeable: duration()
      .meta({ description: "A change of someone's time in the centre below this is no change; default 1 min." })
      .optional(),
  }).meta({ description: "The standard the waits are held against." });
}

function costs() {
  return block({
    "server-hour": money().meta({ description: "An hour of one server; default 0 KZT." }).optional(),
    "visitor-hour": money().meta({ description: "An hour of a visitor's time; default 0 KZT." }).optional(),
  }).meta({ description: "What time costs." });
}
