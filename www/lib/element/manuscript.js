/**
 * The text of one element with its corrections: plain words until the engine is there, a session from then on.
 */
import { Session } from "../session.js";
import { nothing } from "../unread.js";
/** @import { Reader } from "../reading.js" */
/** @import { AnnotateOptions, Annotation, Delta, Edit } from "../types.js" */
/**
 * @typedef {object} Listener
 * @property {(annotation: Annotation) => void} drawn there is something else to show
 * @property {(change: { annotation: Annotation, delta: Delta }) => void} edited it was changed by the user's hand
 * @property {(error: unknown) => void} failed the engine refused the text, or a correction does not fit
 */

export class Manuscript {
  #listener;
  /** @type {Session | null} */
  #session = null;
  /** @type {string | null} what was set before the engine was there; null: nothing yet */
  #text = null;
  /** Corrections that came before the engine. @type {readonly Edit[]} */
  #waiting = [];
  #byHand = false;
  /** Whether the last change was typing, so that the next keystroke belongs to the same step. */
  #typing = false;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  get session() {
    return this.#session;
  }

  get text() {
    return this.#session?.text ?? this.#text ?? "";
  }

  /** @returns {Annotation | null} */
  get annotation() {
    return this.#session?.annotation ?? null;
  }

  /** Whether no text was given yet, so that the element's own content counts. */
  get untouched() {
    return this.#text === null;
  }

  /**
   * @param {Reader} engine
   * @param {AnnotateOptions} options
   */
  start(engine, options) {
    if (!this.#session) this.adopt(new Session(engine, this.text, options, this.#waiting));
  }

  /** @param {Session} session */
  adopt(session) {
    this.#session?.removeEventListener("change", this.#changed);
    this.#session?.removeEventListener("failure", this.#failed);
    this.#session = session;
    this.#text = session.text;
    session.addEventListener("change", this.#changed);
    session.addEventListener("failure", this.#failed);
    this.#listener.drawn(session.annotation);
  }

  /** Takes what the element holds; nothing, when it holds nothing. @param {string} text */
  setContent(text) {
    if (text !== "" || this.#session) this.setText(text);
    if (text === "") this.#text = null;
  }

  /** @param {string} text */
  setText(text) {
    this.#write(text, false);
  }

  /**
   * Another article with its own corrections.
   *
   * @param {string} text
   * @param {readonly Edit[]} edits
   */
  replace(text, edits) {
    this.#text = text;
    this.#waiting = edits;
    this.#typing = false;
    if (this.#session) this.#session.replace(text, edits);
    else this.#listener.drawn(nothing(text));
  }

  /** @param {string} text after a keystroke; one step to undo with those before it */
  type(text) {
    const join = this.#typing;
    this.byHand(() => this.#write(text, join));
    this.#typing = true;
  }

  /**
   * Does something as the user, so that it is told as such.
   *
   * @template T
   * @param {() => T} act
   */
  byHand(act) {
    this.#byHand = true;
    this.#typing = false;
    try {
      return act();
    } finally {
      this.#byHand = false;
    }
  }

  /** @param {Edit} edit */
  correct(edit) {
    return this.byHand(() => {
      try {
        return this.#session?.edit(edit) !== undefined;
      } catch (error) {
        this.#listener.failed(error);
        return false;
      }
    });
  }

  undo() {
    return this.byHand(() => Boolean(this.#session?.undo()));
  }

  redo() {
    return this.byHand(() => Boolean(this.#session?.redo()));
  }

  /**
   * @param {string} text
   * @param {boolean} join
   */
  #write(text, join) {
    this.#text = text;
    this.#typing = false;
    if (!this.#session) this.#listener.drawn(nothing(text));
    else if (text !== this.#session.text) this.#session.setText(text, { join });
  }

  /** @param {Event} event */
  #changed = (event) => {
    const change = /** @type {CustomEvent<{ annotation: Annotation, delta: Delta }>} */ (event).detail;
    this.#listener.drawn(change.annotation);
    if (this.#byHand) this.#listener.edited({ annotation: change.annotation, delta: change.delta });
  };

  /** @param {Event} event */
  #failed = (event) => this.#listener.failed(/** @type {CustomEvent<unknown>} */ (event).detail);
}
