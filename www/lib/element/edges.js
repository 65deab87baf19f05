/**
 * Moving the end of a mark by one word.
 */
import { anchorAt } from "../anchor.js";
/** @import { Annotation, Edit, Span } from "../types.js" */
/** @import { Found } from "./lookup.js" */

/**
 * The correction that takes one word in at the end of a mark, or lets one out.
 *
 * @param {Annotation} annotation
 * @param {Exclude<Found, { kind: "entity" }>} found
 * @param {1 | -1} step
 * @returns {Edit | null} null where there is no word to take in or let out
 */
export function moved({ text }, found, step) {
  const spans = found.kind === "quote" ? found.item.content : [found.item];
  const last = spans.at(-1);
  const end = last && (step > 0 ? wordAfter(text, last) : wordBefore(text, last));
  if (!last || end === null || end === undefined) return null;
  const changed = [...spans.slice(0, -1), { start: last.start, end }];
  return { op: "set-span", id: found.item.id, spans: changed.map((span) => anchorAt(text, span)) };
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {number | null} the end of the next word of the same line
 */
function wordAfter(text, { end }) {
  const found = /^[^\S\n]*[^\s\p{L}\p{N}]*[^\S\n]*[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/u.exec(text.slice(end, end + 200));
  return found ? end + found[0].length : null;
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {number | null} the end of the word before the last
 */
function wordBefore(text, { start, end }) {
  const cut = text.slice(start, end).replace(/[^\s\p{L}\p{N}]*\s*[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*[^\p{L}\p{N}]*$/u, "").trimEnd();
  return cut === "" ? null : start + cut.length;
}
