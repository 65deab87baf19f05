/**
 * The keys of the article. They work only while the article has the focus, so they are in nobody's way.
 */
import { ALL } from "./filter.js";
/** @import { PressMarkElement } from "./press-mark.js" */

/** What each key does, for the list of keys. */
export const KEYS = /** @type {const} */ ([
  ["J", "next quotation"],
  ["K", "previous quotation"],
  ["N", "next unsure mark"],
  ["D", "next date"],
  ["Enter", "what it is, how sure, and why"],
  ["Esc", "choose nothing"],
  ["1 – 7", "show or hide a kind of mark"],
  ["E", "edit the text"],
  ["Ctrl Z", "undo"],
  ["Ctrl Shift Z", "redo"],
]);

/** @type {Readonly<Record<string, (element: PressMarkElement) => unknown>>} */
const ACTIONS = {
  j: (element) => element.next("quote"),
  k: (element) => element.previous("quote"),
  n: (element) => element.next("unsure"),
  d: (element) => element.next("date"),
  e: (element) => (element.editing = true),
  Enter: (element) => element.explain(),
  Escape: (element) => element.select(null),
};

/**
 * @param {PressMarkElement} element
 * @param {KeyboardEvent} event
 */
export function press(element, event) {
  const act = event.ctrlKey || event.metaKey ? history(event) : event.altKey ? undefined : single(event);
  if (!act) return;
  event.preventDefault();
  act(element);
}

/**
 * @param {KeyboardEvent} event
 * @returns {((element: PressMarkElement) => unknown) | undefined}
 */
function history({ key, shiftKey }) {
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return (element) => element.redo();
  return letter === "z" ? (element) => element.undo() : undefined;
}

/**
 * @param {KeyboardEvent} event
 * @returns {((element: PressMarkElement) => unknown) | undefined}
 */
function single({ key }) {
  const layer = ALL[Number(key) - 1];
  if (layer) return (element) => element.toggle(layer);
  return ACTIONS[key.length === 1 ? key.toLowerCase() : key];
}
