import * as z from "zod";
import type { Result } from "./result.js";

let made: z.ZodType<Result> | undefined;

/** The schema of the result file; made at the first use, since most commands do not need it. */
export function resultSchema(): z.ZodType<Result> {
  made ??= make();
  return made;
}

/** JSON Schema, draft 7, of the result file. */
export function resultJsonSchema(): object {
  return z.toJSONSchema(resultSchema(), { target: "draft-7" });
}

function make(): z.ZodType<Result> {
  const number = z.number().nullable();
  const numbers = z.array(number);
  const text = z.string();
  const title = z.strictObject({ en: text, ru: text, kk: text });
  const named = { id: text, title };
  const interval = { estimate: number, low: number, high: number };
  const scope = z.enum(["whole", "station", "service", "interval"]);
  const unit = z.enum(["s", "visitors", "share", "h", "KZT", "visitors/h", "points", "ratio"]);
  const statistic = z.enum([
    "mean",
    "median",
    "p90",
    "p95",
    "max",
    "total",
    "share",
    "average",
    "difference",
    "ratio",
    "gini",
  ]);
  const measure = z.enum([
    "wait",
    "wait-of-served",
    "wait-of-all-who-came",
    "time-in-centre",
    "time-in-centre-of-served",
    "service-time",
    "station-wait",
    "station-time",
    "time-between-stations",
    "queue-length",
    "people-inside",
    "utilisation",
    "throughput",
    "came",
    "joined",
    "served",
    "gave-up",
    "turned-away",
    "denied",
    "inside-at-end",
    "within-promise",
    "finish-after-closing",
    "overtime",
    "staff-cost",
    "visitor-cost",
    "total-cost",
    "satisfaction",
    "wait-gap",
    "time-in-centre-gap",
    "denied-gap",
  ]);
  const provenance = z.strictObject({
    pscsim: text,
    node: text,
    command: text,
    seed: text,
    replications: z.int().nonnegative(),
    stopped: z.enum(["replications", "precise", "time", "interrupted"]),
    relativeHalfWidth: number,
    confidence: z.number(),
    calendar: z.enum(["own", "simjs"]),
    files: z.array(z.strictObject({ path: text, sha256: text })),
  });
  const scenario = z.strictObject({
    ...named,
    about: title,
    assumptions: title,
    opens: z.number(),
    dayLength: z.number(),
    intervals: z.array(z.number()),
    promise: z.strictObject({ wait: z.number(), share: z.number(), noticeable: z.number() }),
    groups: z.array(z.strictObject(named)),
    services: z.array(z.strictObject(named)),
    stations: z.array(z.strictObject({ ...named, isLift: z.boolean() })),
  });
  const row = z.strictObject({
    scenario: text,
    measure,
    scope,
    key: text,
    group: text,
    statistic,
    unit,
    ...interval,
    n: z.int(),
  });
  const distribution = z.strictObject({
    scenario: text,
    scope: z.enum(["whole", "station", "service", "group"]),
    key: text,
    binWidth: z.number().positive(),
    counts: z.array(z.number()),
    median: z.number(),
    p90: z.number(),
  });
  const series = z.strictObject({
    scenario: text,
    measure: z.enum(["people-waiting", "utilisation", "people-inside", "wait", "wait-of-all-who-came"]),
    scope: z.enum(["whole", "station"]),
    key: text,
    unit,
    estimate: numbers,
    low: numbers,
    high: numbers,
    bandLow: numbers,
    bandHigh: numbers,
  });
  const difference = z.strictObject({
    measure,
    scope,
    key: text,
    group: text,
    statistic,
    unit,
    base: number,
    reform: number,
    ...interval,
    n: z.int(),
    p: number,
    pHolm: number,
    verdict: z.enum(["better", "worse", "more", "less", "same", "cannot-tell"]),
  });
  const share = z.strictObject(interval);
  const comparison = z.strictObject({
    reform: text,
    differences: z.array(difference),
    visitors: z.array(z.strictObject({ group: text, better: share, worse: share, unchanged: share })),
    gains: z.strictObject({
      binWidth: z.number(),
      from: z.number(),
      counts: z.array(z.number()),
      newlyServed: z.number(),
      noLongerServed: z.number(),
    }),
    shift: z.array(
      z.strictObject({ place: z.enum(["station", "between-stations", "total"]), key: text, ...interval, wait: number }),
    ),
  });
  return z.strictObject({
    format: z.literal("pscsim-result/1"),
    provenance,
    scenarios: z.array(scenario),
    rows: z.array(row),
    distributions: z.array(distribution),
    series: z.array(series),
    comparisons: z.array(comparison),
  });
}
