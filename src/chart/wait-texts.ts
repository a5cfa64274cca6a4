import type { Result, ScenarioSummary } from "#result/result.js";
import type { By, ChartOptions } from "./chart.js";
import { findRow } from "./find-row.js";
import { formatShare } from "./format.js";
import { quotedTitle } from "./labels.js";
import { catalogue, inLanguage, type Language } from "./language.js";
import { roughMinutes, roughMinutesDown, roughMinutesUp } from "./rough-minutes.js";
import type { Panel } from "./wait-panels.js";
import { waitOfShare } from "./waits.js";

/** What pictures of waits have to say: the sentence above them and the words on them. */
export const waitTexts = catalogue(
  {
    half: (wait: string) => `Half of the visitors wait at most ${wait}`,
    within: (share: string, promise: string) => `${share} are served within the promised ${promise}`,
    with: (reform: string, wait: string) => `with ${reform}, at most ${wait}`,
    noReform: "no reform brings this down",
    longest: (place: string, wait: string) => `The longest waits: ${place}, where one in ten waits at least ${wait}`,
    quantiles: (half: string, nine: string) => `half at most ${half}, nine in ten at most ${nine}`,
    promise: (wait: string) => `promised ${wait}`,
    promisedShare: (share: string) => `promised to ${share}`,
    ends: (wait: string) => `Waits above ${wait} (at most 0.5% of them) are beyond the axis.`,
    pooled: "Waits of all days pooled.",
    outlined: "Outline: the base.",
    share: "Share of visitors, %",
    shareWithin: "Share of visitors who waited at most so long, %",
    wait: "Wait, min",
    inPromise: "within the promised time",
    beyond: "longer",
  },
  {
    ru: {
      half: (wait) => `Половина посетителей ждёт не дольше ${wait}`,
      within: (share, promise) => `${share} обслужены в пределах обещанных ${promise}`,
      with: (reform, wait) => `с реформой ${reform} — не дольше ${wait}`,
      noReform: "ни одна реформа этого не сокращает",
      longest: (place, wait) => `Дольше всего ждут здесь: ${place}, каждый десятый не меньше ${wait}`,
      quantiles: (half, nine) => `половина не дольше ${half}, девять из десяти не дольше ${nine}`,
      promise: (wait) => `обещано: ${wait}`,
      promisedShare: (share) => `обещано: ${share}`,
      ends: (wait) => `Ожидание дольше ${wait} (не более 0,5 % случаев) осталось за краем оси.`,
      pooled: "Ожидания всех дней вместе.",
      outlined: "Контур: исходное положение.",
      share: "Доля посетителей, %",
      shareWithin: "Доля посетителей, ждавших не дольше, %",
      wait: "Ожидание, мин",
      inPromise: "в пределах обещанного",
      beyond: "дольше",
    },
    kk: {
      half: (wait) => `Келушілердің жартысы ең көбі ${wait} күтеді`,
      within: (share, promise) => `уәде етілген ${promise} ішінде қызмет алғандар үлесі: ${share}`,
      with: (reform, wait) => `${reform} реформасымен — ең көбі ${wait}`,
      noReform: "мұны бірде-бір реформа қысқартпайды",
      longest: (place, wait) => `Ең ұзақ күту: ${place}, әр оныншы адам кемінде ${wait} күтеді`,
      quantiles: (half, nine) => `жартысы ең көбі ${half}, оннан тоғызы ең көбі ${nine}`,
      promise: (wait) => `уәде: ${wait}`,
      promisedShare: (share) => `уәде: ${share}`,
      ends: (wait) => `Күтуі ${wait} шегінен асатындар (ең көбі 0,5%) осьтен тыс қалды.`,
      pooled: "Барлық күндердің күтуі біріктірілген.",
      outlined: "Сызық: бастапқы жағдай.",
      share: "Келушілер үлесі, %",
      shareWithin: "Ең көбі осынша күткен келушілер үлесі, %",
      wait: "Күту, мин",
      inPromise: "уәде етілген уақыт ішінде",
      beyond: "одан ұзақ",
    },
  },
);

/** What one scenario's waits come to: `Half of the visitors wait at most 12 min; 64% are served within the promised 20 min`. */
export function waitSentence(result: Result, { scenario, waits }: Panel, lang: Language): string {
  const half = waitTexts[lang].half(roughMinutesUp(waits.median, lang));
  const within = findRow(result, scenario.id, { measure: "within-promise", statistics: ["share"] })?.estimate ?? null;
  return within === null
    ? half
    : `${half}; ${waitTexts[lang].within(formatShare(within, lang), roughMinutes(scenario.promise.wait, lang))}`;
}

/** The same for a base and its reforms: the base, and the reform that helps most. */
export function comparedSentence(result: Result, panels: readonly Panel[], lang: Language): string {
  const [base, ...reforms] = panels;
  if (base === undefined) return "";
  if (reforms.length === 0) return waitSentence(result, base, lang);
  const best = reforms.reduce((a, b) => (b.waits.median < a.waits.median ? b : a));
  const text = waitTexts[lang];
  const helps = best.waits.median < base.waits.median;
  const reform = quotedTitle([best.scenario], best.scenario.id, lang);
  return `${text.half(roughMinutesUp(base.waits.median, lang))}; ${helps ? text.with(reform, roughMinutesUp(best.waits.median, lang)) : text.noReform}`;
}

/** Where the waits are longest. */
export function longestSentence(
  panels: readonly Panel[],
  named: readonly ScenarioSummary["stations"][number][] | readonly ScenarioSummary["groups"][number][],
  { lang }: ChartOptions,
): string {
  const longest = panels.reduce((a, b) => (tail(b) > tail(a) ? b : a));
  return waitTexts[lang].longest(quotedTitle(named, longest.waits.key, lang), roughMinutesDown(tail(longest), lang));
}

const tail = ({ waits }: Panel): number => waitOfShare(waits, 0.9);

/** Plural of what the small pictures are of, as `allNamed` knows it. */
export const kindOf = (by: Exclude<By, "whole">) => `${by}s` as const;

/** The title of a scenario before a sentence about it. */
export const scenarioTitle = (scenario: ScenarioSummary, lang: Language): string =>
  inLanguage(scenario.title, lang) || scenario.id;
