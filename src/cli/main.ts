import yargs from "yargs";
import { chart } from "./chart.js";
import { check } from "./check.js";
import { compare } from "./compare.js";
import { type ExitCode, exitCodeOf, explain, UserError } from "./exit.js";
import { report } from "./report.js";
import { run } from "./run.js";
import { schema } from "./schema.js";
import { version } from "./version.js";

// Nobody reads any more what is told beside the results: no reason to stop.
process.stderr.on("error", () => undefined);

const commands = [run, compare, chart, report, check, schema];

/** The command line. @returns the exit code: 0 done, 1 our bug, 2 the user's input, 3 the machinery */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const parser = yargs([...words])
    .scriptName("pscsim")
    .usage("$0 COMMAND\n\nSimulates how people flow through Public Service Centres.")
    .command(commands as never)
    .completion("completion", "Print a script that completes commands in your shell")
    .demandCommand(1, "Say what to do: pscsim run SCENARIO, for instance.")
    .recommendCommands()
    .strict()
    // `--set a=1 centre.yaml`: one word an option, so that the file after it is the scenario.
    .parserConfiguration({ "greedy-arrays": false })
    .version(version())
    .help()
    .alias("h", "help")
    .wrap(Math.min(110, process.stderr.columns ?? 110))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UserError(`${message}\n${whereToLook(words)}`);
    });
  try {
    await parser.parseAsync();
    return 0;
  } catch (error) {
    process.stderr.write(`${await explain(error)}\n`);
    return exitCodeOf(error);
  }
}

/** The help that lists what could have been meant. */
function whereToLook([first]: readonly string[]): string {
  const isCommand = commands.some(({ command }) => String(command).split(" ")[0] === first);
  return `See pscsim ${isCommand ? `${first} ` : ""}--help.`;
}
