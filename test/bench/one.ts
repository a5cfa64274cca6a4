import { engines } from "./engines.js";
import { measure, type Size } from "./measure.js";
import type { Workload } from "./workload.js";

/**
 * `one.ts WORKLOAD ENGINE SIZE [SETTING…]`: measures one engine on one workload, alone in this process, so that neither
 * the memory nor the compiled code of another is in the way. Prints the measurement as JSON.
 */
const [workload, engine, size, ...settings] = process.argv.slice(2) as [Workload, string, string, ...string[]];
const load = engines[workload]?.[engine];
if (load === undefined) throw new Error(`no engine ${engine} for workload ${workload}`);

const run = await load(settings);
console.log(JSON.stringify(measure(run, JSON.parse(size) as Size)));
