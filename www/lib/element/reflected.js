/**
 * The short settings of `<press-mark>`: attributes and properties that say the same.
 */
import { Base } from "./dom.js";

export class ReflectedElement extends Base {
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
