/**
 * `<press-mark>`: marks up the article inside it.
 *
 * The article is the element's own content, so it is read by search engines, and is simply an article where scripts are off.
 * This module defines the class; `define.js` registers it.
 *
 * @slot (default) the article, as text or HTML; shown until the engine is there
 * @slot empty what to offer beside the box
 * @slot details more lines for the pop-over of a mark
 * @attr published        the day it was published, `YYYY-MM-DD`; left out: looked for in the text
 * @attr locale           order of 5/4/2024: `en-GB`, `en-US`
 * @attr show             what to mark, of `quotes people organisations dates unsure`; left out: all
 * @attr kinds            which quotations, of `direct indirect mixed`; left out: all
 * @attr min-confidence   leaves out marks below it, 0 to 1
 * @attr notes            who said it: `margin` (where there is room), `inline`, `none`
 * @attr editable         the text may be typed, pasted and changed
 * @attr disabled
 * @attr name             in a form: the name under which the annotation is sent, as JSON
 * @fires ready              once, when the engine is there
 * @fires annotated          after the marks are drawn, whatever the cause; bubbles
 * @fires before-edit        a correction is about to be made; `preventDefault()` keeps it out; bubbles
 * @fires annotation-change  the text or the corrections changed by the user's hand; bubbles
 * @fires mark-select        a mark was chosen, or none; bubbles
 * @fires error              the engine could not be loaded
 * @cssstate loading empty editing unsure modified
 */
import { editsOf } from "../edits.js";
import { fromJSON } from "../export/json.js";
import { textFromNode } from "../input.js";
import { nothing, Session } from "../session.js";
import { addition } from "./adder.js";
import { h } from "./dom.js";
import { Editor } from "./editor.js";
import { sharedEngine } from "./engine.js";
import { HIDDEN, toggled, wanted } from "./filter.js";
import { press } from "./keys.js";
import { firstVisible, selectedRange } from "./places.js";
import { Reader } from "./reader.js";
import { ReflectedElement } from "./reflected.js";
import { styles } from "./styles.js";
import { summary } from "./summary.js";
/** @import { AnnotateOptions, Annotation, AnyId, Annotator, AsyncAnnotator, Delta, Edit, TextInput } from "../types.js" */
/** @import { Addition } from "./adder.js" */
/** @import { Layer } from "./filter.js" */
/** @import { Stop } from "./reader.js" */

/** How the ids of added findings begin. */
const LETTERS = { quotation: "q", person: "m", organisation: "m", date: "d" };
const PROPERTIES = ["value", "annotation", "options", "session", "published", "locale", "show", "kinds", "notes", "editable", "disabled", "name", "editing"];

export class PressMarkElement extends ReflectedElement {
  static formAssociated = /** @type {const} */ (true);
  static observedAttributes = ["published", "locale", "min-confidence", "show", "kinds", "editable", "disabled"];
  /**
   * Elements on one page share one engine; a page may bring its own.
   *
   * @type {Annotator | AsyncAnnotator | null}
   */
  static annotator = null;

