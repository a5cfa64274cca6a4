import type { Comparison, Named, Result, ShiftEntry } from "#result/result.js";
import type { Chart, ChartOptions } from "./chart.js";
import { formatDifference, formatSigned } from "./format.js";
import { frame, innerWidth } from "./frame.js";
import { allNamed, centredRows, labels, linesOf, quotedTitle } from "./labels.js";
import { catalogue, type Language } from "./language.js";
import { shiftDigits } from "./shift-digits.js";
import { colours, sizes } from "./theme.js";
import { whoComes } from "./who-comes.js";

/** Pixels for the names of places, and between panels. */
const labelRoom = 168;
const gap = 24;

/** Changes smaller than this many seconds cannot be seen: a place with none larger in any reform is left out. */
const visible = 1;

/** Where each reform saves minutes and where it loses them: bars a place, waiting and being served apart, and the total. */
export const bottleneckShift: Chart = (result, options) => {
  const { lang } = options;
  const compared = result.comparisons.filter(({ shift }) => shift.some(({ estimate }) => estimate !== null));
  if (compared.length === 0) return null;
  const all = places(result, compared, lang);
  const moved = all.filter(
    ({ entry }) =>
      entry.place === "total" || compared.some((one) => Math.abs(entryOf(one, entry)?.estimate ?? 0) >= visible),
  );
  const columns = compared.length === 1 ? 1 : 2;
  const width = Math.floor((innerWidth - labelRoom - gap * (columns - 1)) / columns) - 14;
  const panel = labels(result.scenarios, lang, { width, size: sizes.subtitle, bold: true });
  const place = labels(moved, lang, { width: labelRoom - 14, size: sizes.label });
  const number = numbers(compared, lang);
  const values = compared.flatMap((one) =>
    moved.flatMap(({ id, entry }) => {
      const where = { panel: panel.get(one.reform) ?? one.reform, place: place.get(id) ?? id };
      return bars(entryOf(one, entry), { ...where, number }, lang);
    }),
  );
  const left = moved.length < all.length ? texts[lang].left : "";
  const says = [texts[lang].shows, left, whoComes(result, lang)].filter((text) => text !== "");
  const step = Math.max(26, 14 * linesOf(place.values()) + 8);
  return {
    ...frame(result, lang, {
      title: title(result, compared, options),
      says,
      scenarios: result.scenarios,
      hasIntervals: true,
    }),
    data: { values },
    facet: {
      field: "panel",
      type: "nominal",
      sort: compared.map(({ reform }) => panel.get(reform) ?? reform),
      title: null,
    },
    columns,
    spacing: { column: gap, row: 10 },
    resolve: { axis: { x: "independent" } },
    spec: { width, height: { step }, layer: layers([...place.values()], values, lang) },
  };
};

type Place = Named & { readonly entry: Pick<ShiftEntry, "place" | "key"> };

/** The places of all reforms: stations in file order, then between them, then the total. */
function places(result: Result, compared: readonly Comparison[], lang: Language): Place[] {
  const keys = compared.flatMap(({ shift }) => shift.filter(({ place }) => place === "station").map(({ key }) => key));
  const stations = allNamed(result, "stations").filter(({ id }) => keys.includes(id));
  const one = (place: "between-stations" | "total", title: string): Place => ({
    id: `/${place}`,
    title: { en: title, ru: title, kk: title },
    entry: { place, key: "" },
  });
  const isBetween = compared.some(({ shift }) => shift.some(({ place }) => place === "between-stations"));
  return [
    ...stations.map((station) => ({ ...station, entry: { place: "station" as const, key: station.id } })),
    ...(isBetween ? [one("between-stations", texts[lang].between)] : []),
    one("total", texts[lang].total),
  ];
}

const entryOf = ({ shift }: Comparison, { place, key }: Place["entry"]): ShiftEntry | undefined =>
  shift.find((one) => one.place === place && (place !== "station" || one.key === key));

/** Where a place's bars stand, and how numbers are written there. */
interface Where {
  readonly panel: string;
  readonly place: string;
  readonly number: (seconds: number) => string;
}

