import { inlineRunner } from "#runner/inline.js";
import { job, runDays } from "./city-centre.js";

/** A process that shares nothing: told a number of days, it runs them and answers with the processor seconds they took. */
const runner = await inlineRunner(job);
process.on("message", async (days: number) => {
  const before = process.cpuUsage();
  await runDays(runner, days);
  const { user, system } = process.cpuUsage(before);
  process.send!((user + system) / 1e6);
});
process.send!("ready");