  #internals = this.attachInternals();
  #source = h("slot");
  #status = h("div", { className: "heard", role: "status" });
  #message = h("p", { className: "message", hidden: true, role: "alert" });
  #reader = new Reader({
    describe: (rule) => this.describeRule(rule),
    say: (text) => this.#say(text),
    chosen: (id) => this.select(id),
    key: (event) => press(this, event),
    correct: (edit) => this.correct(edit),
    add: (what) => this.add(what),
    editable: () => this.editable && !this.disabled,
  });
  #editor = new Editor({
    typed: (text) => this.#type(text),
    given: (input) => this.#give(input),
    opened: (json) => this.#open(json),
    done: () => this.#read(),
    failed: (error) => this.#complain(error),
  });
  /** @type {Annotator | AsyncAnnotator | null} */
  #engine = null;
  /** @type {Session | null} */
  #session = null;
  /** @type {string | null} what was set before the engine was there; null: nothing yet, so the content counts */
  #text = null;
  /** Corrections that came before the engine. @type {readonly Edit[]} */
  #waiting = [];
  /** @type {AnnotateOptions} */
  #options = {};
  #byHand = false;
  /** Whether the last change was typing, so that the next keystroke belongs to the same step. */
  #typing = false;
  /** @type {"empty" | "reading" | "editing"} */
  #mode = "empty";
  /** @type {{ resolve: () => void, reject: (error: unknown) => void }} */
  #settleReady = { resolve() {}, reject() {} };
  /** @type {Promise<void>} */
  #ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = styles;
    const frame = h("div", { className: "frame" }, this.#message, this.#source, this.#reader.element, this.#editor.element);
    root.append(frame, this.#reader.details.element, this.#reader.adder.element, this.#status);
    root.addEventListener("copy", this.#copy);
    this.#source.addEventListener("slotchange", () => this.#text === null && this.#readContent());
    this.#toggle("loading", true);
    this.#enter("empty");
  }

  connectedCallback() {
    for (const property of PROPERTIES) this.#upgrade(property);
    if (this.#text === null) this.#readContent();
    document.addEventListener("selectionchange", this.#selecting);
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.#selecting);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "show" || name === "kinds") this.#filter();
    else if (name === "editable" || name === "disabled") this.#layout();
    else this.#session?.setOptions(this.#allOptions());
  }

  formResetCallback() {
    this.#text = null;
    this.#readContent();
  }

  /** @param {string | File | FormData | null} state text and corrections, as the browser kept them over a reload */
  formStateRestoreCallback(state) {
    if (typeof state !== "string") return;
    const { text, edits } = JSON.parse(state);
    this.#restore(text, edits);
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.#editor.area.disabled = disabled;
  }

  // ------------------------------------------------------------ properties

  /** The article's text. Setting it is one step to undo. */
  get value() {
    return this.#session?.text ?? this.#text ?? "";
  }

  set value(text) {
    this.#setText(String(text));
  }

  /**
   * What was found, with the corrections made. Setting one, from a file or a form, shows its text with its corrections; the
   * engine reads the text anew. One step to undo.
   *
   * @type {Annotation | null}
   */
  get annotation() {
    return this.#session?.annotation ?? null;
  }

  set annotation(annotation) {
    this.#restore(annotation?.text ?? "", annotation ? editsOf(annotation) : []);
  }

  /** What goes to the engine beside what the attributes say. */
  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = options ?? {};
    this.#session?.setOptions(this.#allOptions());
  }

  /** The text with its history. Setting it shows another one. */
  get session() {
    return this.#session;
  }

  set session(session) {
    if (session) this.#adopt(session);
  }

  get form() {
    return this.#internals.form;
  }

  /** Settles when the engine is there and the text is marked. */
  get ready() {
    return this.#ready;
  }

  /** Whether the box for typing is shown instead of the marked article. */
  get editing() {
    return this.#mode === "editing";
  }

  set editing(editing) {
    if (Boolean(editing) === this.editing || !this.editable) return;
    if (!editing) {
      this.#read();
      return;
    }
    const caret = selectedRange(this.#reader.element)?.start ?? firstVisible(this.#reader.element);
    this.#enter("editing");
    this.#editor.focus(caret);
  }

  /** @returns {AnyId | null} the mark chosen */
  get selected() {
    return this.#reader.chosen;
  }

  // ------------------------------------------------------------ methods

  /**
   * Chooses a mark, or everything that belongs to an entity.
   *
   * @param {AnyId | null} id
   * @param {{ readonly scroll?: boolean, readonly focus?: boolean }} [options]
   */
  select(id, options) {
    const changed = id !== this.#reader.chosen;
    this.#reader.select(id, options);
    if (changed) this.#fire("mark-select", { id });
  }

  /**
   * Opens the pop-over for what is chosen.
   *
   * @param {string} [field] the name of the field in which to begin
   */
  explain(field) {
    this.#reader.explain(field);
  }

  /** @param {Stop} [kind] */
  next(kind = "quote") {
    return this.#walk(kind, 1);
  }

  /** @param {Stop} [kind] */
  previous(kind = "quote") {
    return this.#walk(kind, -1);
  }

  undo() {
    return this.#doByHand((session) => session.undo() !== null);
  }

  redo() {
    return this.#doByHand((session) => session.redo() !== null);
  }

  /**
   * Corrects something, as a reader does with the pop-over: it can be undone, and `annotation-change` is fired.
   *
   * @param {Edit} edit
   * @returns {boolean} whether it was done: `before-edit` was not prevented, and what it is about is there
   */
  correct(edit) {
    const before = new CustomEvent("before-edit", { detail: { edit }, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(before)) return false;
    return this.#doByHand((session) => {
      try {
        session.edit(edit);
        return true;
      } catch (error) {
        this.#complain(error);
        return false;
      }
    });
  }

  /**
   * Makes a quotation, a name or a date of the selected words, and chooses it.
   *
   * @param {Addition} what
   */
  add(what) {
    const range = selectedRange(this.#reader.element);
    if (!range || !this.annotation || !this.editable) return false;
    const edit = addition(this.annotation, what, range, (text, options) => this.#valueOf(text, options));
    getSelection()?.removeAllRanges();
    const done = this.correct(edit);
    const id = done ? this.#session?.at(range.start + 1).find((id) => id.startsWith(`${LETTERS[what]}:`)) : null;
    if (id) this.select(id);
    if (id && what !== "person" && what !== "organisation") this.explain();
    return done;
  }

  /**
   * What a rule is called and what it looks for, in a sentence.
   *
   * @param {string} rule
   */
  describeRule(rule) {
    return this.#engine && "describeRule" in this.#engine ? this.#engine.describeRule(rule) : undefined;
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

  /** @param {FocusOptions} [options] */
  focus(options) {
    (this.#mode !== "reading" && this.editable ? this.#editor.area : this.#reader.element).focus(options);
  }

  // ------------------------------------------------------------ inside

  /** @param {string} property */
  #upgrade(property) {
    if (!Object.hasOwn(this, property)) return;
    const value = Reflect.get(this, property);
    Reflect.deleteProperty(this, property);
    Reflect.set(this, property, value);
  }

  async #start() {
    if (this.#engine) return;
    try {
      this.#engine = /** @type {typeof PressMarkElement} */ (this.constructor).annotator ?? (await sharedEngine());
    } catch (error) {
      return this.#fail(error);
    }
    if (!this.#session) this.#adopt(new Session(this.#engine, this.#text ?? "", this.#allOptions(), this.#waiting));
    this.#toggle("loading", false);
    this.#settleReady.resolve();
    this.dispatchEvent(new CustomEvent("ready"));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#toggle("loading", false);
    this.#ready.catch(() => {});
    this.#settleReady.reject(error);
    this.#complain(error);
    this.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
  }

  /** @param {Session} session */
  #adopt(session) {
    this.#session?.removeEventListener("change", this.#changed);
    this.#session?.removeEventListener("failure", this.#failed);
    this.#session = session;
    this.#text = session.text;
    session.addEventListener("change", this.#changed);
    session.addEventListener("failure", this.#failed);
    this.#draw(session.annotation);
  }

  #readContent() {
    const text = [...this.childNodes].filter((node) => !(node instanceof Element && node.slot));
    const holder = document.createDocumentFragment();
    holder.append(...text.map((node) => node.cloneNode(true)));
    const read = textFromNode(holder);
    if (read !== "" || this.#session) this.#setText(read);
    if (read === "") this.#text = null;
  }

  /**
   * @param {string} text
   * @param {boolean} [join] whether it belongs to the same step as the change before
   */
  #setText(text, join = false) {
    this.#text = text;
    if (!this.#session) this.#draw(nothing(text));
    else if (text !== this.#session.text) this.#session.setText(text, { join });
    this.#typing = false;
    this.#settle();
  }

  /**
   * @param {string} text
   * @param {readonly Edit[]} edits
   */
  #restore(text, edits) {
    this.#text = text;
    this.#waiting = edits;
    if (this.#session) this.#session.replace(text, edits);
    else this.#draw(nothing(text));
    this.#typing = false;
    this.#settle();
  }

  /** @param {string} text after a keystroke */
  #type(text) {
    const mode = this.#mode;
    this.#byHand = true;
    this.#setText(text, this.#typing);
    this.#byHand = false;
    this.#typing = true;
    this.#enter(mode);
  }

  /** @param {TextInput} input a whole article at once, with the date that its source states */
  #give({ text, published }) {
    this.#message.hidden = true;
    this.#byHand = true;
    this.#restore(text, published ? [{ op: "set-published", value: published }] : []);
    this.#byHand = false;
    this.#read();
  }

  /** @param {string} json a native file */
  #open(json) {
    try {
      this.#byHand = true;
      this.annotation = fromJSON(json);
    } catch (error) {
      this.#complain(error);
    }
    this.#byHand = false;
  }

  /** From the box to the marked article. */
  #read() {
    this.#enter(this.value.trim() === "" ? "empty" : "reading");
    this.#say(this.annotation ? summary(this.annotation) : "");
    if (this.#mode === "reading") this.#reader.element.focus({ preventScroll: true });
  }

  /** @param {(session: Session) => boolean} act */
  #doByHand(act) {
    if (!this.#session || this.disabled) return false;
    this.#byHand = true;
    const done = act(this.#session);
    this.#byHand = false;
    this.#typing = false;
    this.#settle();
    return done;
  }

  /** @param {Event} event */
  #changed = (event) => {
    const { annotation, delta } = /** @type {CustomEvent<{ annotation: Annotation, delta: Delta }>} */ (event).detail;
    this.#message.hidden = true;
    this.#draw(annotation);
    if (this.#byHand) this.#fire("annotation-change", { annotation, delta });
  };

  /** @param {Event} event */
  #failed = (event) => this.#complain(/** @type {CustomEvent<unknown>} */ (event).detail);

  /** @param {Annotation} annotation */
  #draw(annotation) {
    this.#reader.draw(annotation);
    this.#editor.text = annotation.text;
    this.#toggle("unsure", annotation.unsure.length > 0);
    this.#toggle("modified", Boolean(this.#session?.canUndo));
    this.#internals.setFormValue(this.form ? JSON.stringify(annotation) : "", JSON.stringify({ text: annotation.text, edits: annotation.edits ?? [] }));
    this.#filter();
    this.#layout();
    this.#fire("annotated", { annotation });
  }

  /** After the text changed from outside or by a step back: an empty one offers the box, any other is read. */
  #settle() {
    if (this.value.trim() === "") this.#enter("empty");
    else if (this.#mode === "empty") this.#enter("reading");
    else this.#layout();
  }

  /** @param {"empty" | "reading" | "editing"} mode */
  #enter(mode) {
    this.#mode = mode;
    this.#toggle("empty", mode === "empty");
    this.#toggle("editing", mode === "editing");
    this.#layout();
  }

  /** Which of content, article and box is seen. */
  #layout() {
    const boxed = this.editable && this.#mode !== "reading";
    this.#source.hidden = this.#text !== null || boxed;
    this.#reader.element.hidden = boxed || this.#mode === "empty";
    this.#editor.element.hidden = !boxed;
    this.#editor.area.disabled = this.disabled;
  }

  #filter() {
    const shown = wanted(this);
    this.#reader.element.dataset.hide = HIDDEN.filter((layer) => !shown.has(layer)).join(" ");
  }

  /** @returns {AnnotateOptions} */
  #allOptions() {
    const least = this.getAttribute("min-confidence");
    return {
      ...this.#options,
      ...(this.published !== null && { published: this.published }),
      ...(this.locale && { locale: this.locale }),
      ...(least !== null && { minConfidence: Number(least) }),
    };
  }

  /**
   * @param {Stop} kind
   * @param {1 | -1} step
   */
  #walk(kind, step) {
    const id = this.#reader.walk(kind, step);
    if (id) this.select(id, { scroll: true });
    return id;
  }

  /** Copies the words alone, with the article's own line ends. @param {Event} event */
  #copy = (event) => {
    const range = selectedRange(this.#reader.element);
    const { clipboardData } = /** @type {ClipboardEvent} */ (event);
    if (!range || !clipboardData) return;
    clipboardData.setData("text/plain", this.value.slice(range.start, range.end));
    event.preventDefault();
  };

  #selecting = () => {
    if (this.editable && !this.disabled && this.#mode === "reading") this.#reader.adder.refresh();
  };

  /**
   * @param {string} text
   * @param {AnnotateOptions} options
   * @returns {string | undefined} what the words mean as a date, where the engine can say so at once
   */
  #valueOf(text, options) {
    const answer = this.#engine?.annotate(text, options);
    return answer && "dates" in answer ? answer.dates[0]?.value : undefined;
  }

  /** @param {unknown} error */
  #complain(error) {
    this.#message.textContent = error instanceof Error ? error.message : String(error);
    this.#message.hidden = false;
  }

  /** @param {string} text */
  #say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /**
   * @param {string} state
   * @param {boolean} on
   */
  #toggle(state, on) {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}
