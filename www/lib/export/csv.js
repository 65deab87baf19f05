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
  const made = rows(annotation, table, options);
  const head = Object.keys(made[0] ?? EMPTY[table]);
  const lines = [head, ...made.map((row) => Object.values(row))].map((cells) => cells.map(cell).join(","));
  return `${options.bom ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

/** The columns of a table without rows. */
const EMPTY = { quotes: { speaker: "" }, people: { name: "" }, organisations: { name: "" }, dates: { words: "" } };

/** One cell, its formula disarmed. @param {string | number} value */
export function cell(value) {
  const text = String(value);
  const defused = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${defused.replaceAll('"', '""')}"`;
}
