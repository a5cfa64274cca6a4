// What other rooms may use of this one, but for PNG: that needs Node and is a file of its own.

export type { By, Chart, ChartOptions, Spec } from "./chart.js";
export { findDifference, findRow, type Wanted } from "./find-row.js";
export {
  differenceUnitWord,
  formatBare,
  formatBareDifference,
  formatClock,
  formatDifference,
  formatMinutes,
  formatNumber,
  formatQuantity,
  formatShare,
  formatSigned,
  shown,
  unitWord,
} from "./format.js";
export { headlines } from "./headlines.js";
export { type ChartName, chartNames, charts, chartsBy } from "./index.js";
export { allNamed, quotedTitle } from "./labels.js";
export { type Catalogue, catalogue, inLanguage, type Language, languages, plural } from "./language.js";
export { renderSvg } from "./render.js";
export { roughMinutes } from "./rough-minutes.js";
export { shiftDigits } from "./shift-digits.js";
export { colours, fontFamily, pageWidth, verdictColour } from "./theme.js";
export { waitTexts } from "./wait-texts.js";
export { whoComes, whoComesInBoth } from "./who-comes.js";
export { measureTitle, measureWord, verdictWord } from "./words.js";
