import type { CommandModule } from "yargs";
import { diskResolver } from "./files.js";
import { type OverlayOptions, withOverlayOptions } from "./options.js";
import { print } from "./print.js";

interface CheckOptions extends OverlayOptions {
  readonly scenario: string;
  readonly reforms: readonly string[] | undefined;
}

/** `check SCENARIO`: all problems of a file, or a word that there are none. */
export const check: CommandModule<object, CheckOptions> = {
  command: "check <scenario> [reforms..]",
  describe: "Look for problems in a scenario, and in reforms laid over it",
  builder: (yargs) =>
    withOverlayOptions(yargs)
      .positional("scenario", { type: "string", demandOption: true, describe: "A scenario file" })
      .positional("reforms", {
        type: "string",
        array: true,
        describe: "Reforms to lay over it, each by itself",
      }) as never,
  handler: async ({ scenario, reforms = [], ...overlays }) => {
    const { loadComparison } = await import("#scenario/load.js");
    const { files } = loadComparison({
      base: scenario,
      reforms,
      with: overlays.with ?? [],
      set: overlays.set ?? [],
      resolver: diskResolver(scenario),
    });
    await print(`No problems in ${files.map((file) => file.path).join(", ")}.\n`);
  },
};
