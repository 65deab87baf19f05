/**
 * The pop-over for one mark: what it was taken for, how sure, why, and how to correct it.
 */
import { acts, fields } from "./changes.js";
import { h } from "./dom.js";
import { facts, judged } from "./facts.js";
import { entity, find, place } from "./lookup.js";
import { capital } from "./words.js";
/** @import { Annotation, AnyId } from "../types.js" */
/** @import { Correct } from "./changes.js" */
/** @import { Describe, Row } from "./facts.js" */
/** @import { Found } from "./lookup.js" */

export class Details {
  #describe;
  #correct;
  #choose;

  /**
   * @param {Describe} describe
   * @param {Correct} correct
   * @param {(id: AnyId) => void} choose
   */
  constructor(describe, correct, choose) {
    this.#describe = describe;
    this.#correct = correct;
    this.#choose = choose;
    this.content = h("div");
    this.element = h("div", { part: "popover", className: "details", popover: "auto", role: "dialog" },
      this.content,
      h("slot", { name: "details" }),
      h("button", { type: "button", className: "button quiet close", ariaLabel: "Close", onclick: () => this.hide() }, "✕"));
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
    this.element.setAttribute("aria-label", title);
    this.content.replaceChildren(
      h("h3", {}, title),
      list([...changeable, ...rows, ...this.#within(annotation, found), ...judged(found.item, this.#describe)]),
      editable ? h("div", { className: "acts" }, ...acts(annotation, found, this.#correct)) : "");
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
    if (near) this.#place(near);
    const wanted = field && this.element.querySelector(`[aria-label="${field}"]`);
    if (wanted instanceof HTMLElement) wanted.focus();
  }

  hide() {
    if (this.open) this.element.hidePopover();
  }

  /** @param {DOMRect} near */
  #place(near) {
    const { offsetWidth, offsetHeight, style } = this.element;
    const below = near.bottom + 8;
    const fits = below + offsetHeight < innerHeight;
    style.left = `${Math.max(8, Math.min(near.left, innerWidth - offsetWidth - 16))}px`;
    style.top = `${fits ? below : Math.max(8, near.top - offsetHeight - 8)}px`;
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
