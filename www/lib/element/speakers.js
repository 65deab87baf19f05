/**
 * `<press-mark-speakers>`: who speaks, and in which words.
 */
import { manner, quotesAsText, roleOf, where, withMarks } from "./citation.js";
import { h, present } from "./dom.js";
import { find, mentions, quote, speakers, words } from "./lookup.js";
import { initials } from "./notes.js";
import { acts } from "./people.js";
import { heading, LONG, PressMarkPanelElement, quiet } from "./panel.js";
import { capital, count, shorten } from "./words.js";
/** @import { Annotation, AnyId, Entity, Quote } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

export class PressMarkSpeakersElement extends PressMarkPanelElement {
  /** Cards the reader has opened or closed. @type {Map<AnyId, boolean>} */
  #opened = new Map();
  /** What fills the closed cards of a long text, which nobody sees: on a screen when one is opened, on paper all. @type {Set<() => void>} */
  #unfilled = new Set();

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.#fillAll);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#fillAll);
  }

  #fillAll = () => this.#unfilled.forEach((fill) => fill());

  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    const speaking = speakers(annotation);
    const unnamed = annotation.quotes.filter(({ speaker }) => speaker === null);
    this.#unfilled.clear();
    root.replaceChildren(
      heading("Who speaks", tally(speaking)),
      ...speaking.slice(0, this.shown).map((entity, index) => this.#card(control, annotation, entity, this.#opened.get(entity.id) ?? index === 0)),
      unnamed.length > 0 ? nobody(unnamed, this.#quotes(control, annotation, unnamed)) : "",
      this.more(speaking.length) || "",
      speaking.length + unnamed.length === 0 ? h("p", { className: "none" }, "Nobody is quoted in this text.") : "");
    this.choose(root, control);
    return speaking.length;
  }

  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @protected
   * @override
   */
  choose(root, control) {
    const chosen = control.annotation && owner(control.annotation, control.selected);
    for (const card of root.querySelectorAll("details")) card.classList.toggle("chosen", card.dataset.id === chosen);
  }

  /**
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @param {Entity} entity
   * @param {boolean} open
   */
  #card(control, annotation, entity, open) {
    const inside = h("div", { className: "inside" });
    const card = h("details", { className: "card", part: "card", open }, h("summary", { onclick: () => control.select(entity.id) }, ...face(annotation, entity)), inside);
    const fill = () => {
      if (this.#unfilled.delete(fill)) inside.append(...this.#inside(control, annotation, entity).filter(present));
    };
    this.#unfilled.add(fill);
    card.dataset.id = entity.id;
    card.addEventListener("toggle", () => {
      this.#opened.set(entity.id, card.open);
      fill();
    });
    if (open || control.value.length < LONG) fill();
    return card;
  }

  /**
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @param {Entity} entity
   * @returns {(Node | string | false)[]}
   */
  #inside(control, annotation, entity) {
    return [
      also(annotation, entity),
      ...this.#quotes(control, annotation, entity.quotes.flatMap((id) => quote(annotation, id) ?? [])),
      h("div", { className: "acts" },
        quiet("Copy quotes", () => void navigator.clipboard.writeText(quotesAsText(annotation, entity))),
        ...(control.editable ? acts(annotation, entity, (edit) => control.correct(edit)) : [])),
    ];
  }

  /**
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @param {Quote[]} quotes
   */
  #quotes(control, annotation, quotes) {
    return [h("ul", {}, ...quotes.slice(0, this.shown).map((quote) => h("li", {},
      h("button", { type: "button", className: "link quote", onclick: () => control.select(quote.id, { scroll: true }) },
        h("span", {}, `${where(annotation, quote)} ${manner(quote)}${quote.certainty === "unsure" ? " ?" : ""}`),
        h("span", {}, shorten(withMarks(annotation, quote), 150)))))), this.more(quotes.length)];
  }
}

/** @param {Entity[]} speaking */
function tally(speaking) {
  const people = speaking.filter(({ type }) => type === "person").length;
  const organisations = speaking.filter(({ type }) => type === "organisation").length;
  const others = speaking.length - people - organisations;
  return [
    people > 0 && count(people, "person", "people"),
    organisations > 0 && count(organisations, "organisation"),
    others > 0 && count(others, "other"),
  ].filter(Boolean).join(", ");
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function face(annotation, entity) {
  return [
    h("span", { className: `badge ${entity.type}`, ariaHidden: "true" }, initials(entity)),
    h("span", {}, h("span", { className: "name" }, capital(entity.name)), h("span", { className: "role" }, roleOf(annotation, entity))),
    h("span", { className: "count" }, h("b", {}, String(entity.quotes.length)), entity.quotes.length === 1 ? "quote" : "quotes"),
  ];
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function also(annotation, entity) {
  const used = new Map();
  for (const mention of mentions(annotation, entity)) {
    const written = words(annotation, mention);
    const name = mention.form === "pronoun" ? written.toLowerCase() : written;
    if (name.toLowerCase() !== entity.name.toLowerCase()) used.set(name, (used.get(name) ?? 0) + 1);
  }
  const names = [...used].map(([name, times]) => (times > 1 ? `${name} (${times})` : name));
  return names.length > 0 && h("p", { className: "also" }, `Also: ${names.join(", ")}`);
}

/**
 * @param {Quote[]} quotes
 * @param {(Node | false)[]} list
 */
function nobody(quotes, list) {
  return h("details", { className: "card" },
    h("summary", {},
      h("span", { className: "badge unnamed", ariaHidden: "true" }, "?"),
      h("span", {}, h("span", { className: "name" }, "Speaker not found"), h("span", { className: "role" }, "nobody is named for these words")),
      h("span", { className: "count" }, h("b", {}, String(quotes.length)), quotes.length === 1 ? "quote" : "quotes")),
    h("div", { className: "inside" }, ...list));
}

/**
 * Whose card belongs to what is chosen.
 *
 * @param {Annotation} annotation
 * @param {AnyId | null} id
 * @returns {AnyId | null}
 */
function owner(annotation, id) {
  const found = find(annotation, id);
  if (found?.kind === "quote") return found.item.speaker;
  if (found?.kind === "mention") return found.item.entity;
  return found?.kind === "entity" ? found.item.id : null;
}
