/**
 * The pop-over for one mark: what it was taken for, how sure, and why.
 */
import { h } from "./dom.js";
import { entity, find, quoted, reasons, words } from "./lookup.js";
import { CERTAINTIES, ENTITY_TYPES, QUOTE_KINDS, longDate, dateInWords, sentence, shorten } from "./words.js";
/** @import { Annotation, AnyId, DateMark, Judged, Mention, Quote } from "../types.js" */
/** @typedef {(rule: string) => { readonly text: string } | undefined} Describe */
/** @typedef {[term: string, ...description: (Node | string)[]]} Row */

export class Details {
  /** @param {() => void} closed */
  constructor(closed) {
    this.content = h("div");
    this.element = h("div", { part: "popover", className: "details", popover: "auto", role: "dialog", ontoggle: (/** @type {Event} */ event) => {
      if (/** @type {ToggleEvent} */ (event).newState === "closed") closed();
    } },
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
   * @param {Describe} describe
   * @param {DOMRect | undefined} near
   */
  show(annotation, id, describe, near) {
    const found = find(annotation, id);
    if (!found || found.kind === "entity") return;
    const [title, rows] = found.kind === "quote" ? aboutQuote(annotation, found.item)
      : found.kind === "date" ? aboutDate(annotation, found.item) : aboutMention(annotation, found.item);
    this.element.setAttribute("aria-label", title);
    this.content.replaceChildren(h("h3", {}, title), list([...rows, ...judged(found.item, describe)]));
    if (!this.open) this.element.showPopover();
    if (near) this.#place(near);
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

/** @param {Row[]} rows */
function list(rows) {
  return h("dl", {}, ...rows.flatMap(([term, ...description]) => [h("dt", {}, term), h("dd", {}, ...description)]));
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {[string, Row[]]}
 */
function aboutQuote(annotation, quote) {
  const speaker = entity(annotation, quote.speaker);
  /** @type {Row[]} */
  const rows = [["Speaker", speaker?.name ?? "not found"]];
  if (quote.source.length > 0) rows.push(["Named by", `“${quote.source.map((span) => words(annotation, span)).join(" … ")}”`]);
  if (quote.cue) rows.push(["Cue", `“${words(annotation, quote.cue)}”${polarity(quote.cue.polarity)}`]);
  rows.push(["Words", shorten(quoted(annotation, quote), 140)]);
  return [QUOTE_KINDS[quote.kind], rows];
}

/** @param {string} polarity */
function polarity(polarity) {
  if (polarity === "denies") return ", so the words are not what the speaker claims";
  return polarity === "asks" ? ", so the words are a question" : "";
}

/**
 * @param {Annotation} annotation
 * @param {DateMark} date
 * @returns {[string, Row[]]}
 */
function aboutDate(annotation, date) {
  const from = countedFrom(annotation, date);
  /** @type {Row[]} */
  const rows = [["Means", date.mod ? dateInWords(date.value, date.mod) : longDate(date.value)], ["Value", h("code", {}, date.value)]];
  if (from) rows.push(["Counted", from]);
  return [`“${words(annotation, date)}”`, rows];
}

/**
 * `from publication, Tue 14 May 2024`; null for a date that says itself.
 *
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
export function countedFrom(annotation, date) {
  if (date.anchor === null) return null;
  if (date.anchor === "publication") {
    const { value } = annotation.publication;
    return `from publication${value ? `, ${dateInWords(value)}` : ""}`;
  }
  const anchor = find(annotation, date.anchor);
  return anchor?.kind === "date" ? `from “${words(annotation, anchor.item)}”` : null;
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 * @returns {[string, Row[]]}
 */
function aboutMention(annotation, mention) {
  const named = entity(annotation, mention.entity);
  /** @type {Row[]} */
  const rows = [["Stands for", named?.name ?? "nobody found"]];
  if (named?.roles[0]) rows.push(["Role", named.roles.map(({ text }) => text).join("; ")]);
  return [`${named ? ENTITY_TYPES[named.type] : "Name"}: “${words(annotation, mention)}”`, rows];
}

/**
 * @param {Judged} judged
 * @param {Describe} describe
 * @returns {Row[]}
 */
function judged({ certainty, evidence, origin }, describe) {
  const why = reasons(evidence, describe).map((reason) => h("p", {}, sentence(reason)));
  const sure = origin === "engine" ? CERTAINTIES[certainty] : "Certain: corrected by hand";
  /** @type {Row} */
  const row = ["Why", ...why];
  return why.length > 0 ? [["Sure?", sure], row] : [["Sure?", sure]];
}
