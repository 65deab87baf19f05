/**
 * Draws an annotation as paragraphs of real `<mark>` elements; paragraphs that look the same as before are kept.
 */
import { h } from "./dom.js";
import { numbered } from "./lookup.js";
import { marks } from "./marks.js";
import { byStretch, nest } from "./nest.js";
/** @import { Annotation, Paragraph } from "../types.js" */
/** @import { Mark } from "./marks.js" */
/** @import { Branch, Piece } from "./nest.js" */

/** @typedef {{ paragraph: Paragraph, number: number | null, marks: Mark[] }} Block what one paragraph shows */

/** What each drawn paragraph shows, to tell whether it can stay. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** Paragraphs drawn at a time: more than a screen of them. */
const BATCH = 40;

/**
 * Brings the children of `article` up to date, batch by batch: what is near the first change first.
 *
 * @param {Element} article
 * @param {Annotation} annotation
 * @returns {Generator<void, void, void>} pauses after each batch
 */
export function* paint(article, annotation) {
  const { text } = annotation;
  const wanted = blocks(annotation);
  const old = [...article.children];
  const head = common(text, old, wanted, (index) => index);
  const tail = common(text, old.slice(head), wanted.slice(head), (index, length) => length - 1 - index);
  const after = old[old.length - tail] ?? null;
  for (const gone of old.slice(head, old.length - tail)) gone.remove();
  old.slice(0, head).forEach((kept, index) => place(kept, wanted[index]));
  old.slice(old.length - tail).forEach((kept, index) => place(kept, wanted[wanted.length - tail + index]));
  const fresh = wanted.slice(head, wanted.length - tail);
  for (let from = 0; from < fresh.length; from += BATCH) {
    const batch = document.createDocumentFragment();
    batch.append(...fresh.slice(from, from + BATCH).map((block) => draw(text, block)));
    article.insertBefore(batch, after);
    yield;
  }
}

/**
 * How many paragraphs are unchanged, counted from one end.
 *
 * @param {string} text
 * @param {Element[]} old
 * @param {Block[]} wanted
 * @param {(index: number, length: number) => number} order
 */
function common(text, old, wanted, order) {
  const most = Math.min(old.length, wanted.length);
  let same = 0;
  while (same < most) {
    const element = old[order(same, old.length)];
    const block = wanted[order(same, wanted.length)];
    if (!element || !block || drawn.get(element) !== look(text, block)) break;
    same += 1;
  }
  return same;
}

/**
 * @param {Annotation} annotation
 * @returns {Block[]}
 */
function blocks(annotation) {
  const inside = byStretch(marks(annotation), annotation.paragraphs);
  let number = 0;
  return annotation.paragraphs.map((paragraph, at) => ({ paragraph, number: numbered(paragraph) ? (number += 1) : null, marks: inside[at] ?? [] }));
}

/**
 * All that a paragraph shows, in one string that is quickly made.
 *
 * @param {string} text
 * @param {Block} block
 */
function look(text, { paragraph: { start, end, role }, marks }) {
  let made = `${role}\n${text.slice(start, end)}`;
  for (const mark of marks) {
    const { kind, id, entity, faint, within, unsure, note } = mark;
    made += `\n${mark.start - start} ${mark.end - start} ${kind} ${id} ${entity} ${faint} ${within} ${unsure} ${note?.text} ${note?.spoken}`;
  }
  return made;
}

/**
 * @param {string} text
 * @param {Block} block
 */
function draw(text, block) {
  const { paragraph, marks } = block;
  const tag = paragraph.role === "headline" ? "h2" : paragraph.role === "heading" ? "h3" : "p";
  const part = paragraph.role === "body" ? "paragraph" : `paragraph ${paragraph.role}`;
  const element = h(tag, { part, dir: "auto" }, ...nest(text, marks, paragraph).map(branch));
  drawn.set(element, look(text, block));
  place(element, block);
  return element;
}

/**
 * Where a paragraph stands now, whether it is new or kept.
 *
 * @param {Element} element
 * @param {Block | undefined} block
 */
function place(element, block) {
  if (!(element instanceof HTMLElement) || !block) return;
  const { paragraph, number } = block;
  if (element.dataset.start !== String(paragraph.start)) element.dataset.start = String(paragraph.start);
  if (number === null) delete element.dataset.number;
  else if (element.dataset.number !== String(number)) element.dataset.number = String(number);
}

/**
 * @param {Branch} branch
 * @returns {Node | string}
 */
function branch(branch) {
  return typeof branch === "string" ? branch : piece(branch);
}

/** @param {Piece} piece */
function piece({ mark, first, last, children }) {
  const element = h("mark", { part: parts(mark), className: classes(mark, first, last) }, ...children.map(branch));
  element.dataset.id = mark.id;
  if (mark.entity) element.dataset.entity = mark.entity;
  if (mark.note && last) element.append(note(mark));
  else if (mark.unsure && last && !isQuote(mark)) element.append(h("span", { part: "note doubt", className: "doubt" }));
  return element;
}

/** @param {Mark} mark */
function parts(mark) {
  return ["mark", mark.kind, mark.unsure && "unsure"].filter(Boolean).join(" ");
}

/**
 * @param {Mark} mark
 * @param {boolean} first
 * @param {boolean} last
 */
function classes(mark, first, last) {
  return [mark.kind, mark.faint && "faint", mark.within && "within", mark.unsure && "unsure", first && "first", last && "last"].filter(Boolean).join(" ");
}

/** @param {Mark} mark */
function isQuote(mark) {
  return mark.kind === "direct" || mark.kind === "indirect" || mark.kind === "mixed";
}

/**
 * The words of a note are generated by the style sheet, so they are never copied with the text.
 *
 * @param {Mark} mark
 */
function note(mark) {
  const element = h("span", { part: "note", className: "note" });
  element.dataset.note = mark.note?.text ?? "";
  element.dataset.spoken = mark.note?.spoken ?? "";
  return element;
}
