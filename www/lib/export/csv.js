/**
 * Comma-separated values, RFC 4180: every cell in quotation marks, lines ended by CR LF.
 */
import { rows } from "./rows.js";
/** @import { Annotation, ExportOptions, Table } from "../types.js" */

/**
 * One table as comma-separated values. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toCSV } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const [head, row] = toCSV(annotation, "dates").split("\r\n");
 * console.log(`${head}\n${row}`);
 * ```
 *
 * ```text
 * "paragraph","words","type","value","modifier","from","to","certainty","start","end"
 * "1","3 May 2024","DATE","2024-05-03","","2024-05-03","2024-05-03","certain","24","34"
 * ```
 *
 * @param {Annotation} annotation
 * @param {Table} table
 * @param {ExportOptions & { readonly bom?: boolean }} [options] `bom`: the mark by which Excel knows UTF-8
 */
export function toCSV(annotation, table, options = {}) {
  const columns = COLUMNS[table];
  const lines = [columns, ...rows(annotation, table, options).map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => cells.map(cell).join(","));
  return `${options.bom ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

const ENTITY = ["name", "type", "acronym", "also", "role", "mentions", "quotations", "certainty"];
/** The columns of each table, also of one without rows. */
const COLUMNS = {
  quotes: ["paragraph", "kind", "speaker", "role", "words", "cue", "polarity", "certainty", "start", "end"],
  people: ENTITY,
  organisations: ENTITY,
  dates: ["paragraph", "words", "type", "value", "modifier", "from", "to", "certainty", "start", "end"],
};

/** One cell, its formula disarmed. @param {string | number} value */
export function cell(value) {
  const text = String(value);
  const defused = typeof value === "string" && /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${defused.replaceAll('"', '""')}"`;
}
