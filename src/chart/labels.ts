import type { Named, Result, ScenarioSummary } from "#result/result.js";
import { inLanguage, type Language } from "./language.js";
import { labelLineHeight, sizes } from "./theme.js";
import { type Setting, wrap } from "./wrap.js";

/** Titles by id, in file order, wrapped with line breaks. Two things with one title get their ids added, so they stay two. */
export function labels(named: readonly Named[], lang: Language, setting: Setting): ReadonlyMap<string, string> {
  const titles = named.map((one) => inLanguage(one.title, lang) || one.id);
  const isShared = (title: string) => titles.indexOf(title) !== titles.lastIndexOf(title);
  return new Map(
    named.map((one, i) => {
      const title = titles[i] ?? one.id;
      return [one.id, wrap(isShared(title) ? `${title} (${one.id})` : title, setting).join("\n")];
    }),
  );
}

/** The stations, services or groups of all scenarios, each once: those of the base first, then what reforms add. */
export function allNamed(result: Result, kind: "stations" | "services" | "groups"): Named[] {
  const found = new Map<string, Named>();
  for (const scenario of result.scenarios) {
    for (const one of scenario[kind]) if (!found.has(one.id)) found.set(one.id, one);
  }
  return [...found.values()];
}

/** The scenario of an id; the base when there is none. Null for a result without scenarios. */
export const scenarioOf = (result: Result, id?: string): ScenarioSummary | null =>
  result.scenarios.find((scenario) => scenario.id === id) ?? result.scenarios[0] ?? null;

/** Lines the longest of the labels takes. */
export const linesOf = (wrapped: Iterable<string>): number =>
  Math.max(1, ...[...wrapped].map((label) => label.split("\n").length));

/** What stands above one of several panels, in lines, over the left end of its plot. */
export const panelTitle = (lines: readonly string[]) => ({
  text: [...lines],
  anchor: "start" as const,
  frame: "group" as const,
  fontSize: sizes.subtitle,
  offset: 6,
  lineHeight: 16,
});

/**
 * Sets labels of several lines in the middle of their rows: Vega puts the first line there and hangs the others below it.
 * For the `labelOffset` of a vertical axis whose values are the labels themselves.
 */
export const centredRows = {
  condition: [2, 3, 4, 5, 6, 7, 8].map((lines) => ({
    test: `length(split(datum.value, '\\n')) === ${lines}`,
    value: (-(lines - 1) * labelLineHeight) / 2,
  })),
  value: 0,
};

/** A title within a sentence, in the quotation marks of the language. */
export const quoted = (title: string, lang: Language): string => (lang === "en" ? `“${title}”` : `«${title}»`);

/** The title of the station, service, group or scenario of an id, within a sentence. */
export const quotedTitle = (named: readonly Named[], id: string, lang: Language): string =>
  quoted(named.filter((one) => one.id === id).map((one) => inLanguage(one.title, lang))[0] || id, lang);
