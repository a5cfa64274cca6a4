import type { CommandModule } from "yargs";
import { UserError } from "./exit.js";
import { type Language, withOutputOptions } from "./options.js";

interface ChartOptions {
  readonly result: string;
  readonly names: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly lang: Language;
  readonly quiet: boolean;
}

/** `chart RESULT [NAME…]`: charts of a result file, as SVG, PNG and Vega-Lite. */
export const chart: CommandModule<object, ChartOptions> = {
  command: "chart <result> [names..]",
  describe: "Draw the charts of a result file",
  builder: (yargs) =>
    withOutputOptions(yargs)
      .positional("result", { type: "string", demandOption: true, describe: "A result.json written by run or compare" })
      .positional("names", { type: "string", array: true, describe: "Which charts [default: all]" }) as never,
  handler: async ({ result, names, out, lang, quiet }) => {
    const { readResultFile } = await import("./read-result.js");
    const { charts } = await import("#chart/index.js");
    const { writeCharts } = await import("./write-charts.js");
    const unknown = (names ?? []).filter((name) => !Object.hasOwn(charts, name));
    if (unknown.length > 0)
      throw new UserError(`No chart is called ${unknown.join(", ")}. There are: ${Object.keys(charts).join(", ")}.`);
    const written = await writeCharts(readResultFile(result), {
      folder: out ?? "out",
      lang,
      names: names?.length ? names : undefined,
    });
    if (!quiet) for (const path of written) process.stderr.write(`${path}\n`);
  },
};
