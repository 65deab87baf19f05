/**
 * Comma-separated values, RFC 4180: every cell in quotation marks, lines ended by CR LF.
 */
import { rows } from "./rows.js";
/** @import { Annotation, ExportOptions } from "../types.js" */
/** @import { Table } from "./rows.js" */

/**
 * One table. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
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
  const defused = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${defused.replaceAll('"', '""')}"`;
}
