/**
 * What all companions of `<press-mark>` share: which text they belong to, and when to draw again.
 *
 * @fires listed  after it was drawn later than its text, as it is for a long one; bubbles
 * @attr for the id of a `<press-mark>`, as a label is tied to its field
 */
import { Base, h } from "./dom.js";
import { styles } from "./panel-styles.js";
import { PressMarkElement } from "./press-mark.js";
/** @import { Annotation } from "../types.js" */

/** Characters above which the text is seen first, and the lists about it in a later frame. */
export const LONG = 20_000;
/** How much of a list is shown at first; each press on “Show more” adds as much again. */
const SHOWN = 50;

/** What all companions of `<press-mark>` share. */
export class PressMarkPanelElement extends Base {
  static observedAttributes = ["for"];
  /** @type {Document | ShadowRoot | null} */
  #root = null;
  #count = 0;
  /** How much of each list is shown. @protected */
  shown = SHOWN;
  /** The frame in which it draws again. */
  #due = 0;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = styles;
  }

  connectedCallback() {
    const root = this.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    this.#root = root;
    root.addEventListener("annotated", this.#heard);
    root.addEventListener("mark-select", this.#heard);
    this.refresh();
  }

  disconnectedCallback() {
    this.#root?.removeEventListener("annotated", this.#heard);
    this.#root?.removeEventListener("mark-select", this.#heard);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.refresh();
  }

  get htmlFor() {
    return this.getAttribute("for") ?? "";
  }

  set htmlFor(id) {
    this.setAttribute("for", id);
  }

  /** The text it belongs to. @type {PressMarkElement | null} */
  get control() {
    const found = this.#root?.getElementById(this.htmlFor);
    return found instanceof PressMarkElement ? found : null;
  }

  /** How many things it lists. */
  get count() {
    return this.#count;
  }

  /**
   * A button below a list that is longer than what is shown of it.
   *
   * @param {number} length
   * @protected
   */
  more(length) {
    return length > this.shown && quiet(`Show more: ${length - this.shown} left`, () => {
      this.shown += SHOWN;
      this.refresh();
    });
  }

  /** The first thing in it. @param {FocusOptions} [options] */
  focus(options) {
    this.#focusable()[0]?.focus(options);
  }

  /** Draws again; done by itself after each change of the text. What had the focus, or what stands in its place now, has it again. */
  refresh() {
    const control = this.control;
    const annotation = control?.annotation;
    if (!control || !annotation || !this.shadowRoot) return;
    const focused = this.#focusable().indexOf(/** @type {HTMLElement} */ (this.shadowRoot.activeElement));
    this.#count = this.render(this.shadowRoot, control, annotation);
    if (focused >= 0 && !this.shadowRoot.activeElement) this.#focusable().at(Math.min(focused, this.#focusable().length - 1))?.focus({ preventScroll: true });
  }

  /** @returns {HTMLElement[]} */
  #focusable() {
    return [...this.shadowRoot?.querySelectorAll("summary, button, input, select") ?? []].filter((element) => element instanceof HTMLElement);
  }

  /**
   * @param {ShadowRoot} _root
   * @param {PressMarkElement} _control
   * @param {Annotation} _annotation
   * @returns {number} how many things are listed
   * @protected
   */
  render(_root, _control, _annotation) {
    return 0;
  }

  /**
   * What was chosen in the text.
   *
   * @param {ShadowRoot} _root
   * @param {PressMarkElement} _control
   * @protected
   */
  choose(_root, _control) {}

  /** @param {Event} event */
  #heard = (event) => {
    const control = this.control;
    if (event.target !== control || !control || !this.shadowRoot) return;
    if (event.type === "mark-select") this.choose(this.shadowRoot, control);
    else if (control.value.length < LONG) this.refresh();
    else this.#later();
  };

  #later() {
    cancelAnimationFrame(this.#due);
    this.#due = requestAnimationFrame(() => setTimeout(() => {
      this.refresh();
      this.dispatchEvent(new CustomEvent("listed", { bubbles: true, composed: true }));
    }));
  }
}

/**
 * @param {string} title
 * @param {string} small
 */
export function heading(title, small) {
  return h("h2", { part: "heading" }, title, " ", h("small", {}, small));
}

/**
 * @param {string} text
 * @param {() => void} act
 */
export function quiet(text, act) {
  return h("button", { type: "button", className: "button quiet", onclick: act }, text);
}