/** The bars of one place, laid end to end away from zero, and its sum with the interval. */
function bars(entry: ShiftEntry | undefined, { number, ...where }: Where, lang: Language) {
  if (entry === undefined || entry.estimate === null) return [];
  const text = texts[lang];
  const minutes = (seconds: number) => Math.round((seconds / 60) * 1000) / 1000;
  const wait = entry.place === "station" ? (entry.wait ?? 0) : 0;
  const rest = entry.estimate - wait;
  const start = Math.sign(wait) === Math.sign(rest) ? wait : 0;
  const sum = {
    ...where,
    kind: "sum",
    sum: minutes(entry.estimate),
    low: entry.low === null ? null : minutes(entry.low),
    high: entry.high === null ? null : minutes(entry.high),
    end: minutes(endOf(entry, [wait, start + rest])),
    text: number(entry.estimate),
    isTotal: entry.place === "total",
  };
  if (entry.place === "total")
    return [{ ...where, kind: "bar", part: text.total, from: 0, to: minutes(entry.estimate) }, sum];
  return [
    ...(wait === 0 ? [] : [{ ...where, kind: "bar", part: text.waiting, from: 0, to: minutes(wait) }]),
    ...(rest === 0
      ? []
      : [
          {
            ...where,
            kind: "bar",
            part: entry.place === "between-stations" ? text.between : text.service,
            from: minutes(start),
            to: minutes(start + rest),
          },
        ]),
    sum,
  ];
}

/** Where the number of a place stands, seconds: on its side of zero, beyond the interval and the bars. */
function endOf({ estimate, low, high }: ShiftEntry, bars: readonly number[]): number {
  const sum = estimate ?? 0;
  return sum < 0 ? Math.min(sum, low ?? sum, ...bars) : Math.max(sum, high ?? sum, ...bars);
}

/** How the chart writes minutes: a plain zero where nothing is left of them. */
function numbers(compared: readonly Comparison[], lang: Language): (seconds: number) => string {
  const digits = shiftDigits(compared);
  const text = (seconds: number) => formatSigned(seconds / 60, lang, digits);
  return (seconds) => (text(seconds) === formatSigned(0, lang, digits) ? "0" : text(seconds));
}

type Drawn = {
  readonly part?: string;
  readonly from?: number;
  readonly to?: number;
  readonly low?: number | null;
  readonly high?: number | null;
};

function layers(rows: readonly string[], values: readonly Drawn[], lang: Language) {
  const text = texts[lang];
  const ends = values.flatMap(({ from, to, low, high }) => [from ?? 0, to ?? 0, low ?? 0, high ?? 0]);
  const room = (Math.max(0, ...ends) - Math.min(0, ...ends)) * 0.22 || 1;
  const scale = { domain: [Math.min(0, ...ends) - room, Math.max(0, ...ends) + room], nice: false };
  const x = { field: "from", type: "quantitative" as const, title: text.axis, scale, axis: { tickCount: 5 } };
  const y = {
    field: "place",
    type: "nominal" as const,
    sort: [...rows],
    title: null,
    axis: { minExtent: labelRoom, domain: false, ticks: false, labelOffset: centredRows, labelPadding: 8 },
  };
  const parts = [
    { part: text.waiting, colour: colours.blue },
    { part: text.service, colour: colours.sky },
    { part: text.between, colour: colours.orange },
    { part: text.total, colour: colours.faint },
  ].filter(({ part }) => values.some((value) => value.part === part));
  const color = {
    field: "part",
    type: "nominal" as const,
    scale: { domain: parts.map(({ part }) => part), range: parts.map(({ colour }) => colour) },
    legend: { title: null, orient: "top" as const, offset: 12, symbolType: "square" },
  };
  const sums = "datum.kind === 'sum'";
  const note = { type: "text" as const, fontSize: sizes.small, color: colours.ink };
  const sumX = { ...x, field: "low" };
  return [
    {
      transform: [{ filter: "datum.kind === 'bar'" }],
      mark: { type: "bar" as const, height: { band: 0.58 } },
      encoding: { x, x2: { field: "to" }, y, color },
    },
    {
      mark: { type: "rule" as const, color: colours.ink },
      encoding: { x: { datum: 0, type: "quantitative" as const } },
    },
    {
      transform: [{ filter: `${sums} && datum.low !== null && datum.high !== null` }],
      mark: { type: "rule" as const, color: colours.ink, strokeWidth: 1.6 },
      encoding: { x: sumX, x2: { field: "high" }, y },
    },
    {
      transform: [{ filter: `${sums} && datum.sum >= 0` }],
      mark: { ...note, align: "left" as const, dx: 5 },
      encoding: { x: { ...x, field: "end" }, y, text: { field: "text" } },
    },
    {
      transform: [{ filter: `${sums} && datum.sum < 0` }],
      mark: { ...note, align: "right" as const, dx: -5 },
      encoding: { x: { ...x, field: "end" }, y, text: { field: "text" } },
    },
  ];
}

