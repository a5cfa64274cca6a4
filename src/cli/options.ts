import type { Argv } from "yargs";
import { UserError } from "./exit.js";

/** What is laid over a scenario. */
export interface OverlayOptions {
  readonly with: readonly string[] | undefined;
  readonly set: readonly string[] | undefined;
}

/** What `run` and `compare` have in common. */
export interface SimulationOptions extends OverlayOptions {
  readonly replications: number | undefined;
  readonly seed: string;
  readonly untilPrecise: string | undefined;
  readonly threads: number | undefined;
  readonly calendar: "own" | "simjs";
  readonly out: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
  readonly quiet: boolean;
}

export type Language = "en" | "ru" | "kk";

export function withOverlayOptions<T>(argv: Argv<T>): Argv<T & OverlayOptions> {
  return argv
    .option("with", {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Lay partial scenario files over it, in order",
    })
    .option("set", {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "Change one value: stations.bank.servers=2",
    });
}

export function withSimulationOptions<T>(argv: Argv<T>): Argv<T & SimulationOptions> {
  return withOverlayOptions(withOutputOptions(argv))
    .option("replications", {
      alias: "n",
      type: "number",
      requiresArg: true,
      describe: "How many days to simulate [default: until precise]",
    })
    .option("seed", {
      type: "string",
      default: "1",
      requiresArg: true,
      describe: "Any text; the same seed gives the same numbers",
    })
    .option("until-precise", {
      type: "string",
      requiresArg: true,
      describe: "Half-width of the mean wait's interval that is enough [default: 5%, or 10 s of work]",
    })
    .option("threads", {
      type: "number",
      requiresArg: true,
      describe: "Threads to use [default: 2 for a comparison or 2,000 replications, else 1]",
    })
    .option("calendar", {
      choices: ["own", "simjs"] as const,
      default: "own" as const,
      describe: "Which event list to use; the numbers are the same",
    })
    .option("json", { type: "boolean", default: false, describe: "Print the result file alone" }) as unknown as Argv<
    T & SimulationOptions
  >;
}

export function withOutputOptions<T>(argv: Argv<T>) {
  return argv
    .option("out", {
      type: "string",
      requiresArg: true,
      describe: "Folder for result, charts and report [default: out]",
    })
    .option("lang", {
      choices: ["en", "ru", "kk"] as const,
      default: "en" as const,
      describe: "Language of tables, charts and report",
    })
    .option("quiet", { alias: "q", type: "boolean", default: false, describe: "No progress and no notes" });
}

/** @throws UserError for what the parser cannot know to be wrong */
export function checkOptions({ replications, threads }: SimulationOptions): void {
  for (const [name, value, most] of [
    ["--replications", replications, 10_000_000],
    ["--threads", threads, 256],
  ] as const) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= most)) {
      throw new UserError(`${name}: expected a whole number from 1 to ${most.toLocaleString("en")}, found ${value}.`);
    }
  }
}

/** Where files go; `undefined`: none are written. */
export function outputFolder({ out, json }: Pick<SimulationOptions, "out" | "json">): string | undefined {
  return out ?? (json ? undefined : "out");
}

/** `"2.5%"` as 0.025. @throws UserError */
export function precisionOf(text: string | undefined): number {
  if (text === undefined) return 0.05;
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  const share = match === null ? Number.NaN : Number(match[1]) / 100;
  if (share > 0 && share < 1) return share;
  throw new UserError(`--until-precise: expected a share such as 5%, found ${text}.`);
}
