/**
 * JSON Lines: one table, one finding a line, with the columns of the CSV.
 */
import { rows } from "./rows.js";
/** @import { Annotation, ExportOptions } from "../types.js" */
/** @import { Table } from "./rows.js" */

/**
 * @param {Annotation} annotation
 * @param {Table} table
 * @param {ExportOptions} [options]
 */
export function toJSONLines(annotation, table, options = {}) {
  return rows(annotation, table, options).map((row) => `${JSON.stringify(row)}\n`).join("");
}
