import { escapeHtml } from "./escape-html.js";
import type { Table } from "./table.js";

/** A table as HTML, with its title as the caption and its note below. The first column heads the rows. */
export function htmlTable({ id, title, columns, rows, note }: Table): string {
  const head = columns.map((column) => `<th scope="col"${column.isNumber ? ' class="number"' : ""}>${escapeHtml(column.title)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map(({ text, tone }, i) => {
      const classes = [...(columns[i]?.isNumber ? ["number"] : []), ...(tone === "plain" ? [] : [tone])].join(" ");
      const attribute = classes === "" ? "" : ` class="${classes}"`;
      return i === 0 && text !== "" ? `<th scope="row"${attribute}>${escapeHtml(text)}</th>` : `<td${attribute}>${escapeHtml(text)}</td>`;
    });
    const isNew = row[0]?.text !== "";
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
