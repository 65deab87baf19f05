/**
 * The short settings of `<press-mark>`: attributes and properties that say the same.
 */
import { Base } from "./dom.js";
import { toggled, wanted } from "./filter.js";
/** @import { AnnotateOptions } from "../types.js" */
/** @import { Layer } from "./filter.js" */

export class SettingsElement extends Base {
  get published() {
    return this.getAttribute("published");
  }

  set published(day) {
    reflect(this, "published", day);
  }

  get locale() {
    return this.getAttribute("locale") ?? "";
  }

  set locale(locale) {
    reflect(this, "locale", locale || null);
  }

  get show() {
    return this.getAttribute("show") ?? "";
  }

  set show(layers) {
    reflect(this, "show", layers);
  }

  get kinds() {
    return this.getAttribute("kinds") ?? "";
  }

  set kinds(kinds) {
    reflect(this, "kinds", kinds);
  }

  /** @returns {"margin" | "inline" | "none"} */
  get notes() {
    const notes = this.getAttribute("notes");
    return notes === "inline" || notes === "none" ? notes : "margin";
  }

  set notes(notes) {
    reflect(this, "notes", notes);
  }

  get editable() {
    return this.hasAttribute("editable");
  }

  set editable(editable) {
    this.toggleAttribute("editable", Boolean(editable));
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }

  set disabled(disabled) {
    this.toggleAttribute("disabled", Boolean(disabled));
  }

  get name() {
    return this.getAttribute("name") ?? "";
  }

  set name(name) {
    reflect(this, "name", name);
  }

  /** What the attributes ask of the engine. @returns {AnnotateOptions} */
  get settings() {
    const least = this.getAttribute("min-confidence");
    return {
      ...(this.published !== null && { published: this.published }),
      ...(this.locale && { locale: this.locale }),
      ...(least !== null && { minConfidence: Number(least) }),
    };
  }

  /**
   * Shows or hides one kind of mark, as a click on the legend does.
   *
   * @param {Layer} layer
   */
  toggle(layer) {
    Object.assign(this, toggled(this, layer));
  }

  /**
   * @param {Layer} layer
   * @returns {boolean} whether this kind of mark is shown
   */
  shows(layer) {
    return wanted(this).has(layer);
  }

  /**
   * Takes over what was set before the element was defined.
   *
   * @param {readonly string[]} properties
   * @protected
   */
  upgrade(properties) {
    for (const property of properties.filter((property) => Object.hasOwn(this, property))) {
      const value = Reflect.get(this, property);
      Reflect.deleteProperty(this, property);
      Reflect.set(this, property, value);
    }
  }
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null | undefined} value
 */
function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
