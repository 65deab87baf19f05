/**
 * `<press-mark-published>`: when the article was published, why that is thought, and a way to change it.
 */
import { h } from "./dom.js";
import { reasons } from "./lookup.js";
import { PressMarkPanelElement, quiet } from "./panel.js";
import { count, longDate, sentence } from "./words.js";
/** @import { Annotation, Publication } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

export class PressMarkPublishedElement extends PressMarkPanelElement {
  #editing = false;
  /** Whether the reason is read; on a small screen only when asked for. */
  #open = globalThis.matchMedia?.("(min-width: 60rem)").matches ?? true;
  /** What the last change of the date did. */
  #effect = "";

  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    const { publication } = annotation;
    const sure = publication.source === "given" || publication.certainty === "certain";
    root.replaceChildren(h("div", { className: sure ? "published sure" : "published", part: "published", role: "group", ariaLabel: "Publication date" },
      h("p", {}, ...stated(publication)),
      this.#editing ? "" : quiet(publication.value ? "Change date" : "Set the date", () => this.#edit(true)),
      this.#editing ? this.#form(control, publication) : "",
      this.#why(control, publication),
      h("p", { className: "why", role: "status" }, this.#effect)));
    if (this.#editing) root.querySelector("input")?.focus();
    return 1;
  }

  /** @param {boolean} editing */
  #edit(editing) {
    this.#editing = editing;
    this.#effect = "";
    this.refresh();
    if (!editing) this.shadowRoot?.querySelector("button")?.focus();
  }

  /**
   * @param {PressMarkElement} control
   * @param {Publication} publication
   */
  #form(control, publication) {
    const day = h("input", { type: "date", value: publication.value ?? "", required: true, ariaLabel: "Publication date" });
    return h("form", {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        this.#set(control, day.value);
      },
      onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && this.#edit(false),
    },
    day,
    h("button", { type: "submit", className: "button main" }, "Count from this day"),
    publication.source === "given" && quiet("Use what the text says", () => this.#set(control, null)),
    quiet("Cancel", () => this.#edit(false)));
  }

  /**
   * @param {PressMarkElement} control
   * @param {string | null} day
   */
  #set(control, day) {
    const before = new Map(control.annotation?.dates.map(({ id, value }) => [id, value]));
    this.#editing = false;
    control.correct({ op: "set-published", value: day });
    const changed = control.annotation?.dates.filter(({ id, value }) => before.get(id) !== value).length ?? 0;
    this.#effect = changed > 0 ? `${count(changed, "date")} in the text counted anew.` : "No date in the text changed by it.";
    this.refresh();
    this.shadowRoot?.querySelector("button")?.focus();
  }

  /**
   * @param {PressMarkElement} control
   * @param {Publication} publication
   */
  #why(control, publication) {
    const why = reasons(publication.evidence, (rule) => control.describeRule(rule)).map(sentence).join(" ");
    const text = why || FALLBACK[publication.source];
    const details = h("details", { className: "why", open: this.#open && publication.source !== "given" },
      h("summary", {}, question(publication)), h("p", {}, text));
    details.addEventListener("toggle", () => (this.#open = details.open));
    return details;
  }
}

/** @type {Readonly<Record<Publication["source"], string>>} */
const FALLBACK = {
  given: "You, or the page, gave this date.",
  dateline: "The text says so in its dateline.",
  inferred: "It was worked out from what the text says.",
  none: "The text does not say it, and today is not taken for granted. Words like “last Friday” stay without a date until you set one.",
};

/** @param {Publication} publication */
function question({ value, source, stated }) {
  if (!value) return "Why no date?";
  return source === "inferred" && stated.year === false ? `Why ${value.slice(0, 4)}?` : "Why this date?";
}

/** @param {Publication} publication */
function stated({ value, source, certainty }) {
  if (!value) return [h("strong", {}, "Publication date not found")];
  const mark = certainty === "certain" ? "" : h("span", { className: "doubt" });
  return [h("strong", {}, "Published ", h("span", { className: "date" }, longDate(value)), mark), source === "inferred" ? ", year worked out" : ""];
}
