/**
 * Building elements from data. Text always goes in as text: there is no way in for foreign markup.
 */

/**
 * Makes an element.
 *
 * Properties that the element has are set as properties, all others as attributes; `null`, `undefined` and `false` are left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) set(element, name, value);
  element.append(...children.filter(present));
  return element;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 */
function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on") && typeof value === "function") {
    element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  } else if (name in element && name !== "part" && name !== "popover") {
    Reflect.set(element, name, value);
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {Node | string | null | undefined | false} child
 * @returns {child is Node | string}
 */
export function present(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}

/**
 * A sheet for `adoptedStyleSheets`, which a strict content security policy lets through where it blocks `<style>`.
 *
 * @param {string} css
 * @returns {CSSStyleSheet[]} empty where there is no document
 */
export function sheet(css) {
  if (typeof CSSStyleSheet === "undefined") return [];
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return [made];
}

/** The class to extend; an empty one where there is no document, so that the modules can be imported on a server. */
export const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});
