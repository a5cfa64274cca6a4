import type { CommandModule } from "yargs";
import { diskResolver } from "./files.js";
import { type SimulationOptions, withSimulationOptions } from "./options.js";

interface CompareOptions extends SimulationOptions {
  readonly base: string;
  readonly reforms: readonly string[];
}

/** `compare BASE REFORM…`: each reform against the base, on the same visitors. */
export const compare: CommandModule<object, CompareOptions> = {
  command: "compare <base> <reforms..>",
  describe: "Compare reforms with a scenario, on the same visitors",
  builder: (yargs) =>
    withSimulationOptions(yargs)
      .positional("base", {
        type: "string",
        demandOption: true,
        describe: "The scenario that reforms are compared with",
      })
      .positional("reforms", {
        type: "string",
        array: true,
        demandOption: true,
        describe: "Reforms: partial files laid over the base, or complete scenarios",
      }) as never,
  handler: async (options) => {
    const { loadComparison } = await import("#scenario/load.js");
    const { simulate } = await import("./simulate.js");
    const { show } = await import("./show.js");
    const { base, reforms, files } = loadComparison({
      base: options.base,
      reforms: options.reforms,
      with: options.with ?? [],
      set: options.set ?? [],
      resolver: diskResolver(options.base),
    });
    const result = await simulate([base, ...reforms], files, options);
    await show(result, options);
  },
};
