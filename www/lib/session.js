/**
 * A text while somebody works on it: what is typed, what is corrected, and the way back.
 */
import { difference } from "./delta.js";
import { applyEdits, EditError, publishedBy, remembered } from "./edits.js";
import { namesIn } from "./names.js";
import { Reading } from "./reading.js";
import { shared } from "./shared.js";
import { nothing } from "./unread.js";
/** @import { Reader } from "./reading.js" */
/** @import { AnnotateOptions, Annotation, AnyId, Delta, Edit, TextChange } from "./types.js" */
/** @typedef {{ text: string, edits: readonly Edit[] }} State what the writer can take back */
/** @typedef {"text" | "edit" | "undo" | "redo" | "options" | "part"} Cause "part": more of the same text has been read */

/** How many steps can be taken back. */
const STEPS = 100;

/**
 * Keeps one text annotated.
 *
 * With an engine that answers at once, so does every method here. With one in a worker, `annotation` stays as it was until
 * the answer is there; only the newest answer counts. With one that reads a long text in parts, `annotation` is what has been
 * found so far, and can be corrected meanwhile.
 *
 * @example
 * ```js
 * import { load } from "pressmark";
 *
 * const session = (await load()).session("It closed on Friday.", { published: "2024-05-14" });
 * session.addEventListener("change", ({ detail: { cause, annotation } }) => console.log(cause, annotation.quotes.length));
 * session.change({ start: 0, end: 2, insert: "“No,” said Ada Quill. It" });
 * session.undo();
 * console.log(session.text);
 * ```
 *
 * ```text
 * text 1
 * undo 0
 * It closed on Friday.
 * ```
 *
 * @fires change   after each change: `{ annotation, delta, cause }`
 * @fires failure  when the engine refused the text or an option; the text is kept, without marks
 */
export class Session extends EventTarget {
  #reader;
  #options;
  /** @type {State} */
  #state;
  /** Of the text as it is now; null: the engine refused it. @type {Reading | null} */
  #reading = null;
  /** @type {readonly EditError[]} */
  #failed = [];
  #annotation = nothing("");
  #revision = 0;
  /** @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];

  /**
   * @param {Reader} reader
   * @param {string} [text]
   * @param {AnnotateOptions} [options]
   * @param {readonly Edit[]} [corrections] from an earlier session; left out: those of the options
   */
  constructor(reader, text = "", { edits = [], ...options } = {}, corrections = edits) {
    super();
    this.#reader = reader;
    this.#options = options;
    this.#state = { text, edits: corrections };
    this.#read("text");
  }

  /** Frozen all the way down; a new object after each change, with the parts that say the same, offsets and all, shared. */
  get annotation() {
    return this.#annotation;
  }

  get revision() {
    return this.#revision;
  }

  get text() {
    return this.#state.text;
  }

  /** @returns {AnnotateOptions} those given, without the corrections */
  get options() {
    return this.#options;
  }

  /** Corrections so far, ready to store; each carries the words it refers to. */
  get edits() {
    return this.#state.edits;
  }

  /** How much of the text has been read, 0 to 1. */
  get progress() {
    return this.#reading?.progress ?? 1;
  }

  /** Whether more of the text is being read. */
  get reading() {
    return this.#reading?.running ?? false;
  }

