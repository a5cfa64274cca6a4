import { join } from "node:path";
import type { By, ChartOptions, Spec } from "#chart/chart.js";
import { type ChartName, chartNames, charts, chartsBy } from "#chart/index.js";
import { renderPng } from "#chart/png.js";
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
  for (const { file, spec } of names.flatMap((name) => drawings(result, name as ChartName, lang))) {
    const svg = await renderSvg(spec, { lang });
    const path = join(folder, file);
    writeFile(`${path}.svg`, svg);
    writeFile(`${path}.png`, await renderPng(svg));
    writeFile(`${path}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    written.push(`${path}.svg`, `${path}.png`, `${path}.vl.json`);
  }
  return written;
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
