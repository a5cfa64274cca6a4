import { parseArgs } from "node:util";
import Table from "cli-table3";
import { cold } from "./cold.js";
import { linear } from "./linear.js";
import { sideBySide } from "./side-by-side.js";
import { threads } from "./threads.js";

/**
 * `npm run bench`: every engine on every workload, side by side. `npm run bench -- linear`: our engine at growing
 * sizes. `npm run bench -- cold`: the command line from a cold start. `npm run bench -- threads`: two worker threads
 * and two processes against one thread. `--json` prints the rows alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, rounds: { type: "string", default: "3" } },
});

const modes: Record<string, () => readonly object[] | Promise<readonly object[]>> = {
  "side-by-side": () => sideBySide(Number(values.rounds), say),
  linear: () => linear(say),
  cold: () => [cold()],
  threads: () => threads(say),
};
const mode = modes[positionals[0] ?? "side-by-side"];
if (mode === undefined) throw new Error(`no mode ${positionals[0]}; there are ${Object.keys(modes).join(", ")}`);
const rows = await mode();
console.log(values.json ? JSON.stringify(rows, null, 2) : tableOf(rows));

/** Progress goes to stderr, so that stdout holds the rows alone. */
function say(note: string): void {
  process.stderr.write(`${note}\n`);
}

function tableOf(rows: readonly object[]): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = new Table({ head: keys, style: { head: [] } });
  for (const row of rows) table.push(keys.map((key) => shown((row as Record<string, unknown>)[key])));
  return table.toString();
}

function shown(value: unknown): string {
  if (typeof value !== "number") return String(value ?? "");
  return value.toLocaleString("en", {
    maximumSignificantDigits: value < 1000 ? 4 : 7,
    maximumFractionDigits: 0,
    roundingPriority: "morePrecision",
  });
}
