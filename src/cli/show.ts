import { join } from "node:path";
import type { Result } from "#result/result.js";
import { writeFile } from "./files.js";
import { type Language, outputFolder, type SimulationOptions } from "./options.js";
import { print } from "./print.js";

/** Shows a result: tables on stdout, files in a folder; with `--json` the result alone. */
export async function show(result: Result, options: SimulationOptions): Promise<void> {
  const json = `${JSON.stringify(result)}\n`;
  const folder = outputFolder(options);
  // Before anything else, so that what was worked out is not lost.
  if (folder !== undefined) writeFile(join(folder, "result.json"), json);
  await print(options.json ? json : await printed(result, options.lang));
  if (folder === undefined) return;
  const { writeCharts } = await import("./write-charts.js");
  const { renderReport } = await import("#report/html.js");
  const charts = await writeCharts(result, { folder: join(folder, "charts"), lang: options.lang });
  writeFile(join(folder, "report.html"), await renderReport(result, { lang: options.lang }));
  if (!options.quiet) {
    process.stderr.write(
      `Written: ${join(folder, "report.html")}, ${join(folder, "result.json")} and ${charts.length} chart files in ${join(folder, "charts")}\n`,
    );
  }
}

async function printed(result: Result, lang: Language): Promise<string> {
  const { printTables } = await import("#report/terminal.js");
  const { stdout } = process;
  // A terminal that does not know its width says 0.
  return printTables(result, { lang, colour: stdout.isTTY === true, width: stdout.columns || 110 });
}
