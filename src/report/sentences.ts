import {
  allNamed,
  catalogue,
  findDifference,
  findRow,
  formatBare,
  formatBareDifference,
  formatDifference,
  formatQuantity,
  formatShare,
  inLanguage,
  type Language,
  quotedTitle,
  roughMinutes,
  verdictWord,
} from "#chart/public.js";
import type { Comparison, Difference, Result } from "#result/result.js";

/**
 * What to take away, a sentence each: for a comparison a verdict a reform, for a plain run how long visitors wait. What is not
 * defined is left out.
 */
export const sentences = (result: Result, lang: Language): string[] =>
  result.comparisons.length > 0
    ? result.comparisons.map((one) => verdictSentence(result, one, lang))
    : result.scenarios.map(({ id }) => waitSentence(result, id, lang)).filter((text) => text !== "");

/** One reform: the wait before and after with its interval and verdict, who gains and loses, and where the queue goes. */
export function verdictSentence(result: Result, comparison: Comparison, lang: Language): string {
  const title =
    result.scenarios.filter(({ id }) => id === comparison.reform).map((one) => inLanguage(one.title, lang))[0] ||
    comparison.reform;
  const wait = findDifference(comparison.differences, { measure: "wait", statistics: ["mean"] });
  const parts = [
    waitPart(result, wait, lang),
    deniedPart(comparison, lang),
    balancePart(comparison, lang),
    movePart(result, comparison, lang),
  ];
  return `${title}: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function waitPart(result: Result, wait: Difference | undefined, lang: Language): string {
  const text = texts[lang];
  if (wait === undefined || wait.base === null || wait.reform === null || wait.estimate === null) return text.unknown;
  const { base, reform, estimate, low, high, verdict } = wait;
  const bare = (seconds: number) => formatBareDifference(seconds, "s", lang);
  const interval =
    low === null || high === null
      ? ""
      : `, ${text.interval(formatShare(result.provenance.confidence, lang), bare(low), bare(high))}`;
  const change = `${text.wait(formatQuantity(base, "s", lang), formatQuantity(reform, "s", lang))} (${bare(estimate)}${interval})`;
  const noticeable = result.scenarios[0]?.promise.noticeable ?? 0;
  const isUnnoticed = (verdict === "better" || verdict === "worse") && Math.abs(estimate) < noticeable;
  const note = isUnnoticed ? `, ${text.unnoticed(roughMinutes(noticeable, lang))}` : "";
  return `${change}: ${verdictWord(verdict, lang)}${note}`;
}

/** Whom a barrier keeps out, where the reform changes it: a longer wait may only mean that more people are let in. */
function deniedPart({ differences }: Comparison, lang: Language): string {
  const denied = findDifference(differences, { measure: "denied", statistics: ["total"] });
  if (denied === undefined || denied.base === null || denied.reform === null) return "";
  if (denied.verdict !== "better" && denied.verdict !== "worse") return "";
  const [base, reform] = [formatBare(denied.base, "visitors", lang), formatBare(denied.reform, "visitors", lang)];
  return `${texts[lang].denied(base, reform)}: ${verdictWord(denied.verdict, lang)}`;
}

function balancePart({ visitors }: Comparison, lang: Language): string {
  const all = visitors.find(({ group }) => group === "");
  if (all === undefined || all.better.estimate === null || all.worse.estimate === null) return "";
  return texts[lang].balance(formatShare(all.better.estimate, lang), formatShare(all.worse.estimate, lang));
}

/** Seconds of waiting a visitor, in the mean, below which a queue has not moved anywhere. */
const moved = 30;

/** The station where a reform makes visitors wait longer by most: more waiting, not more people served, and no chance finding. */
function movePart(result: Result, { shift }: Comparison, lang: Language): string {
  const found = shift
    .filter(({ place, low }) => place === "station" && low !== null && low > 0)
    .map(({ key, wait }) => ({ key, wait: wait ?? 0 }))
    .reduce((most, one) => (one.wait > most.wait ? one : most), { key: "", wait: 0 });
  return found.wait < moved
    ? ""
    : texts[lang].moves(
        quotedTitle(allNamed(result, "stations"), found.key, lang),
        formatDifference(found.wait, "s", lang),
      );
}

function waitSentence(result: Result, scenario: string, lang: Language): string {
  const found = (statistic: "mean" | "median" | "p90") =>
    findRow(result, scenario, { measure: "wait", statistics: [statistic] })?.estimate ?? null;
  const [mean, p90] = [found("mean"), found("p90")];
  const within = findRow(result, scenario, { measure: "within-promise", statistics: ["share"] })?.estimate ?? null;
  const promise = result.scenarios.find(({ id }) => id === scenario)?.promise;
  const text = texts[lang];
  const parts = [
    ...(mean === null ? [] : [text.mean(formatQuantity(mean, "s", lang))]),
    ...(p90 === null ? [] : [text.nineInTen(formatQuantity(p90, "s", lang))]),
    ...(within === null || promise === undefined
      ? []
      : [text.within(formatShare(within, lang), roughMinutes(promise.wait, lang), formatShare(promise.share, lang))]),
  ];
  return parts.length === 0 ? "" : `${parts.join("; ")}.`;
}

const texts = catalogue(
  {
    wait: (base: string, reform: string) => `wait from ${base} to ${reform}`,
    interval: (confidence: string, low: string, high: string) => `${confidence} interval ${low} to ${high}`,
    unknown: "nothing can be said about the wait",
    denied: (base: string, reform: string) => `denied by a barrier from ${base} to ${reform} visitors a day`,
    unnoticed: (wait: string) => `less than the ${wait} that visitors notice`,
    balance: (better: string, worse: string) => `${better} of visitors better off, ${worse} worse off`,
    moves: (station: string, change: string) => `the queue moves to ${station} (${change})`,
    mean: (wait: string) => `Visitors wait ${wait} on average`,
    nineInTen: (wait: string) => `on an average day nine in ten wait at most ${wait}`,
    within: (share: string, wait: string, promised: string) =>
      `${share} are served within the promised ${wait} (promised: ${promised})`,
  },
  {
    ru: {
      wait: (base, reform) => `ожидание было ${base}, стало ${reform}`,
      interval: (confidence, low, high) => `интервал ${confidence} от ${low} до ${high}`,
      unknown: "об ожидании ничего сказать нельзя",
      denied: (base, reform) => `не пустил барьер, посетителей в день: было ${base}, стало ${reform}`,
      unnoticed: (wait) => `меньше заметного посетителям (${wait})`,
      balance: (better, worse) => `выигрывают ${better} посетителей, проигрывают ${worse}`,
      moves: (station, change) => `очередь переходит в другое место: ${station} (${change})`,
      mean: (wait) => `Посетители ждут в среднем ${wait}`,
      nineInTen: (wait) => `в обычный день девять из десяти ждут не дольше ${wait}`,
      within: (share, wait, promised) => `${share} обслужены в пределах обещанных ${wait} (обещано: ${promised})`,
    },
    kk: {
      wait: (base, reform) => `күту бұрын ${base}, енді ${reform}`,
      interval: (confidence, low, high) => `${confidence} аралығы ${low} … ${high}`,
      unknown: "күту туралы ештеңе айтуға болмайды",
      denied: (base, reform) => `кедергіден өте алмағандар күніне бұрын ${base}, енді ${reform}`,
      unnoticed: (wait) => `келушілер байқайтын ${wait} шамасынан аз`,
      balance: (better, worse) => `ұтатын келушілер ${better}, ұтылатындар ${worse}`,
      moves: (station, change) => `кезек басқа жерге ауысады: ${station} (${change})`,
      mean: (wait) => `Келушілер орта есеппен ${wait} күтеді`,
      nineInTen: (wait) => `әдеттегі күні оннан тоғызы ең көбі ${wait} күтеді`,
      within: (share, wait, promised) => `уәде етілген ${wait} ішінде қызмет алғандар ${share} (уәде: ${promised})`,
    },
  },
);
