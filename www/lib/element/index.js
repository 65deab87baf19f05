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
