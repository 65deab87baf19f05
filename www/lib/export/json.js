/**
 * The native file: an annotation as it is, with the corrections made, so that nothing is lost on the way out and back.
 */
/** @import { Annotation } from "../types.js" */

const LISTS = /** @type {const} */ (["paragraphs", "entities", "mentions", "quotes", "dates", "unsure"]);

/** @param {Annotation} annotation */
export function toJSON(annotation) {
  return `${JSON.stringify(annotation, null, 2)}\n`;
}

/**
 * Reads a native file.
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
  return /** @type {Annotation} */ (/** @type {unknown} */ (read));
}

/**
 * @param {string} json
 * @returns {Record<string, unknown> | null}
 */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    throw new TypeError("This is not a file written by pressmark: it is not JSON.");
  }
}
