import type { Result, ScenarioSummary } from "#result/result.js";
import { formatNumber, formatShare } from "./format.js";
import { catalogue, inLanguage, type Language, plural } from "./language.js";
import { config, pageWidth, sizes } from "./theme.js";
import { wrap } from "./wrap.js";

/** What stands above a chart. */
export interface Heading {
  /** What is seen in it, in one sentence computed from the data. */
  readonly title: string;
  /** What it shows, and what is left out. */
  readonly says: readonly string[];
  readonly scenarios: readonly ScenarioSummary[];
  /** Whether intervals are drawn, whose confidence must then be told. */
  readonly hasIntervals?: boolean;
}

/** Pixels between the left and the right padding. */
export const innerWidth = pageWidth - 2 * config.padding;

/** The parts of a specification every chart has: the heading, wrapped to the page, and the theme. */
export function frame(result: Result, lang: Language, heading: Heading) {
  const says = [...heading.says, basis(result, lang, heading.hasIntervals ?? false)].join(" ");
  const assumed = assumptions(heading.scenarios, lang);
  const subtitle = (text: string) => wrap(text, { width: innerWidth, size: sizes.subtitle });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: heading.title,
    title: {
      text: wrap(heading.title, { width: innerWidth, size: sizes.title, bold: true }),
      subtitle: [...subtitle(says), ...(assumed === "" ? [] : subtitle(assumed))],
    },
    config,
  };
}

/** How many days were simulated, and what the intervals mean. */
function basis({ provenance }: Result, lang: Language, hasIntervals: boolean): string {
  const { replications, confidence } = provenance;
  const days = texts[lang].days(formatNumber(replications, lang), replications);
  return hasIntervals && replications > 1 ? texts[lang].interval(days, formatShare(confidence, lang)) : `${days}.`;
}

/** What the scenarios say they assume, each text once; a long one is shortened at a word and says where all of it is. */
function assumptions(scenarios: readonly ScenarioSummary[], lang: Language): string {
  const said = [...new Set(scenarios.map((scenario) => inLanguage(scenario.assumptions, lang).trim()))].filter(
    (text) => text !== "",
  );
  if (said.length === 0) return "";
  const whole = said.join(" ").replace(/\s+/g, " ");
  const { assumed, inFull } = texts[lang];
  return `${assumed}: ${whole.length <= longest ? whole : `${whole.slice(0, whole.lastIndexOf(" ", longest))} … (${inFull})`}`;
}

/** Letters of assumptions shown under a chart. */
const longest = 150;

const texts = catalogue(
  {
    days: (text: string, count: number) =>
      `${text}\u00a0simulated ${plural(count, { one: "day", other: "days" }, "en")}`,
    interval: (days: string, confidence: string) => `${days}; lines across: ${confidence} intervals.`,
    assumed: "Assumptions",
    inFull: "in full in the report",
  },
  {
    ru: {
      days: (text, count) =>
        `${text}\u00a0${plural(count, { one: "смоделированный день", few: "смоделированных дня", other: "смоделированных дней" }, "ru")}`,
      interval: (days, confidence) => `${days}; отрезки: доверительные интервалы (${confidence}).`,
      assumed: "Допущения",
      inFull: "полностью — в отчёте",
    },
    kk: {
      days: (text) => `Модельденген күндер саны: ${text}`,
      interval: (days, confidence) => `${days}; кесінділер: сенімділігі ${confidence} аралықтар.`,
      assumed: "Болжамдар",
      inFull: "толық мәтіні есепте",
    },
  },
);
