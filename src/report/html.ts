import { readFile } from "node:fs/promises";
import {
  type By,
  type ChartName,
  charts,
  formatNumber,
  formatShare,
  inLanguage,
  type Language,
  renderSvg,
} from "#chart/public.js";
import type { Result, ScenarioSummary, Title } from "#result/result.js";
import { escapeHtml } from "./escape-html.js";
import { htmlTable } from "./html-table.js";
import { reportTexts } from "./report-texts.js";
import { sentences } from "./sentences.js";
import { style } from "./style.js";
import type { TableId } from "./table.js";
import { tables } from "./tables.js";

/**
 * The report of a result: one page with text, tables and still charts that needs no network and runs no script. Titles are
 * shown as text, whatever is in them. Cost: about a second, most of it the charts.
 */
export async function renderReport(result: Result, { lang }: { readonly lang: Language }): Promise<string> {
  const text = reportTexts[lang];
  const title = titleOf(result, lang);
  const body = [
    `<header><h1>${escapeHtml(title)}</h1>\n<p class="meta">${escapeHtml(meta(result, lang))}</p></header>`,
    inShort(result, lang),
    ...about(result, lang),
    ...assumptions(result, lang),
    ...(await sections(result, lang)),
    section(text.methods, [`<ol>${text.rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join("\n")}</ol>`]),
    section(text.provenance, [provenance(result, lang)]),
  ];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style(await fonts())}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

/** The fonts as base64. From dist/report as from src/report: the build copies no fonts. */
async function fonts(): Promise<{ regular: string; bold: string }> {
  const read = (weight: string) =>
    readFile(new URL(`../../src/chart/font/noto-sans-${weight}.woff2`, import.meta.url), "base64");
  const [regular, bold] = await Promise.all([read("regular"), read("bold")]);
  return { regular, bold };
}

const titleOf = ({ scenarios }: Result, lang: Language): string =>
  scenarios.slice(0, 1).map((one) => inLanguage(one.title, lang) || one.id)[0] ?? "pscsim";

function meta({ comparisons, provenance }: Result, lang: Language): string {
  const text = reportTexts[lang];
  const reforms = text.subtitle(formatNumber(comparisons.length, lang), comparisons.length);
  return `${reforms}. ${text.days(formatNumber(provenance.replications, lang), provenance.replications)}.`;
}

function inShort(result: Result, lang: Language): string {
  const items = sentences(result, lang).map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return items.length === 0
    ? ""
    : section(reportTexts[lang].inShort, [`<ul class="verdicts">${items.join("\n")}</ul>`]);
}

const section = (title: string, parts: readonly string[]): string =>
  `<section>\n<h2>${escapeHtml(title)}</h2>\n${parts.join("\n")}\n</section>`;

function about({ scenarios }: Result, lang: Language): string[] {
  const said = prose(scenarios, (one) => one.about, lang);
  return said === "" ? [] : [section(reportTexts[lang].about, [said])];
}

function assumptions({ scenarios }: Result, lang: Language): string[] {
  const said = prose(scenarios, (one) => one.assumptions, lang);
  const text = reportTexts[lang];
  const title = `<h2>${escapeHtml(text.assumptions)}</h2>\n<p class="meta">${escapeHtml(text.assumptionsSay)}</p>`;
  return said === "" ? [] : [`<section class="assumed">\n${title}\n${said}\n</section>`];
}

/** Texts of the scenarios, each once, under the title of the first that says it; without titles where all say the same. */
function prose(
  scenarios: readonly ScenarioSummary[],
  textOf: (scenario: ScenarioSummary) => Title,
  lang: Language,
): string {
  const said = new Map<string, string>();
  for (const scenario of scenarios) {
    const text = inLanguage(textOf(scenario), lang).trim();
    if (text !== "" && !said.has(text)) said.set(text, inLanguage(scenario.title, lang) || scenario.id);
  }
  const parts = [...said].map(
    ([text, title]) => `${said.size > 1 ? `<h3>${escapeHtml(title)}</h3>` : ""}<p>${escapeHtml(text)}</p>`,
  );
  return parts.join("\n");
}

type Part = { readonly table: TableId } | { readonly chart: ChartName; readonly by?: By };

type SectionName = "reforms" | "whole" | "people" | "places" | "groups";

/** What stands in which part of the report, in order. */
const plan: Readonly<Record<SectionName, readonly Part[]>> = {
  reforms: [{ table: "verdicts" }, { chart: "comparison" }],
  whole: [{ table: "headline" }, { chart: "wait-distribution" }, { chart: "wait-cumulative" }],
  people: [{ table: "balance" }, { chart: "gains-and-losses" }],
  places: [
    { chart: "bottleneck-shift" },
    { table: "shift" },
    { chart: "people-waiting" },
    { chart: "utilisation" },
    { chart: "wait-cumulative", by: "station" },
    { table: "stations" },
  ],
  groups: [
    { chart: "group-gap" },
    { table: "gaps" },
    { chart: "wait-distribution", by: "group" },
    { table: "groups" },
    { chart: "wait-cumulative", by: "service" },
    { table: "services" },
  ],
};

/** The parts that have something to show. */
async function sections(result: Result, lang: Language): Promise<string[]> {
  const made = new Map(tables(result, lang).map((table) => [table.id, htmlTable(table)]));
  const found: string[] = [];
  for (const [name, parts] of Object.entries(plan)) {
    const shown: string[] = [];
    for (const part of parts) {
      const html =
        "table" in part ? (made.get(part.table) ?? "") : await figure(result, part.chart, part.by ?? "whole", lang);
      if (html !== "") shown.push(html);
    }
    if (shown.length > 0) found.push(section(reportTexts[lang][name as SectionName], shown));
  }
  return found;
}

async function figure(result: Result, name: ChartName, by: By, lang: Language): Promise<string> {
  const spec = charts[name](result, { lang, by });
  if (spec === null) return "";
  const id = `${name}-${by}`;
  return `<figure id="chart-${id}">\n${await renderSvg(spec, { lang, idPrefix: id })}\n</figure>`;
}

function provenance({ provenance: from }: Result, lang: Language): string {
  const text = reportTexts[lang];
  const entries: (readonly [string, string])[] = [
    [text.version, from.pscsim],
    [text.node, from.node],
    [text.command, from.command],
    [text.seed, from.seed],
    [text.replications, formatNumber(from.replications, lang)],
    [text.stopped, text.stoppedBy[from.stopped]],
    ...(from.relativeHalfWidth === null ? [] : [[text.relative, formatShare(from.relativeHalfWidth, lang)] as const]),
    [text.confidence, formatShare(from.confidence, lang)],
    [text.calendar, from.calendar],
    ...from.files.map(({ path, sha256 }) => [text.file, `${path} (${text.hash}: ${sha256})`] as const),
  ];
  return `<dl>\n${entries.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join("\n")}\n</dl>`;
}
