import type { Comparison, Result } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { formatNumber, formatShare } from "./format.js";
import { frame, innerWidth } from "./frame.js";
import { labels, quotedTitle, scenarioOf } from "./labels.js";
import { catalogue, type Language } from "./language.js";
import { roughMinutes } from "./rough-minutes.js";
import { colours, sizes } from "./theme.js";
import { axisRoom } from "./wait-panels.js";
import { wrap } from "./wrap.js";

const width = innerWidth - axisRoom;

/** Bars each way from zero, at most. */
const mostBars = 30;

/** The axis goes so many seconds each way at least, however little changes. */
const leastReach = 300;

/** How each visitor's time in centre changes: a histogram a reform, coloured by better, worse and unchanged. */
export const gainsAndLosses: Chart = (result, options) => {
  const { lang } = options;
  const compared = result.comparisons.filter(({ gains }) => gains.counts.some((count) => count > 0));
  if (compared.length === 0) return null;
  const reach = Math.max(leastReach, ...compared.map(({ gains }) => reachOf(gains)));
  const bar = barOf(reach);
  const end = (Math.ceil(reach / bar) + 0.5) * bar;
  const text = texts[lang];
  const noticeable = scenarioOf(result)?.promise.noticeable ?? 0;
  const says = [text.means(roughMinutes(noticeable, lang)), text.shows, text.ends(roughMinutes(end, lang))];
  const panel = labels(result.scenarios, lang, { width, size: sizes.subtitle, bold: true });
  const header = (one: Comparison) =>
    [
      panel.get(one.reform) ?? one.reform,
      ...wrap(balance(one, lang), { width, size: sizes.subtitle, bold: true }),
    ].join("\n");
  return {
    ...frame(result, lang, { title: title(result, compared, options), says, scenarios: result.scenarios }),
    data: { values: compared.flatMap((one) => bars(one, { panel: header(one), bar, end, noticeable, lang })) },
    facet: {
      field: "panel",
      type: "nominal",
      sort: compared.map(header),
      title: null,
      header: { labelLineHeight: 17 },
    },
    columns: 1,
    spacing: 6,
    resolve: { axis: { x: "independent" } },
    spec: { width, height: 110, layer: layers(end / 60, lang) },
  };
};

/** The change, in seconds either way, not passed by all but 0.5 % of visitors on each side. */
function reachOf({ counts, from, binWidth }: Comparison["gains"]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let first = 0;
  let last = 0;
  counts.forEach((count, i) => {
    if (below <= 0.005 * all) first = i;
    if (below < 0.995 * all) last = i;
    below += count;
  });
  return Math.max(Math.abs(from + first * binWidth), Math.abs(from + (last + 1) * binWidth));
}

const barOf = (reach: number): number =>
  [60, 120, 300, 600, 1800, 3600].find((one) => reach / one <= mostBars) ?? Math.ceil(reach / mostBars);

interface Bars {
  readonly panel: string;
  readonly bar: number;
  readonly end: number;
  readonly noticeable: number;
  readonly lang: Language;
}

/**
 * Shares of visitors by change, in bars around zero; the one in the middle reaches half a bar either way. Each bar is laid up
 * from those better off, unchanged and worse off. Changes beyond the outer bars are left out.
 */
function bars({ gains }: Comparison, { panel, bar, end, lang, ...asked }: Bars) {
  // Those who change not at all stand in a bin with those who change a little.
  const noticeable = Math.max(asked.noticeable, gains.binWidth);
  const all = gains.counts.reduce((sum, count) => sum + count, 0);
  const heights = Array.from({ length: Math.round((2 * end) / bar) }, () => ({ better: 0, unchanged: 0, worse: 0 }));
  gains.counts.forEach((count, i) => {
    const change = gains.from + (i + 0.5) * gains.binWidth;
    const height = heights[Math.floor((change + end) / bar)];
    if (height !== undefined)
      height[change <= -noticeable ? "better" : change >= noticeable ? "worse" : "unchanged"] += count;
  });
  const percent = (count: number) => Math.round((count / all) * 1e5) / 1e3;
  return heights.flatMap((height, i) => {
    let below = 0;
    return parts.flatMap((part) => {
      const start = below;
      below += height[part];
      const row = { panel, from: (-end + i * bar) / 60, to: (-end + (i + 1) * bar) / 60, part: texts[lang][part] };
      return height[part] === 0 ? [] : [{ ...row, start: percent(start), share: percent(below) }];
    });
  });
}

const parts = ["better", "unchanged", "worse"] as const;

