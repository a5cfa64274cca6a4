import { Replicator } from "#engine/replication.js";
import { compile } from "#plan/compile.js";
import { seedKey } from "#random/keys.js";
import type { Scenario } from "#scenario/scenario.js";
import { writeFile } from "./files.js";

/** Writes every event of the first replication, a line each: when, what happened, to whom and what they came for, where, by whom. */
export function writeTrace(path: string, scenario: Scenario, seed: string): void {
  const lines: { time: number; text: string }[] = [];
  const { opens } = scenario.day;
  new Replicator(compile(scenario), {
    trace: ({ time, fact, visitor, group, service, station, server }) => {
      const words = [time.toFixed(6), clock(opens + time), fact, visitor, group, service, station, server];
      lines.push({ time, text: words.join("\t") });
    },
  }).run(seedKey(seed), 0);
  const head = ["seconds", "clock", "fact", "visitor", "group", "service", "station", "server"].join("\t");
  writeFile(path, `${[head, ...lines.map((line) => line.text)].join("\n")}\n`);
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
