/** Two annotations of a text before and after a change, with the parts that are alike made one: `===` then tells what moved. */
import { frozen } from "./frozen.js";
/** @import { Annotation } from "./types.js" */

const LISTS = /** @type {const} */ (["paragraphs", "entities", "mentions", "quotes", "dates"]);

/**
 * The second annotation with the parts of the first in it, wherever they say the same, offsets and all. A list with nothing new in it is the same
 * list.
 *
 * @param {Annotation} before
 * @param {Annotation} after
 * @returns {Annotation}
 */
export function shared(before, after) {
  /** @type {Record<string, unknown>} */
  const parts = { publication: same(before.publication, after.publication) };
  for (const list of LISTS) parts[list] = sharedList(/** @type {readonly object[]} */ (before[list]), after[list]);
  return frozen({ ...after, ...parts });
}

/**
 * @param {readonly object[]} before
 * @param {readonly object[]} after
 * @returns {readonly object[]}
 */
function sharedList(before, after) {
  if (before === after) return before;
  const known = new Map(before.map((item) => [keyOf(item), item]));
  const items = after.map((item) => same(known.get(keyOf(item)), item));
  return items.length === before.length && items.every((item, place) => item === before[place]) ? before : items;
}

/** What has no id, as a paragraph, is known by where it begins. @param {{ id?: string, start?: number }} item */
function keyOf({ id, start }) {
  return id ?? start;
}

/**
 * @template T
 * @param {T | undefined} before
 * @param {T} after
 * @returns {T}
 */
function same(before, after) {
  return before !== undefined && alike(before, after) ? before : after;
}

/**
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean} whether two pieces of plain data say the same
 */
function alike(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.keys(b)];
  return left.length === right.length && left.every(([name, value]) => Object.hasOwn(b, name) && alike(value, /** @type {Record<string, unknown>} */ (b)[name]));
}
