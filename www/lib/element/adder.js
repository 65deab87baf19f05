/**
 * What is offered for words that the reader has selected: make them a quotation, a name or a date.
 */
import { anchorAt, wholeWords } from "../anchor.js";
import { h } from "./dom.js";
import { selectedRange } from "./places.js";
/** @import { Annotation, AnnotateOptions, Edit, Span } from "../types.js" */
/** @typedef {"quotation" | "person" | "organisation" | "date"} Addition */

/** @type {readonly [Addition, string, string][]} */
const OFFERS = [["quotation", "Quotation", "Q"], ["person", "Person", "P"], ["organisation", "Organisation", "O"], ["date", "Date", "T"]];

export class Adder {
  #article;

  /**
   * @param {Element} article
   * @param {(what: Addition) => void} add
   */
  constructor(article, add) {
    this.#article = article;
    this.element = h("div", { className: "adder", popover: "manual", role: "toolbar", ariaLabel: "Mark the selected words as",
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault() },
      ...OFFERS.map(([what, title, key]) => h("button", { type: "button", className: "button quiet", title: `Key ${key}`, onclick: () => add(what) }, title)));
  }

  /** Shows or hides the offer, as there are words selected or not. */
  refresh() {
    const range = selectedRange(this.#article);
    if (!range) return this.hide();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    this.#place();
  }

  hide() {
    if (this.element.matches(":popover-open")) this.element.hidePopover();
  }

  #place() {
    const root = /** @type {ShadowRoot} */ (this.#article.getRootNode());
    const [found] = getSelection()?.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
    if (!found) return;
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const box = range.getBoundingClientRect();
    const { style, offsetHeight, offsetWidth } = this.element;
    style.left = `${Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 16))}px`;
    style.top = `${box.top > offsetHeight + 60 ? box.top - offsetHeight - 6 : box.bottom + 6}px`;
  }
}

/**
 * The correction that makes something of the selected words.
 *
 * @param {Annotation} annotation
 * @param {Addition} what
 * @param {Span} selected
 * @param {(text: string, options: AnnotateOptions) => string | undefined} valueOf what the words mean as a date
 * @returns {Edit}
 */
export function addition(annotation, what, selected, valueOf) {
  const { text } = annotation;
  const anchor = anchorAt(text, wholeWords(text, selected));
  if (what === "quotation") return { op: "add-quote", content: paragraphs(annotation, anchor), kind: kindOf(anchor.exact, anchor), speaker: null };
  if (what === "date") return { op: "add-date", anchor, value: valueOf(anchor.exact, published(annotation)) ?? "XXXX-XX-XX", type: "DATE" };
  return { op: "add-mention", anchor, entity: { type: what, name: anchor.exact }, everywhere: true };
}

/** @param {Annotation} annotation */
function published({ publication: { value } }) {
  return value ? { published: value } : {};
}

/**
 * @param {string} words
 * @param {{ prefix: string }} anchor
 */
function kindOf(words, { prefix }) {
  if (/^["“„«‘]/.test(words) || /["“„«‘]$/.test(prefix)) return "direct";
  return /["“„«]/.test(words) ? "mixed" : "indirect";
}

/**
 * A quotation over several paragraphs has a part in each; quotation marks at its ends are left out.
 *
 * @param {Annotation} annotation
 * @param {Span} span
 */
function paragraphs({ text, paragraphs }, { start, end }) {
  const parts = paragraphs.filter((paragraph) => paragraph.start < end && start < paragraph.end)
    .map((paragraph) => bare(text, { start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) }));
  return parts.filter((part) => part.start < part.end).map((part) => anchorAt(text, part));
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
function bare(text, { start, end }) {
  if (/["“„«‘]/.test(text.charAt(start))) start += 1;
  if (/["”»’]/.test(text.charAt(end - 1)) && !/\p{L}/u.test(text.charAt(end))) end -= 1;
  return { start, end };
}
