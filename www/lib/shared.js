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
  const find = finder(before);
  const items = after.map((item) => same(find(keyOf(item)), item));
  return items.length === before.length && items.every((item, place) => item === before[place]) ? before : items;
}

/**
 * Finds items by their keys, best in the order in which they stand.
 *
 * @param {readonly object[]} items
 */
function finder(items) {
  /** @type {Map<unknown, number> | null} */
  let places = null;
  let next = 0;
  return (/** @type {unknown} */ key) => {
    const item = items[next];
    if (!item || keyOf(item) !== key) {
      places ??= new Map(items.map((item, place) => [keyOf(item), place]));
      const place = places.get(key);
      if (place === undefined) return undefined;
      next = place;
    }
    next += 1;
    return items[next - 1];
  };
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
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  const [left, right] = /** @type {Record<string, unknown>[]} */ ([a, b]);
  for (const name of names) if (!Object.hasOwn(b, name) || !alike(left?.[name], right?.[name])) return false;
  return true;
}
