import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { By, ChartOptions, Spec } from "#chart/chart.js";
import { type ChartName, chartNames, charts, chartsBy } from "#chart/index.js";
import { pngThread } from "#chart/png-thread.js";
import { renderSvg } from "#chart/render.js";
import type { Result } from "#result/result.js";
import { writeFile } from "./files.js";
import type { Language } from "./options.js";

interface WriteChartsOptions {
  readonly folder: string;
  readonly lang: Language;
  /** Default: all that have something to show. */
  readonly names?: readonly string[] | undefined;
}

const everyBy: readonly By[] = ["whole", "station", "service", "group"];

/** Draws charts into a folder, each as SVG, PNG and Vega-Lite specification. @returns the paths written */
export async function writeCharts(
  result: Result,
  { folder, lang, names = chartNames }: WriteChartsOptions,
): Promise<string[]> {
  const written: string[] = [];
  const pngs: Promise<void>[] = [];
  const thread = pngThread();
  try {
    for (const { file, spec } of names.flatMap((name) => drawings(result, name as ChartName, lang))) {
      const path = join(folder, file);
      const svg = await renderSvg(spec, { lang });
      writeFile(`${path}.svg`, svg);
      writeFile(`${path}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
      const png = writePng(`${path}.png`, thread.render(svg));
      // It may fail while the next chart is drawn; it is waited for below.
      png.catch(() => undefined);
      pngs.push(png);
      written.push(`${path}.svg`, `${path}.png`, `${path}.vl.json`);
      // Lets the thread be handed its next chart.
      await nextTurn();
    }
    await Promise.all(pngs);
  } finally {
    await thread.close();
  }
  return written;
}

async function writePng(path: string, png: Promise<Uint8Array>): Promise<void> {
  writeFile(path, await png);
}

/** A chart's drawings: one, or one for each thing it can be shown by and each scenario it shows alone. */
function drawings(result: Result, name: ChartName, lang: Language): { file: string; spec: Spec }[] {
  const asked: { file: string; options: ChartOptions }[] = chartsBy.includes(name)
    ? everyBy.map((by) => ({ file: by === "whole" ? name : `${name}-by-${by}`, options: { lang, by } }))
    : [{ file: name, options: { lang } }];
  return asked.flatMap(({ file, options }) => {
    const spec = charts[name](result, options);
    return spec === null ? [] : [{ file, spec }];
  });
}
