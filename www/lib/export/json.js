/**
 * The native file: an annotation as it is, with the corrections made, so that nothing is lost on the way out and back.
 */
import { frozen } from "../frozen.js";
import { annotation } from "../shape.js";
/** @import { Annotation } from "../types.js" */

const LISTS = /** @type {const} */ (["paragraphs", "entities", "mentions", "quotes", "dates", "unsure"]);

/**
 * The native file. Nothing is lost.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { fromJSON, toJSON } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(fromJSON(toJSON(annotation)).quotes.length);
 * ```
 *
 * ```text
 * 1
 * ```
 *
 * @param {Annotation} annotation
 * @returns {string}
 */
export function toJSON(annotation) {
  return `${JSON.stringify(annotation, null, 2)}\n`;
}

/**
 * Reads a native file. What it gives is frozen, as what the annotator gives is.
 *
 * @example
 * ```js
 * import { fromJSON } from "pressmark/export";
 *
 * try {
 *   fromJSON("{}");
 * } catch (error) {
 *   console.log(error.message);
 * }
 * ```
 *
 * ```text
 * This is not a file written by pressmark: it does not say "schema": "pressmark/1".
 * ```
 *
 * @param {string} json
 * @returns {Annotation}
 * @throws {TypeError} on anything else, in words for people
 */
export function fromJSON(json) {
  const read = parsed(json);
  if (read?.schema !== "pressmark/1") throw new TypeError("This is not a file written by pressmark: it does not say \"schema\": \"pressmark/1\".");
  if (typeof read.text !== "string") throw new TypeError("This pressmark file has no text.");
  const missing = LISTS.find((name) => !Array.isArray(read[name]));
  if (missing) throw new TypeError(`This pressmark file has no list of ${missing}.`);
  const length = read.offsets === "utf16" ? read.text.length : 3 * read.text.length; // No unit is shorter than a third of a code unit.
  const wrong = annotation(length)(read);
  if (wrong !== null) throw new TypeError(`This pressmark file has something else than expected at “${wrong.slice(1)}”.`);
  return frozen(/** @type {Annotation} */ (/** @type {unknown} */ (read)));
}

/**
 * @param {string} json
 * @returns {Record<string, unknown> | null}
 */
function parsed(json) {
  try {
    return JSON.parse(json, own);
  } catch {
    throw new TypeError("This is not a file written by pressmark: it is not JSON.");
  }
}

/**
 * Leaves out the one name that would be taken for something else.
 *
 * @param {string} key
 * @param {unknown} value
 */
function own(key, value) {
  return key === "__proto__" ? undefined : value;
}
