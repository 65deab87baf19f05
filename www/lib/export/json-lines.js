/**
 * JSON Lines: one table, one finding a line, with the columns of the CSV.
 */
import { rows } from "./rows.js";
/** @import { Annotation, ExportOptions, Table } from "../types.js" */

/**
 * One table as JSON Lines, with the columns of {@link toCSV}.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toJSONLines } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const { value, words } = JSON.parse(toJSONLines(annotation, "dates"));
 * console.log(value, words);
 * ```
 *
 * ```text
 * 2024-05-03 3 May 2024
 * ```
 *
 * @param {Annotation} annotation
 * @param {Table} table
 * @param {ExportOptions} [options]
 */
export function toJSONLines(annotation, table, options = {}) {
  return rows(annotation, table, options).map((row) => `${JSON.stringify(row)}\n`).join("");
}
