import type { Unit } from "#result/result.js";
import { differenceUnitWord, formatSigned, shown } from "./format.js";
import { centredRows, panelTitle } from "./labels.js";
import { catalogue, type Language } from "./language.js";
import { colours, sizes } from "./theme.js";

/** One estimate with its interval, in the unit of its measure. */
export interface Mark {
  /** The row it stands in; unique, lines parted by line breaks. */
  readonly row: string;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What its colour and shape tell: a verdict or a scenario. */
  readonly kind: string;
}

/** A panel of intervals around zero. */
export interface IntervalPanel {
  /** Lines of its title. */
  readonly title: readonly string[];
  readonly unit: Unit;
  readonly marks: readonly Mark[];
}

/** How all panels of a chart are drawn. */
export interface PanelStyle {
  readonly lang: Language;
  /** Width of the plot, pixels. */
  readonly width: number;
  /** Pixels for the names of rows at the left; 0: the names stand in the panel to the left. */
  readonly labelRoom: number;
  readonly rows: readonly string[];
  /** Height of a row, pixels. */
  readonly step: number;
  /** Kinds with their colours and shapes, in the order of the legend. */
  readonly kinds: readonly { readonly kind: string; readonly colour: string; readonly shape: string }[];
  /** Whether kinds of one row stand one below another. */
  readonly isSplit: boolean;
}

/** Differences with intervals around a line at zero, each with its number above it. */
export function intervalPanel({ title, unit, marks }: IntervalPanel, style: PanelStyle) {
  const { lang, rows, kinds, labelRoom } = style;
  const scale = bigUnit(unit, marks, lang);
  const values = marks.map((mark) => drawn(mark, unit, scale, lang));
  const y = {
    field: "row",
    type: "nominal" as const,
    sort: [...rows],
    scale: { domain: [...rows] },
    title: null,
    axis:
      labelRoom === 0
        ? null
        : {
            minExtent: labelRoom,
            maxExtent: labelRoom,
            domain: false,
            ticks: false,
            labelOffset: centredRows,
            grid: false,
            labelPadding: 8,
          },
  };
  const axis = { tickCount: 4, zindex: 0 };
  const x = {
    field: "estimate",
    type: "quantitative" as const,
    title: scale.word,
    scale: { domain: domain(values), nice: false },
    axis,
  };
  const offset = style.isSplit
    ? {
        yOffset: {
          field: "kind",
          type: "nominal" as const,
          sort: kinds.map(({ kind }) => kind),
          scale: { domain: kinds.map(({ kind }) => kind) },
        },
      }
    : {};
  const kindScale = { domain: kinds.map(({ kind }) => kind), range: kinds.map(({ colour }) => colour) };
  const legend =
    kinds.length < 2 && style.isSplit
      ? null
      : {
          title: null,
          orient: "top" as const,
          direction: (style.isSplit ? "vertical" : "horizontal") as "vertical" | "horizontal",
          columns: style.isSplit ? 1 : 0,
          offset: 10,
          symbolSize: 70,
        };
  const color = { field: "kind", type: "nominal" as const, sort: null, scale: kindScale, legend };
  const shape = {
    field: "kind",
    type: "nominal" as const,
    sort: null,
    scale: { ...kindScale, range: kinds.map((one) => one.shape) },
    legend,
  };
  return {
    title: panelTitle(title),
    width: style.width,
    height: { step: style.step },
    data: { values },
    layer: [
      {
        mark: { type: "rule" as const, color: colours.quiet },
        encoding: { x: { datum: 0, type: "quantitative" as const } },
      },
      {
        transform: [{ filter: "datum.low !== null && datum.high !== null" }],
        mark: { type: "rule" as const, strokeWidth: 2.5 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, y, ...offset, color },
      },
      {
        mark: { type: "point" as const, filled: true, opacity: 1, size: 62 },
        encoding: { x, y, ...offset, color, shape },
      },
      // The number once in thick white and once in ink, so that it is readable where it crosses a line.
      ...[{ stroke: "white", strokeWidth: 4, strokeJoin: "round" as const }, {}].map((halo) => ({
        mark: { type: "text" as const, dy: -10, fontSize: sizes.small, color: colours.ink, ...halo },
        encoding: { x, y, ...offset, text: { field: "text" } },
      })),
    ],
  };
}

/** Large sums are shown in thousands or millions. */
function bigUnit(unit: Unit, marks: readonly Mark[], lang: Language): { divisor: number; word: string } {
  const word = unit === "visitors" ? texts[lang].people : differenceUnitWord(unit, lang);
  const largest = Math.max(0, ...marks.map(({ estimate }) => Math.abs(shown(estimate, unit))));
  if (largest >= 1e6) return { divisor: 1e6, word: texts[lang].millions(word) };
  return largest >= 1e4 ? { divisor: 1e3, word: texts[lang].thousands(word) } : { divisor: 1, word };
}

function drawn(mark: Mark, unit: Unit, { divisor }: { divisor: number }, lang: Language) {
  const scaled = (value: number | null) =>
    value === null ? null : Math.round((shown(value, unit) / divisor) * 1e4) / 1e4;
  const estimate = scaled(mark.estimate) ?? 0;
  const digits = estimate === 0 || Math.abs(estimate) >= 100 ? 0 : Math.abs(estimate) < 0.095 ? 2 : 1;
  return {
    row: mark.row,
    kind: mark.kind,
    estimate,
    low: scaled(mark.low),
    high: scaled(mark.high),
    text: formatSigned(estimate, lang, digits),
  };
}

/** From the lowest to the highest end with room for the numbers; zero is always in. */
function domain(values: readonly { estimate: number; low: number | null; high: number | null }[]): [number, number] {
  const ends = values.flatMap(({ estimate, low, high }) => [estimate, low ?? estimate, high ?? estimate]);
  const from = Math.min(0, ...ends);
  const to = Math.max(0, ...ends);
  const room = (to - from) * 0.16 || 1;
  return [from - room, to + room];
}

const texts = catalogue(
  {
    people: "visitors",
    thousands: (word: string) => `thousand ${word}`,
    millions: (word: string) => `million ${word}`,
  },
  {
    ru: { people: "человек", thousands: (word) => `тыс. ${word}`, millions: (word) => `млн ${word}` },
    kk: { people: "адам", thousands: (word) => `мың ${word}`, millions: (word) => `млн ${word}` },
  },
);
