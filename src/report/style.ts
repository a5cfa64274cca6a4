import { colours, fontFamily, pageWidth } from "#chart/public.js";

/** The style sheet of the report, with the fonts given as base64 WOFF2. */
export const style = (fonts: { readonly regular: string; readonly bold: string }): string => `
@font-face { font-family: "Noto Sans"; font-weight: 400; src: url(data:font/woff2;base64,${fonts.regular}) format("woff2"); }
@font-face { font-family: "Noto Sans"; font-weight: 700; src: url(data:font/woff2;base64,${fonts.bold}) format("woff2"); }
* { box-sizing: border-box; }
body { margin: 0; background: white; color: ${colours.ink}; font: 15px/1.55 ${fontFamily}; }
main { max-width: ${pageWidth + 80}px; margin: 0 auto; padding: 36px 24px 64px; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 20px; line-height: 1.3; margin: 48px 0 12px; padding-top: 14px; border-top: 2px solid ${colours.ink}; }
h3 { font-size: 15px; margin: 20px 0 4px; }
p { margin: 0 0 10px; max-width: 68ch; }
.meta, .note { color: ${colours.quiet}; font-size: 13px; }
.note { margin: 6px 0 0; max-width: none; }
.verdicts { margin: 0; padding: 0; list-style: none; }
.verdicts li { margin: 0 0 10px; padding: 10px 14px; background: #f4f7f9; border-left: 4px solid ${colours.blue}; }
.assumed { margin: 18px 0 0; padding: 12px 16px; border: 1px solid ${colours.orange}; background: #fffaf0; }
.assumed h2 { margin: 0 0 4px; padding: 0; border: 0; font-size: 16px; }
.assumed p:last-child { margin: 0; }
figure { margin: 22px 0 28px; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
.table { margin: 22px 0 28px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; font-size: 15px; padding: 0 0 6px; }
th, td { padding: 4px 8px; text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; border-bottom: 1px solid ${colours.ink}; color: ${colours.quiet}; font-weight: 400; }
tbody th { font-weight: 700; }
tbody tr.new > * { border-top: 1px solid ${colours.grid}; }
tbody tr:first-child > * { border-top: 0; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.aside { display: block; white-space: normal; }
td:not(.number), tbody th { min-width: 8.5em; }
.better { color: #00694d; font-weight: 700; }
.worse { color: #a34700; font-weight: 700; }
.quiet { color: ${colours.quiet}; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; font-size: 13px; }
dt { color: ${colours.quiet}; max-width: 34ch; }
dd { margin: 0; overflow-wrap: anywhere; }
ol { padding-left: 22px; max-width: 72ch; }
li { margin-bottom: 4px; }
@media (max-width: 700px) {
  main { padding: 20px 14px 40px; }
  /* Drawn for a page: smaller than that, letters could not be read, so it is moved sideways like a wide table. */
  figure { overflow-x: auto; }
  figure svg { max-width: none; }
  .table, figure { border-right: 3px dotted ${colours.grid}; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2, caption, thead, thead tr { break-after: avoid; }
  figure svg { max-height: 245mm; width: auto; }
  figure { margin: 10px 0; }
  tr, .verdicts li, .assumed { break-inside: avoid; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
}
`;
