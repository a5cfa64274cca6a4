import { join } from "node:path";
import type { Result } from "#result/result.js";
import { writeFile } from "./files.js";
import type { SimulationOptions } from "./options.js";

/** Shows a result: tables on stdout, files in a folder; with `--json` the result alone. */
export async function show(result: Result, options: SimulationOptions): Promise<void> {
  const json = `${JSON.stringify(result)}\n`;
  if (options.json) {
    await write(json);
    if (options.out === undefined) return;
  } else {
    const { printTables } = await import("#report/terminal.js");
    const { stdout } = process;
    await write(
      printTables(result, { lang: options.lang, colour: stdout.isTTY === true, width: stdout.columns ?? 110 }),
    );
  }
  const folder = options.out ?? "out";
  const { writeCharts } = await import("./write-charts.js");
  const { renderReport } = await import("#report/html.js");
  writeFile(join(folder, "result.json"), json);
  const charts = await writeCharts(result, { folder: join(folder, "charts"), lang: options.lang });
  writeFile(join(folder, "report.html"), await renderReport(result, { lang: options.lang }));
  if (!options.quiet) {
    process.stderr.write(
      `Written: ${join(folder, "report.html")}, ${join(folder, "result.json")} and ${charts.length} chart files in ${join(folder, "charts")}\n`,
    );
  }
}

/** Waits until the text is out: a pipe may take its time. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
