/**
 * The element classes, not registered. Safe to import on a server.
 */
import { PressMarkCheckElement } from "./check.js";
import { PressMarkLegendElement } from "./legend.js";
import { PressMarkNamesElement } from "./names.js";
import { PressMarkOrganisationsElement } from "./organisations.js";
import { PressMarkPanelElement } from "./panel.js";
import { PressMarkElement } from "./press-mark.js";
import { PressMarkPublishedElement } from "./published.js";
import { PressMarkSpeakersElement } from "./speakers.js";
import { PressMarkTimelineElement } from "./timeline.js";

export {
  PressMarkCheckElement, PressMarkElement, PressMarkLegendElement, PressMarkNamesElement, PressMarkOrganisationsElement, PressMarkPanelElement,
  PressMarkPublishedElement, PressMarkSpeakersElement, PressMarkTimelineElement,
};

/** @type {Readonly<Record<string, CustomElementConstructor>>} */
const CLASSES = {
  "": PressMarkElement,
  "-legend": PressMarkLegendElement,
  "-published": PressMarkPublishedElement,
  "-check": PressMarkCheckElement,
  "-speakers": PressMarkSpeakersElement,
  "-timeline": PressMarkTimelineElement,
  "-organisations": PressMarkOrganisationsElement,
  "-names": PressMarkNamesElement,
};

/**
 * Registers the elements: `<press-mark>`, `<press-mark-speakers>` and so on; with `{ prefix: "acme" }`, `<acme>` would be no
 * valid name, so it is `<acme-mark>`, `<acme-mark-speakers>`. Doing it twice is harmless.
 *
 * @example
 * ```html
 * <acme-mark published="2024-05-14">“We will appeal,” said Ada Quill of the Harbour Board on Friday.</acme-mark>
 * <script type="module">
 *   import { define } from "/pressmark/element/index.js";
 *
 *   define({ prefix: "acme" });
 *   const element = document.querySelector("acme-mark");
 *   await element.ready;
 *   const { quotes, dates } = element.annotation;
 *   console.log(quotes.length, dates[0].value);
 * </script>
 * ```
 *
 * ```text
 * 1 2024-05-10
 * ```
 *
 * @param {{ readonly prefix?: string, readonly registry?: CustomElementRegistry }} [options]
 */
export function define({ prefix = "press", registry = globalThis.customElements } = {}) {
  for (const [suffix, Class] of Object.entries(CLASSES)) {
    const name = `${prefix}-mark${suffix}`;
    if (!registry || registry.get(name)) continue;
    const taken = registry !== globalThis.customElements || registry.getName(Class) !== null;
    registry.define(name, taken ? class extends Class {} : Class);
  }
}