function layers(end: number, lang: Language) {
  const text = texts[lang];
  const x = {
    field: "from",
    type: "quantitative" as const,
    bin: "binned" as const,
    title: text.axis,
    scale: { domain: [-end, end], nice: false },
    axis: { tickCount: 12, grid: false, labelExpr: "(datum.value > 0 ? '+' : '') + datum.label" },
  };
  const y = {
    field: "share",
    type: "quantitative" as const,
    title: text.share,
    stack: null,
    axis: { tickCount: 4, minExtent: axisRoom - 14 },
  };
  const color = {
    field: "part",
    type: "nominal" as const,
    scale: {
      domain: [text.better, text.unchanged, text.worse],
      range: [colours.green, colours.faint, colours.vermilion],
    },
    legend: { title: null, orient: "top" as const, offset: 12, symbolType: "square" },
  };
  return [
    {
      mark: { type: "bar" as const, binSpacing: 1 },
      encoding: { x, x2: { field: "to" }, y, y2: { field: "start" }, color },
    },
    { mark: { type: "rule" as const, color: colours.ink }, encoding: { x: { datum: 0 } } },
  ];
}

/** `better off 61% (newly served 2.4%), worse off 4% (no longer served 0.1%)`; shares of those who come in both. */
function balance({ visitors, gains }: Comparison, lang: Language): string {
  const all = visitors.find(({ group }) => group === "");
  const text = texts[lang];
  const share = (word: string, value: number) => `${word} ${formatShare(value, lang)}`;
  const part = (word: string, of: number | null | undefined, within: string) =>
    of === null || of === undefined ? [] : [`${share(word, of)} (${within})`];
  return [
    ...part(text.better, all?.better.estimate, share(text.newly, gains.newlyServed)),
    ...part(text.worse, all?.worse.estimate, share(text.noLonger, gains.noLongerServed)),
  ].join(", ");
}

/** The reform that leaves most visitors better off. */
function title(result: Result, compared: readonly Comparison[], { lang }: ChartOptions): string {
  const betterOf = ({ visitors }: Comparison) => visitors.find(({ group }) => group === "")?.better.estimate ?? 0;
  const best = compared.reduce((a, b) => (betterOf(b) > betterOf(a) ? b : a));
  const worse = best.visitors.find(({ group }) => group === "")?.worse.estimate ?? 0;
  const reform = quotedTitle(result.scenarios, best.reform, lang);
  return texts[lang].title(reform, formatNumber(betterOf(best) * 100, lang), formatNumber(worse * 100, lang));
}

const texts = catalogue(
  {
    title: (reform: string, better: string, worse: string) =>
      `${reform}: of 100 visitors, ${better} are better off and ${worse} worse off`,
    means: (time: string) =>
      `Of those who come in both, better off: at least ${time} less in the centre, or served now and not before; worse off: at least ${time} more, or no longer served.`,
    shows: "Bars: change in time in centre, reform minus base, of each visitor served in both; all days pooled.",
    ends: (time: string) => `Changes beyond ${time} either way are beyond the axis.`,
    axis: "Change in time in centre, min",
    share: "Of those served in both, %",
    better: "better off",
    unchanged: "unchanged",
    worse: "worse off",
    newly: "newly served",
    noLonger: "no longer served",
  },
  {
    ru: {
      title: (reform, better, worse) => `${reform}: из 100 посетителей выигрывают ${better}, проигрывают ${worse}`,
      means: (time) =>
        `Из тех, кто приходит в обоих случаях, выиграли: в центре хотя бы на ${time} меньше либо обслужены, а раньше не были; проиграли: хотя бы на ${time} больше либо больше не обслужены.`,
      shows:
        "Столбцы: изменение времени в центре, реформа минус исходное положение, у каждого обслуженного в обоих случаях; все дни вместе.",
      ends: (time) => `Изменения больше ${time} в обе стороны остались за краем оси.`,
      axis: "Изменение времени в центре, мин",
      share: "Из обслуженных, %",
      better: "выиграли",
      unchanged: "без изменений",
      worse: "проиграли",
      newly: "теперь обслужены",
      noLonger: "больше не обслужены",
    },
    kk: {
      title: (reform, better, worse) => `${reform}: 100 келушінің ${better} адамы ұтады, ${worse} адамы ұтылады`,
      means: (time) =>
        `Екі жағдайда да келетіндердің ішінде ұтқандар: орталықта болуы кемінде ${time} қысқарған немесе бұрын қызмет ала алмай, енді алатындар; ұтылғандар: кемінде ${time} ұзарған немесе енді қызмет ала алмайтындар.`,
      shows:
        "Бағандар: екі жағдайда да қызмет алған әр келушінің орталықта болу уақытының өзгеруі, реформа мен бастапқы жағдайдың айырмасы; барлық күндер бірге.",
      ends: (time) => `Екі жаққа да ${time} шегінен асатын өзгерістер осьтен тыс қалды.`,
      axis: "Орталықта болу уақытының өзгеруі, мин",
      share: "Қызмет алғандар, %",
      better: "ұтқандар",
      unchanged: "өзгеріссіз",
      worse: "ұтылғандар",
      newly: "енді қызмет алатындар",
      noLonger: "енді қызмет ала алмайтындар",
    },
  },
);
