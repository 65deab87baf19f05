/**
 * Stretches of text with elements in them, which may overlap in any way: one that crosses the end of another is cut there.
 */
import { byStretch, nest } from "../element/nest.js";
import { escaped } from "./xml.js";
/** @import { Span } from "../types.js" */
/** @import { Branch } from "../element/nest.js" */
/** @import { Mark } from "../element/marks.js" */
/** @typedef {Span & { write: (content: string, first: boolean) => string }} Wrap `first`: not after a cut */

/**
 * @param {string} text
 * @param {readonly Wrap[]} wraps
 * @param {readonly Span[]} stretches in text order
 * @returns {string[]} the XML of each stretch
 */
export function inline(text, wraps, stretches) {
  const inside = byStretch(wraps.toSorted((a, b) => a.start - b.start || b.end - a.end), stretches);
  return stretches.map((stretch, at) => written(nest(text, /** @type {Mark[]} */ (/** @type {unknown} */ (inside[at])), stretch)));
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
