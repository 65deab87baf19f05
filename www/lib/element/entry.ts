/** What `pressmark/element` is to TypeScript: the classes, the events of `<press-mark>`, and the elements by their tags. */

import type { Annotation, AnyId, Delta, Edit } from "../types.js";
import type {
  PressMarkCheckElement, PressMarkElement, PressMarkLegendElement, PressMarkNamesElement, PressMarkOrganisationsElement, PressMarkPublishedElement,
  PressMarkSpeakersElement, PressMarkTimelineElement,
} from "./index.js";

export * from "./index.js";
export type { Addition } from "./adder.js";
export type { Layer } from "./filter.js";
export type { Stop } from "./reader.js";

/** The events of `<press-mark>`; all but `ready` and `error` bubble. */
export interface PressMarkEventMap {
  /** Once, when the engine is there. */
  "ready": CustomEvent<void>;
  /** After the marks are drawn, whatever the cause. */
  "annotated": CustomEvent<{ readonly annotation: Annotation }>;
  /** A correction is about to be made; `preventDefault()` keeps it out. */
  "before-edit": CustomEvent<{ readonly edit: Edit }>;
  /** Text or corrections changed by the user's hand; not sent when the page sets a property. */
  "annotation-change": CustomEvent<{ readonly annotation: Annotation; readonly delta: Delta }>;
  /** A mark was chosen with pointer or keyboard; null when none is. */
  "mark-select": CustomEvent<{ readonly id: AnyId | null }>;
  /** The engine could not be loaded. */
  "error": ErrorEvent;
}

declare module "./press-mark.js" {
  interface PressMarkElement {
    addEventListener<K extends keyof PressMarkEventMap>(type: K, listener: (this: PressMarkElement, event: PressMarkEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
    addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "press-mark": PressMarkElement;
    "press-mark-check": PressMarkCheckElement;
    "press-mark-legend": PressMarkLegendElement;
    "press-mark-names": PressMarkNamesElement;
    "press-mark-organisations": PressMarkOrganisationsElement;
    "press-mark-published": PressMarkPublishedElement;
    "press-mark-speakers": PressMarkSpeakersElement;
    "press-mark-timeline": PressMarkTimelineElement;
  }
}