  /** Corrections that could not be put back on this text. They are kept, and tried again after each change. */
  get failed() {
    return this.#failed;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * Replaces the whole text.
   *
   * @param {string} text
   * @param {{ readonly join?: boolean }} [options] `join`: undone together with the change before, as keystrokes are
   */
  setText(text, { join = false } = {}) {
    return this.#step({ ...this.#state, text }, "text", join);
  }

  /**
   * Replaces stretches of the text, each counted in the text as it is before.
   *
   * @param {TextChange | readonly TextChange[]} change
   * @throws {RangeError} when one lies outside the text, or two overlap; nothing is changed then
   */
  change(change) {
    const changes = [change].flat().sort((a, b) => b.start - a.start);
    changes.forEach(({ start, end }, index) => {
      const limit = changes[index - 1]?.start ?? this.text.length;
      const fits = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= limit;
      if (!fits) throw new RangeError(`${start} to ${end} is no stretch of the text, which has ${this.text.length} characters, or overlaps with another change`);
    });
    const text = changes.reduce((text, { start, end, insert }) => text.slice(0, start) + insert + text.slice(end), this.text);
    return this.setText(text);
  }

  /**
   * What the page asks for is no step of the writer's, so it is not undone.
   *
   * @param {AnnotateOptions} options all of them; those left out fall back to what they are by default, but for the corrections, which are kept
   */
  setOptions({ edits = this.edits, ...options }) {
    this.#options = options;
    this.#state = { ...this.#state, edits };
    return this.#read("options");
  }

  /**
   * Corrects something. One step to undo.
   *
   * @param {Edit} edit
   * @throws {EditError} when what it is about is not there
   */
  edit(edit) {
    const [problem] = applyEdits(this.#annotation, [edit]).failed;
    if (problem) throw problem;
    const edits = [...this.edits, remembered(this.#annotation, edit)];
    return this.#step({ ...this.#state, edits }, "edit");
  }

  /**
   * Another article with its own corrections. One step to undo.
   *
   * @param {string} text
   * @param {readonly Edit[]} edits
   */
  replace(text, edits) {
    return this.#step({ text, edits }, "text");
  }

  /** @returns {Delta | null} null when there is nothing to take back */
  undo() {
    return this.#travel(this.#past, this.#future, "undo");
  }

  /** @returns {Delta | null} null when nothing was taken back */
  redo() {
    return this.#travel(this.#future, this.#past, "redo");
  }

  /**
   * Marks touching a position, innermost first.
   *
   * @param {number} offset UTF-16
   * @returns {AnyId[]}
   */
  at(offset) {
    const { quotes, mentions, dates } = this.#annotation;
    const spans = [...quotes.flatMap(({ id, content }) => content.map((span) => ({ ...span, id }))), ...mentions, ...dates];
    const touched = spans.filter(({ start, end }) => start <= offset && offset <= end);
    return touched.sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id);
  }

  /** Reads no further: what has been found so far stays, and can be corrected. Not a step to undo. */
  stop() {
    this.#reading?.stop();
    this.#settle("part");
  }

  /** After `stop`: reads the text after all. */
  resume() {
    this.#reading = null;
    this.#read("part");
  }

  dispose() {
    this.#reading?.stop();
    this.#past = [];
    this.#future = [];
  }

  [Symbol.dispose]() {
    this.dispose();
  }

  /**
   * @param {State} state
   * @param {Cause} cause
   * @param {boolean} [join]
   */
  #step(state, cause, join = false) {
    if (!join) this.#past = [...this.#past, this.#state].slice(-STEPS);
    this.#future = [];
    this.#state = state;
    return this.#read(cause);
  }

  /**
   * @param {State[]} from
   * @param {State[]} to
   * @param {Cause} cause
   */
  #travel(from, to, cause) {
    const state = from.pop();
    if (!state) return null;
    to.push(this.#state);
    this.#state = state;
    return this.#read(cause);
  }

  /** @param {Cause} cause */
  #read(cause) {
    const { text, edits } = this.#state;
    const published = publishedBy(edits);
    const options = { ...this.#options, ...(published !== undefined && { published }) };
    if (this.#reading?.text !== text || !same(this.#reading.options, options)) this.#begin(text, options, cause);
    if (this.#reading && !this.#reading.answer) return difference(this.#annotation, this.#annotation, this.#revision);
    return this.#settle(cause);
  }

  /**
   * @param {string} text
   * @param {AnnotateOptions} options
   * @param {Cause} cause of an answer that comes later
   */
  #begin(text, options, cause) {
    const before = this.#reading?.answer ?? null;
    this.#reading?.stop();
    this.#reading = null;
    const failed = (/** @type {unknown} */ error) => {
      this.#reading = null;
      this.#fail(error);
      this.#settle(cause);
    };
    try {
      const reading = new Reading(this.#reader, text, options, before, { heard: () => this.#settle(later), failed });
      const later = reading.answer ? "part" : cause;
      this.#reading = reading;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    queueMicrotask(() => this.dispatchEvent(new CustomEvent("failure", { detail: error })));
  }

  /** What is known of the text with the corrections on top; where the engine refused, the text alone. @param {Cause} cause */
  #settle(cause) {
    this.#revision += 1;
    const answer = this.#reading?.answer ?? nothing(this.text);
    const { annotation: corrected, failed } = applyEdits(this.#withNames(answer), this.edits);
    const annotation = shared(this.#annotation, corrected);
    this.#failed = this.progress < 1 ? [] : failed;
    const delta = difference(this.#annotation, annotation, this.#revision);
    this.#annotation = annotation;
    this.dispatchEvent(new CustomEvent("change", { detail: { annotation, delta, cause } }));
    return delta;
  }

  /** @param {Annotation} answer */
  #withNames(answer) {
    const names = namesIn(answer.text, this.#options.names ?? []);
    return names.length > 0 ? Object.freeze({ ...answer, names }) : answer;
  }
}

/**
 * @param {AnnotateOptions} a
 * @param {AnnotateOptions} b
 */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
