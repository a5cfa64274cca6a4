import type { Spec } from "./chart.js";
import type { Language } from "./language.js";
import { vegaLocale } from "./locale.js";
import { textWidth } from "./text-width.js";

/** How a chart is drawn. */
export interface RenderOptions {
  readonly lang: Language;
  /** Starts the ids inside the drawing. Charts of one page need different ones, else they would use each other's clips. */
  readonly idPrefix?: string;
}

/**
 * The chart as an SVG drawing that needs nothing but a viewer. The same specification gives the same text, byte for byte.
 * To a screen reader it is one picture with the chart's title. Cost: Vega is loaded by the first call, about half a second.
 */
export async function renderSvg(spec: Spec, { lang, idPrefix = "" }: RenderOptions): Promise<string> {
  const key = `${lang} ${JSON.stringify(spec)}`;
  const svg = remembered.get(key) ?? (await draw(spec, lang));
  if (remembered.size < MOST_REMEMBERED) remembered.set(key, svg);
  return named(withPrefix(svg, idPrefix), spec.description ?? "");
}

/** Drawings made so far: a run writes its charts as files and again into the report. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 100;

async function draw(spec: Spec, lang: Language): Promise<string> {
  const [vega, { compile }] = await Promise.all([loadVega(), import("vega-lite")]);
  const { spec: compiled } = compile(spec, { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(compiled, { locale: { number: vegaLocale(lang) } }), { renderer: "none" });
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Vega, told how wide texts are: without a canvas it guesses, which pads every axis. */
async function loadVega() {
  const vega = await import("vega");
  // The types of Vega leave this hook out.
  const { textMetrics } = vega as unknown as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
  textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth(String(text ?? "").trim(), { size: fontSize, bold: fontWeight === "bold" || Number(fontWeight) >= 600 });
  return vega;
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

const withPrefix = (svg: string, prefix: string): string =>
  prefix === ""
    ? svg
    : svg.replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`);

const named = (svg: string, label: string): string =>
  svg.replace("<svg ", `<svg role="img" aria-label="${attribute(label)}" `);

const attribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
