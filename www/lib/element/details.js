/**
 * The pop-over for one mark: what it was taken for, how sure, why, and how to correct it.
 */
import { acts, fields } from "./changes.js";
import { quoteAsText } from "./citation.js";
import { h } from "./dom.js";
import { facts, judged } from "./facts.js";
import { entity, find, place } from "./lookup.js";
import { capital } from "./words.js";
/** @import { Annotation, AnyId, Quote } from "../types.js" */
/** @import { Correct } from "./changes.js" */
/** @import { Describe, Row } from "./facts.js" */
/** @import { Found } from "./lookup.js" */

/** Pixels between the words and the pop-over, between it and the edge of the window, and what of it is seen at least. */
const GAP = 8;
const EDGE = 8;
const LEAST = 120;

export class Details {
  #describe;
  #correct;
  #choose;

  /**
   * @param {Describe} describe
   * @param {Correct} correct
   * @param {(id: AnyId) => void} choose
   * @param {() => void} closed it was closed, and the focus that was in it is nowhere now
   */
  constructor(describe, correct, choose, closed) {
    this.#describe = describe;
    this.#correct = correct;
    this.#choose = choose;
    this.content = h("div");
    this.element = h("div", { part: "popover", className: "details", popover: "auto", role: "dialog",
      ontoggle: () => !this.open && this.#losesFocus() && closed() },
      this.content,
      h("slot", { name: "details" }),
      h("button", { type: "button", className: "button quiet close", ariaLabel: "Close", onclick: () => this.hide() }, "✕"));
  }

  /** Once it is closed: whether the focus is in it, or nowhere. */
  #losesFocus() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return document.activeElement === document.body || this.element.contains(root.activeElement);
  }

  get open() {
    return this.element.matches(":popover-open");
  }

  /**
   * @param {Annotation} annotation
   * @param {AnyId} id
   * @param {boolean} editable
   */
  fill(annotation, id, editable) {
    const found = find(annotation, id);
    if (!found) return this.hide();
    const { title, rows } = facts(annotation, found);
    const changeable = editable ? fields(annotation, found, this.#correct) : readOnly(annotation, found);
    const focused = this.#focusedLabel();
    this.element.setAttribute("aria-label", title);
    this.content.replaceChildren(
      h("h3", {}, title),
      list([...changeable, ...rows, ...this.#within(annotation, found), ...judged(found.item, this.#describe)]),
      h("div", { className: "acts" }, found.kind === "quote" && copying(annotation, found.item), ...(editable ? acts(annotation, found, this.#correct) : [])));
    if (focused !== null) this.#focus(focused);
  }

  /** The label of what has the focus here; null when nothing has. */
  #focusedLabel() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const focused = root.activeElement;
    return focused && this.content.contains(focused) ? (focused.getAttribute("aria-label") ?? "") : null;
  }

  /** @param {string} label of a field; where it is not seen, the first field gets the focus */
  #focus(label) {
    const fields = [...this.content.querySelectorAll("select, input, button")].filter((field) => field instanceof HTMLElement && !field.hidden);
    const field = fields.find((field) => field.getAttribute("aria-label") === label) ?? fields[0];
    if (field instanceof HTMLElement) field.focus();
  }

  /**
   * The quotation around a name or a date, which would be hard to hit otherwise.
   *
   * @param {Annotation} annotation
   * @param {Found} found
   * @returns {Row[]}
   */
  #within(annotation, found) {
    const span = place(annotation, found.item.id);
    const outer = annotation.quotes.find(({ id, content }) => id !== found.item.id && span && content.some(({ start, end }) => start <= span.start && span.end <= end));
    if (!outer) return [];
    const by = capital(entity(annotation, outer.speaker)?.name ?? "speaker not found");
    return [["Within", h("button", { type: "button", className: "button quiet", onclick: () => this.#choose(outer.id) }, `${outer.kind} quotation: ${by}`)]];
  }

  /**
   * @param {DOMRect | undefined} near
   * @param {string} [field] the label of the field that gets the focus
   */
  show(near, field) {
    if (!this.open) this.element.showPopover();
    if (near) {
      this.#place(near);
      this.#uncover(near);
    }
    if (field) this.#focus(field);
  }

  /** As a sheet at the bottom of a small window it would lie over the words: they are moved up. @param {DOMRect} near */
  #uncover(near) {
    const { top, bottom } = this.element.getBoundingClientRect();
    const covered = near.bottom + GAP - top;
    if (bottom > near.top && covered > 0) scrollBy({ top: covered });
  }

  hide() {
    if (this.open) this.element.hidePopover();
  }

  /**
   * Below the words, or above them where there is more room.
   *
   * @param {DOMRect} near
   */
  #place(near) {
    const { style } = this.element;
    style.maxHeight = "";
    const { offsetWidth, offsetHeight } = this.element;
    const [above, below] = [near.top - GAP - EDGE, innerHeight - near.bottom - GAP - EDGE];
    const under = offsetHeight <= below || below >= above;
    const height = Math.min(offsetHeight, under ? below : above);
    style.maxHeight = `${Math.max(height, LEAST)}px`;
    style.left = `${Math.max(EDGE, Math.min(near.left, innerWidth - offsetWidth - 2 * EDGE))}px`;
    style.top = `${Math.max(EDGE, under ? near.bottom + GAP : near.top - GAP - height)}px`;
  }
}

/**
 * @param {Annotation} annotation
 * @param {Found} found
 * @returns {Row[]}
 */
function readOnly(annotation, found) {
  if (found.kind === "quote") return [["Speaker", capital(entity(annotation, found.item.speaker)?.name ?? "not found")]];
  if (found.kind === "mention") return [["Stands for", capital(entity(annotation, found.item.entity)?.name ?? "nobody found")]];
  return found.kind === "date" ? [["Value", h("code", {}, found.item.value)]] : [];
}

/** @param {Row[]} rows */
function list(rows) {
  return h("dl", {}, ...rows.flatMap(([term, ...description]) => [h("dt", {}, term), h("dd", {}, ...description)]));
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
function copying(annotation, quote) {
  const copy = h("button", { type: "button", className: "button quiet", onclick: () => {
    void navigator.clipboard.writeText(quoteAsText(annotation, quote)).then(() => (copy.textContent = "Copied"));
  } }, "Copy");
  return copy;
}
