/**
 * The article as it is read: drawing it, choosing a mark, walking from one to the next.
 */
import { Adder } from "./adder.js";
import { Details } from "./details.js";
import { h } from "./dom.js";
import { entity, find, place, quoted } from "./lookup.js";
import { paint } from "./paint.js";
import { QUOTE_KINDS, shorten } from "./words.js";
/** @import { Annotation, AnyId, Quote } from "../types.js" */
/** @import { Addition } from "./adder.js" */
/** @import { Correct } from "./changes.js" */
/** @import { Describe } from "./facts.js" */
/** @typedef {"quote" | "date" | "unsure"} Stop what to walk over */
/** Milliseconds of a frame given to drawing. */
const SLICE = 5;

/**
 * The element around the article.
 *
 * @typedef {object} Host
 * @property {Describe} describe
 * @property {Correct} correct
 * @property {(what: Addition) => void} add
 * @property {(text: string) => void} say
 * @property {(id: AnyId | null) => void} chosen
 * @property {(event: KeyboardEvent) => void} key
 * @property {() => boolean} editable
 */

export class Reader {
  /** @type {Annotation | null} */
  #annotation = null;
  /** @type {AnyId | null} */
  #chosen = null;
  /** @type {Generator<void, void, void> | null} */
  #painting = null;
  /** Whether there is something else to draw once the article is seen. */
  #stale = false;
  /** The marks that stand out. @type {Element[]} */
  #lit = [];
  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    this.element = h("article", { part: "article", tabIndex: 0, ariaLabel: "Article with marks", onclick: this.#click, onkeydown: host.key });
    this.details = new Details(host.describe, host.correct, (id) => {
      host.chosen(id);
      this.explain();
    }, () => this.element.focus({ preventScroll: true }));
    this.adder = new Adder(this.element, host.add);
  }

  /** @returns {AnyId | null} */
  get chosen() {
    return this.#chosen;
  }

  /** @param {Annotation} annotation */
  draw(annotation) {
    this.#annotation = annotation;
    this.#stale = true;
    if (!this.element.hidden) this.#redraw(annotation);
    else this.details.hide();
  }

  /** @param {boolean} shown */
  show(shown) {
    this.element.hidden = !shown;
    if (shown && this.#stale && this.#annotation) this.#redraw(this.#annotation);
  }

  /** @param {Annotation} annotation */
  #redraw(annotation) {
    this.#stale = false;
    this.element.lang = annotation.language;
    this.#paint(paint(this.element, annotation));
    if (this.#chosen && !find(annotation, this.#chosen)) this.#chosen = null;
    this.#light(this.#chosen);
    if (this.details.open && this.#chosen) this.details.fill(annotation, this.#chosen, this.#host.editable());
    else this.details.hide();
  }

  /**
   * Draws the first batch now, so that it is seen in this frame, and as much more of the others as fits into each.
   *
   * @param {Generator<void, void, void>} painting
   */
  #paint(painting) {
    this.#painting = painting;
    const step = () => {
      const end = performance.now() + SLICE;
      while (this.#painting === painting) {
        if (painting.next().done) return this.#light(this.#chosen);
        if (performance.now() > end) return void requestAnimationFrame(step);
      }
    };
    step();
  }

  /**
   * @param {AnyId | null} id of a quotation, a mention, a date or an entity
   * @param {{ scroll?: boolean, focus?: boolean }} [options]
   */
  select(id, { scroll = false, focus = false } = {}) {
    this.#chosen = id;
    this.#light(id);
    if (!id) this.details.hide();
    const [first] = this.#elements(id);
    if (scroll && first) first.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    if (focus) this.element.focus({ preventScroll: true });
  }

  /**
   * Opens the pop-over for what is chosen.
   *
   * @param {string} [field] the label of the field that gets the focus
   */
  explain(field) {
    const [first] = this.#elements(this.#chosen);
    if (!this.#annotation || !this.#chosen || !first) return;
    const boxes = first.getClientRects();
    this.details.fill(this.#annotation, this.#chosen, this.#host.editable());
    this.details.show(boxes[boxes.length - 1], field);
  }

  /**
   * The next or previous stop after what is chosen, round the end.
   *
   * @param {Stop} kind
   * @param {1 | -1} step
   * @returns {AnyId | null}
   */
  walk(kind, step) {
    const annotation = this.#annotation;
    if (!annotation) return null;
    const stops = stopsOf(annotation, kind);
    const at = this.#chosen ? stops.indexOf(this.#chosen) : -1;
    const next = at < 0 ? this.#nearest(annotation, stops, step) : (at + step + stops.length) % stops.length;
    const id = stops[next] ?? null;
    if (id) this.#announce(annotation, id, next, stops.length);
    return id;
  }

  /**
   * @param {Annotation} annotation
   * @param {AnyId[]} stops
   * @param {1 | -1} step
   */
  #nearest(annotation, stops, step) {
    const from = this.#chosen ? (place(annotation, this.#chosen)?.start ?? -1) : -1;
    const after = stops.findIndex((id) => (place(annotation, id)?.start ?? 0) > from);
    if (step > 0) return after < 0 ? 0 : after;
    return (after < 0 ? stops.length : after || stops.length) - 1;
  }

  /**
   * @param {Annotation} annotation
   * @param {AnyId} id
   * @param {number} index
   * @param {number} count
   */
  #announce(annotation, id, index, count) {
    const found = find(annotation, id);
    const where = `${index + 1} of ${count}`;
    if (found?.kind === "quote") this.#host.say(`${QUOTE_KINDS[found.item.kind]} ${where}, ${spoken(annotation, found.item)}`);
    else if (found && found.kind !== "entity") this.#host.say(`${where}: ${annotation.text.slice(found.item.start, found.item.end)}`);
  }

  /** @param {Event} event */
  #click = (event) => {
    const mark = /** @type {Element} */ (event.target).closest("mark");
    if (String(getSelection()) !== "") return;
    const id = mark instanceof HTMLElement ? (mark.dataset.id ?? null) : null;
    this.#host.chosen(id);
    if (id) this.explain();
  };

  /** @param {AnyId | null} id */
  #light(id) {
    for (const mark of this.#lit) mark.classList.remove("hot");
    this.#lit = this.#elements(id);
    for (const mark of this.#lit) mark.classList.add("hot");
    this.element.toggleAttribute("data-dim", this.#lit.length > 0);
  }

  /**
   * The marks of one finding; of an entity: all its names and its quotations.
   *
   * @param {AnyId | null} id
   * @returns {Element[]}
   */
  #elements(id) {
    if (!id || !this.#annotation) return [];
    const attribute = entity(this.#annotation, id) ? "data-entity" : "data-id";
    return [...this.element.querySelectorAll(`mark[${attribute}=${CSS.escape(id)}]:not(.cue)`)];
  }
}

/**
 * @param {Annotation} annotation
 * @param {Stop} kind
 * @returns {AnyId[]}
 */
function stopsOf(annotation, kind) {
  if (kind === "quote") return annotation.quotes.map(({ id }) => id);
  if (kind === "date") return annotation.dates.map(({ id }) => id);
  const placed = annotation.unsure.flatMap((id) => place(annotation, id) ?? []);
  return placed.length === 0 ? [] : [...annotation.unsure].filter((id) => place(annotation, id))
    .sort((a, b) => (place(annotation, a)?.start ?? 0) - (place(annotation, b)?.start ?? 0));
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
function spoken(annotation, quote) {
  return `${entity(annotation, quote.speaker)?.name ?? "speaker unknown"}: ${shorten(quoted(annotation, quote), 160)}`;
}
