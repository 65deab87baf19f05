/**
 * A stretch of text with elements in it, which may overlap in any way: one that crosses the end of another is cut there.
 */
import { nest } from "../element/nest.js";
import { escaped } from "./xml.js";
/** @import { Span } from "../types.js" */
/** @import { Branch } from "../element/nest.js" */
/** @import { Mark } from "../element/marks.js" */
/** @typedef {Span & { write: (content: string, first: boolean) => string }} Wrap `first`: not after a cut */

/**
 * @param {string} text
 * @param {readonly Wrap[]} wraps
 * @param {Span} stretch
 * @returns {string} XML
 */
export function inline(text, wraps, stretch) {
  const inside = wraps.filter(({ start, end }) => start < stretch.end && stretch.start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  return written(nest(text, /** @type {Mark[]} */ (/** @type {unknown} */ (inside)), stretch));
}

/**
 * @param {readonly Branch[]} branches
 * @returns {string}
 */
function written(branches) {
  return branches.map((branch) => {
    if (typeof branch === "string") return escaped(branch);
    return /** @type {Wrap} */ (/** @type {unknown} */ (branch.mark)).write(written(branch.children), branch.first);
  }).join("");
}
