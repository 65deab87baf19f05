/**
 * `<press-mark-legend>`: the kinds of marks, how many of each, and which are shown.
 */
import { h } from "./dom.js";
import { ALL, counts } from "./filter.js";
import { PressMarkPanelElement } from "./panel.js";
/** @import { Annotation } from "../types.js" */
/** @import { Layer } from "./filter.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

/** @type {Readonly<Record<Layer, { title: string, sample: string, shape: string }>>} */
const CHIPS = {
  direct: { title: "Direct", sample: "“ ”", shape: "direct first last" },
  indirect: { title: "Indirect", sample: "abc", shape: "indirect" },
  mixed: { title: "Mixed", sample: "a“b”", shape: "mixed" },
  people: { title: "People", sample: "Ab", shape: "person" },
  organisations: { title: "Organisations", sample: "Co", shape: "organisation" },
  dates: { title: "Dates", sample: "12", shape: "date" },
  unsure: { title: "Unsure", sample: "?", shape: "" },
};

export class PressMarkLegendElement extends PressMarkPanelElement {
  /** @type {MutationObserver | null} */
  #watch = null;

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#watch = new MutationObserver(() => this.refresh());
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    this.#watch?.observe(control, { attributeFilter: ["show", "kinds"] });
    const found = counts(annotation);
    if (!root.firstElementChild) root.append(chips(control));
    for (const input of root.querySelectorAll("input")) update(input, control, found);
    return ALL.length;
  }
}

/** @param {PressMarkElement} control */
function chips(control) {
  return h("fieldset", {},
    h("legend", { className: "heard" }, "Show in the text"),
    ...ALL.map((layer, index) => chip(control, layer, index)));
}

/**
 * @param {PressMarkElement} control
 * @param {Layer} layer
 * @param {number} index
 */
function chip(control, layer, index) {
  const { title, sample, shape } = CHIPS[layer];
  return h("label", { className: "toggle", title: `${title}: key ${index + 1}` },
    h("input", { type: "checkbox", value: layer, onchange: () => control.toggle(layer) }),
    h("span", { className: `swatch ${shape}`, ariaHidden: "true" }, sample),
    h("b", {}, title),
    " ",
    h("i", {}));
}

/**
 * @param {HTMLInputElement} input
 * @param {PressMarkElement} control
 * @param {Record<Layer, number>} found
 */
function update(input, control, found) {
  const layer = /** @type {Layer} */ (input.value);
  input.checked = control.shows(layer);
  const number = input.parentElement?.querySelector("i");
  if (number) number.textContent = String(found[layer]);
}
