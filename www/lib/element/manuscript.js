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

/** Characters above which a text that is being typed is read only when the hands rest. */
const LONG = 20_000;
/** Milliseconds after a keystroke: the next frame, or a rest. */
const [FRAME, REST] = [16, 250];

export class Manuscript {
  #listener;
  /** @type {Session | null} */
  #session = null;
  /** @type {string | null} what was set before the engine was there; null: nothing yet */
  #text = null;
  /** Corrections that came before the engine. @type {readonly Edit[]} */
  #waiting = [];
  #byHand = false;
  /** Typed and not yet read: every keystroke is seen before anything is made of it. @type {string | null} */
  #typed = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether the last change was typing, so that the next keystroke belongs to the same step. */
  #typing = false;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  get session() {
    this.settle();
    return this.#session;
  }

  get text() {
    return this.#typed ?? this.#session?.text ?? this.#text ?? "";
  }

  /** @returns {Annotation | null} */
  get annotation() {
    return this.session?.annotation ?? null;
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
    this.settle();
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
    this.settle();
    this.#write(text, false);
  }

  /**
   * Another article with its own corrections.
   *
   * @param {string} text
   * @param {readonly Edit[]} edits
   */
  replace(text, edits) {
    this.settle();
    this.#text = text;
    this.#waiting = edits;
    this.#typing = false;
    if (this.#session) this.#session.replace(text, edits);
    else this.#listener.drawn(nothing(text));
  }

  /** @param {string} text after a keystroke; one step to undo with those before it */
  type(text) {
    this.#typed = text;
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), text.length < LONG ? FRAME : REST);
  }

  /** Reads what was typed, which nobody need wait for who asks what is in the text. */
  settle() {
    const text = this.#typed;
    if (text === null) return;
    clearTimeout(this.#timer);
    this.#typed = null;
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
    this.settle();
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
    this.settle();
    const change = /** @type {CustomEvent<{ annotation: Annotation, delta: Delta }>} */ (event).detail;
    if (change.annotation !== this.#session?.annotation) return; // what was typed meanwhile is shown already
    this.#listener.drawn(change.annotation);
    if (this.#byHand) this.#listener.edited({ annotation: change.annotation, delta: change.delta });
  };

  /** @param {Event} event */
  #failed = (event) => this.#listener.failed(/** @type {CustomEvent<unknown>} */ (event).detail);
}
