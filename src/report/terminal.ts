import colors from "picocolors";
import {
  allNamed,
  catalogue,
  formatClock,
  formatNumber,
  formatShare,
  inLanguage,
  type Language,
} from "#chart/public.js";
import type { Result } from "#result/result.js";
import { reportTexts } from "./report-texts.js";
import { sentences } from "./sentences.js";
import { sparkline } from "./sparkline.js";
import type { TableId } from "./table.js";
import { tables } from "./tables.js";
import { breakLines } from "./text-columns.js";
import { type Paint, textTable } from "./text-table.js";

/** How tables are printed. */
export interface PrintOptions {
  readonly lang: Language;
  /** Default: colours when stdout is a terminal. Never with NO_COLOR set. */
  readonly colour?: boolean;
  /** Letters a line. Default: the terminal's, or 100. */
  readonly width?: number;
  /** Tables to print. Default: those that fit on a screen or two; the report has all. */
  readonly which?: readonly TableId[];
}

/** What is printed unless asked otherwise: with many reforms, what shows them side by side. */
const shortOf = ({ comparisons }: Result): readonly TableId[] =>
  comparisons.length > 1
    ? ["headline", "verdict-matrix", "shift"]
    : ["headline", "verdicts", "balance", "shift", "stations"];

/** A result as text for a terminal: what to take away, tables, and the queues through the day. Ends with a line break. */
export function printTables(result: Result, options: PrintOptions): string {
  const { lang, width = process.stdout.columns ?? 100, which = shortOf(result) } = options;
  const colour = options.colour ?? process.stdout.isTTY === true;
  const paint = colors.createColors(colour && (process.env.NO_COLOR ?? "") === "");
  const said = sentences(result, lang).map((sentence) => breakLines(sentence, width).join("\n"));
  const wanted = tables(result, lang).filter(({ id }) => which.includes(id));
  const shown = wanted.map((table) => textTable(table, { paint, width }));
  const queues = queueLines(result, { lang, width, paint });
  return `${[...said, breakLines(ended(result, lang), width).join("\n"), ...shown, ...(queues === "" ? [] : [queues])].join("\n\n")}\n`;
}

/** How many days were simulated, why no more, and how well the wait is known by then. */
function ended({ provenance }: Result, lang: Language): string {
  const { replications, stopped, relativeHalfWidth } = provenance;
  const text = reportTexts[lang];
  const said = [
    text.days(formatNumber(replications, lang), replications),
    `${text.stopped}: ${text.stoppedBy[stopped]}`,
    ...(relativeHalfWidth === null ? [] : [`${text.relative}: ${formatShare(relativeHalfWidth, lang)}`]),
  ];
  return `${said.join(". ")}.`;
}

/** People waiting at each station through the day as lines of blocks, each with its peak; empty where not recorded. */
function queueLines(result: Result, { lang, width, paint }: { lang: Language; width: number; paint: Paint }): string {
  const stations = allNamed(result, "stations");
  const titles = stations.map((one) => inLanguage(one.title, lang) || one.id);
  const room = Math.min(Math.max(0, ...titles.map((title) => title.length)), Math.max(12, width - 40));
  const lines = result.scenarios.flatMap((scenario) => {
    const found = stations.flatMap(({ id }, i) => {
      const series = result.series.find(
        (one) => one.scenario === scenario.id && one.measure === "people-waiting" && one.key === id,
      );
      if (series === undefined) return [];
      const peak = Math.max(0, ...series.estimate.map((value) => value ?? 0));
      const [name = "", ...rest] = breakLines(titles[i] ?? id, room);
      return [
        `  ${name.padEnd(room)} ${sparkline(series.estimate)} ${formatNumber(peak, lang, peak < 10 ? 1 : 0)}`,
        ...rest.map((more) => `  ${more}`),
      ];
    });
    const hours = `${formatClock(scenario.opens)}–${formatClock(scenario.opens + scenario.dayLength)}`;
    const title = `${inLanguage(scenario.title, lang) || scenario.id}, ${hours}`;
    return found.length === 0 ? [] : [...breakLines(title, width), ...found];
  });
  return lines.length === 0 ? "" : [paint.bold(texts[lang]), ...lines].join("\n");
}

const texts = catalogue("People waiting through the day, and the peak", {
  ru: "Ожидающие в течение дня и наибольшее число",
  kk: "Күн бойы күтіп тұрғандар және ең көп саны",
});