/** Where a reform saves most, and where it loses most, for certain; of the reform that moves most. */
function title(result: Result, compared: readonly Comparison[], { lang }: ChartOptions): string {
  const moves = compared.map((one) => ({ one, ...extremes(one) }));
  const largest = moves.reduce((a, b) => (b.lost - b.saved > a.lost - a.saved ? b : a));
  const stations = allNamed(result, "stations");
  const reform = quotedTitle(result.scenarios, largest.one.reform, lang);
  const part = (key: string, seconds: number) =>
    Math.abs(seconds) < visible ? [] : [`${quotedTitle(stations, key, lang)} ${formatDifference(seconds, "s", lang)}`];
  const parts = [...part(largest.savedAt, largest.saved), ...part(largest.lostAt, largest.lost)];
  return parts.length === 0 ? texts[lang].nothing : `${reform}: ${parts.join(", ")}`;
}

/**
 * The largest saving and the largest loss of a reform at stations, seconds a visitor; 0 where there is none. One whose interval
 * holds zero may be chance; without intervals any counts.
 */
function extremes({ shift }: Comparison): { saved: number; savedAt: string; lost: number; lostAt: string } {
  const found = { saved: 0, savedAt: "", lost: 0, lostAt: "" };
  for (const { place, key, estimate, low, high } of shift) {
    if (place !== "station" || estimate === null) continue;
    if (estimate < found.saved && (high ?? estimate) < 0) Object.assign(found, { saved: estimate, savedAt: key });
    if (estimate > found.lost && (low ?? estimate) > 0) Object.assign(found, { lost: estimate, lostAt: key });
  }
  return found;
}

const texts = catalogue(
  {
    shows:
      "Change in the mean minutes a visitor spends at each place, reform minus base: left of zero is saved, right is lost.",
    left: "Places without a visible change are left out.",
    nothing: "No reform moves the queue for certain",
    axis: "Change per visitor, min",
    waiting: "Waiting",
    service: "Being served",
    between: "Between stations",
    total: "Total",
  },
  {
    ru: {
      shows:
        "Изменение среднего времени посетителя на каждом участке, реформа минус исходное положение: левее нуля сбережено, правее потеряно.",
      left: "Участки без заметных изменений не показаны.",
      nothing: "Нет реформы, которая наверняка перемещает очередь",
      axis: "Изменение на посетителя, мин",
      waiting: "Ожидание",
      service: "Обслуживание",
      between: "Между участками",
      total: "Всего",
    },
    kk: {
      shows:
        "Келушінің әр орында өткізетін орташа уақытының өзгеруі, реформа мен бастапқы жағдайдың айырмасы: нөлдің сол жағы — үнем, оң жағы — шығын.",
      left: "Елеулі өзгерісі жоқ орындар көрсетілмеді.",
      nothing: "Кезекті анық ауыстыратын реформа жоқ",
      axis: "Бір келушіге шаққандағы өзгеріс, мин",
      waiting: "Күту",
      service: "Қызмет алу",
      between: "Учаскелер арасында",
      total: "Барлығы",
    },
  },
);
