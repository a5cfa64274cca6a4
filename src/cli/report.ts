import { join } from "node:path";
import type { CommandModule } from "yargs";
import { type Language, withOutputOptions } from "./options.js";

interface ReportOptions {
  readonly result: string;
  readonly out: string | undefined;
  readonly lang: Language;
  readonly quiet: boolean;
}

/** `report RESULT`: the report of a result file, one page that needs no network. */
export const report: CommandModule<object, ReportOptions> = {
  command: "report <result>",
  describe: "Write the report of a result file as one HTML page",
  builder: (yargs) =>
    withOutputOptions(yargs).positional("result", {
      type: "string",
      demandOption: true,
      describe: "A result.json written by run or compare",
    }) as never,
  handler: async ({ result, out, lang, quiet }) => {
    const { readResultFile } = await import("./read-result.js");
    const { renderReport } = await import("#report/html.js");
    const { writeFile } = await import("./files.js");
    const path = join(out ?? "out", "report.html");
    writeFile(path, await renderReport(readResultFile(result), { lang }));
    if (!quiet) process.stderr.write(`${path}\n`);
  },
};
