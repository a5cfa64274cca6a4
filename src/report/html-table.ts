import { escapeHtml } from "./escape-html.js";
import type { Cell, Table } from "./table.js";

/** A table as HTML, with its title as the caption and its note below. The first column heads the rows. */
export function htmlTable({ id, title, columns, rows, note }: Table): string {
  const head = columns.map(
    (column) => `<th scope="col"${column.isNumber ? ' class="number"' : ""}>${escapeHtml(column.title)}</th>`,
  );
  const body = rows.map((row, i) => {
    const isNew = row[0]?.text !== "" || i === 0;
    const cells = row.map((one, at) => (at === 0 ? rowHead(rows, i) : htmlCell(one, columns[at]?.isNumber ?? false)));
    return `<tr${isNew ? ' class="new"' : ""}>${cells.join("")}</tr>`;
  });
  return [
    `<div class="table" id="table-${id}"><table><caption>${escapeHtml(title)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody></table>`,
    ...(note === "" ? [] : [`<p class="note">${escapeHtml(note)}</p>`]),
    "</div>",
  ].join("\n");
}

/** The head of a row; it reaches down over the rows that have none of their own. */
function rowHead(rows: Table["rows"], i: number): string {
  const text = rows[i]?.[0]?.text ?? "";
  if (text === "" && i > 0) return "";
  const next = rows.findIndex((row, at) => at > i && row[0]?.text !== "");
  const span = (next < 0 ? rows.length : next) - i;
  const scope = span > 1 ? ` scope="rowgroup" rowspan="${span}"` : ' scope="row"';
  return `<th${scope}>${escapeHtml(text)}</th>`;
}

function htmlCell({ text, tone }: Cell, isNumber: boolean): string {
  const classes = [...(isNumber ? ["number"] : []), ...(tone === "plain" ? [] : [tone])].join(" ");
  return `<td${classes === "" ? "" : ` class="${classes}"`}>${isNumber ? breakable(escapeHtml(text)) : escapeHtml(text)}</td>`;
}

/** Where a table is too wide for the page, a number may be broken before its ± and in what stands in brackets behind it. */
function breakable(html: string): string {
  return html.replace("\u00a0±", "<wbr>\u00a0±").replace(/ (\([^)]*\))$/, ' <span class="aside">$1</span>');
}
