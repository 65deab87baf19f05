/**
 * The keys of the article. They work only while the article has the focus, so they are in nobody's way.
 */
import { moved } from "./edges.js";
import { ALL } from "./filter.js";
import { find } from "./lookup.js";
/** @import { Edit, QuoteKind } from "../types.js" */
/** @import { Found } from "./lookup.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

/** @type {Readonly<Record<string, (element: PressMarkElement) => unknown>>} */
const ACTIONS = {
  j: (element) => element.next("quote"),
  k: (element) => element.previous("quote"),
  n: (element) => element.next("unsure"),
  e: (element) => (element.editing = true),
  y: (element) => onChosen(element, ({ item: { id } }) => ({ op: "confirm", id })),
  s: (element) => element.explain("Speaker"),
  d: (element) => setKind(element, "direct"),
  i: (element) => setKind(element, "indirect"),
  m: (element) => setKind(element, "mixed"),
  q: (element) => element.add("quotation"),
  p: (element) => element.add("person"),
  o: (element) => element.add("organisation"),
  t: (element) => element.add("date"),
  "[": (element) => onChosen(element, (found) => moveEnd(element, found, -1)),
  "]": (element) => onChosen(element, (found) => moveEnd(element, found, 1)),
  ArrowLeft: (element) => element.selectWords(-1),
  ArrowRight: (element) => element.selectWords(1),
  Delete: (element) => onChosen(element, ({ item: { id } }) => ({ op: "remove", id })),
  Enter: (element) => element.explain(),
  Escape: (element) => element.unselect(),
};

/**
 * Corrects what is chosen.
 *
 * @param {PressMarkElement} element
 * @param {(found: Found) => Edit | null} make
 */
function onChosen(element, make) {
  const found = element.annotation && find(element.annotation, element.selected);
  const edit = found && element.editable ? make(found) : null;
  if (edit) element.correct(edit);
}

/**
 * @param {PressMarkElement} element
 * @param {QuoteKind} kind
 */
function setKind(element, kind) {
  onChosen(element, (found) => (found.kind === "quote" ? { op: "set-kind", id: found.item.id, kind } : null));
}

/**
 * @param {PressMarkElement} element
 * @param {Found} found
 * @param {1 | -1} step
 */
function moveEnd({ annotation }, found, step) {
  return annotation && found.kind !== "entity" ? moved(annotation, found, step) : null;
}

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
function single({ key, shiftKey }) {
  if (shiftKey && key === "ArrowLeft") return (element) => element.selectWords(-1, true);
  if (shiftKey && key === "ArrowRight") return (element) => element.selectWords(1, true);
  const layer = ALL[Number(key) - 1];
  if (layer) return (element) => element.toggle(layer);
  return ACTIONS[key.length === 1 ? key.toLowerCase() : key];
}
