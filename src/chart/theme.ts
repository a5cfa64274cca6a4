import type { Verdict } from "#result/result.js";

/** Pixels from edge to edge: the text width of a printed A4 page and of the report. */
export const pageWidth = 720;

/** Colours people with any kind of colour vision can tell apart. Source: Okabe and Ito (2008), "Color Universal Design". */
export const colours = {
  ink: "#1f2933",
  quiet: "#5b6770",
  faint: "#9aa5ad",
  grid: "#e4e8eb",
  blue: "#0072b2",
  sky: "#56b4e9",
  green: "#009e73",
  orange: "#e69f00",
  vermilion: "#d55e00",
  purple: "#b3558e",
  yellow: "#c9b800",
} as const;

/** The base is dark grey wherever it is drawn; each reform keeps one colour in all charts. From the seventh on they begin anew. */
export const scenarioColour = (index: number): string =>
  index === 0 ? colours.ink : (reformColours[(index - 1) % reformColours.length] ?? colours.blue);

const reformColours = [colours.blue, colours.orange, colours.green, colours.purple, colours.vermilion, colours.sky];

/** Lines differ by dashes too, for print in black and white. */
export const scenarioDash = (index: number): number[] => dashes[index % dashes.length] ?? [];

const dashes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 3]];

export const verdictColour: Readonly<Record<Verdict, string>> = {
  better: colours.green,
  worse: colours.vermilion,
  more: colours.blue,
  less: colours.blue,
  same: colours.faint,
  "cannot-tell": colours.faint,
};

/** Sizes of text, pixels. */
export const sizes = { title: 16, subtitle: 12, label: 11.5, small: 10.5 } as const;

/** Pixels from line to line in labels of axes. */
export const labelLineHeight = 14;

/** The one family every text is set in; the fallbacks are for a viewer without it. */
export const fontFamily = "Noto Sans, Segoe UI, Arial, sans-serif";

/** The Vega-Lite configuration of every chart. No limits: texts are wrapped before they get here, never cut. */
export const config = {
  font: fontFamily,
  background: "white",
  aria: false,
  lineBreak: "\n",
  padding: 12,
  view: { stroke: null },
  title: {
    anchor: "start" as const,
    frame: "bounds" as const,
    fontSize: sizes.title,
    fontWeight: "bold" as const,
    color: colours.ink,
    subtitleFontSize: sizes.subtitle,
    subtitleColor: colours.quiet,
    subtitlePadding: 9,
    subtitleLineHeight: 17,
    lineHeight: 21,
    limit: 0,
    offset: 14,
  },
  axis: {
    labelFontSize: sizes.label,
    labelLineHeight,
    titleFontSize: sizes.label,
    titleFontWeight: "normal" as const,
    labelColor: colours.ink,
    titleColor: colours.quiet,
    gridColor: colours.grid,
    domainColor: colours.faint,
    tickColor: colours.faint,
    labelLimit: 0,
    labelSeparation: 8,
    titleLimit: 0,
    titlePadding: 6,
  },
  header: {
    labelFontSize: sizes.subtitle,
    labelFontWeight: "bold" as const,
    labelColor: colours.ink,
    labelLimit: 0,
    labelAnchor: "start" as const,
    title: null,
  },
  legend: {
    labelFontSize: sizes.label,
    labelColor: colours.ink,
    labelLimit: 0,
    titleLimit: 0,
    titleFontSize: sizes.label,
    titleFontWeight: "normal" as const,
    titleColor: colours.quiet,
    symbolStrokeWidth: 2.5,
  },
};
