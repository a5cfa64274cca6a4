import type { CommandModule } from "yargs";
import { diskResolver } from "./files.js";
import { type SimulationOptions, withSimulationOptions } from "./options.js";

interface RunOptions extends SimulationOptions {
  readonly scenario: string;
  readonly trace: string | undefined;
}

/** `run SCENARIO`: reads, simulates, shows. */
export const run: CommandModule<object, RunOptions> = {
  command: "run <scenario>",
  describe: "Simulate one scenario and show its waiting times",
  builder: (yargs) =>
    withSimulationOptions(yargs)
      .positional("scenario", { type: "string", demandOption: true, describe: "A scenario file" })
      .option("trace", {
        type: "string",
        requiresArg: true,
        describe: "Write every event of the first replication to this file",
      }),
  handler: async (options) => {
    const { loadScenario } = await import("#scenario/load.js");
    const { simulate } = await import("./simulate.js");
    const { show } = await import("./show.js");
    const { scenario, files } = loadScenario({
      entry: options.scenario,
      with: options.with ?? [],
      set: options.set ?? [],
      resolver: diskResolver(options.scenario),
    });
    if (options.trace !== undefined) {
      const { writeTrace } = await import("./trace.js");
      writeTrace(options.trace, scenario, options.seed);
    }
    const result = await simulate([{ id: "base", scenario }], files, options);
    await show(result, options);
  },
};
