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
 * @cssstate loading empty editing marking unsure modified
 */
import { editsOf } from "../edits.js";
import { fromJSON } from "../export/json.js";
import { textFromDataTransfer, textFromFile, textFromNode } from "../input.js";
import { joined } from "../names.js";
import { addition } from "./adder.js";
import { Editor } from "./editor.js";
import { sharedEngine } from "./engine.js";
import { HIDDEN, wanted } from "./filter.js";
import { press } from "./keys.js";
import { place } from "./lookup.js";
import { Manuscript } from "./manuscript.js";
import { firstVisible, selectedRange, selectRange } from "./places.js";
import { Reader } from "./reader.js";
import { SettingsElement } from "./settings.js";
import { Stage } from "./stage.js";
import { stepped, stretched } from "./stepping.js";
import { styles } from "./styles.js";
import { summary } from "./summary.js";
/** @import { AnnotateOptions, Annotation, AnyId, Annotator, AsyncAnnotator, Edit, NameEntry, TextInput } from "../types.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Session } from "../session.js" */
/** @import { Addition } from "./adder.js" */
/** @import { Stop } from "./reader.js" */

/** How the ids of added findings begin. */
const LETTERS = { quotation: "q", person: "m", organisation: "m", date: "d" };
const PROPERTIES = ["names", "value", "annotation", "options", "session", "published", "locale", "show", "kinds", "notes", "editable", "disabled", "name", "editing"];

export class PressMarkElement extends SettingsElement {
  static formAssociated = /** @type {const} */ (true);
  static observedAttributes = ["published", "locale", "min-confidence", "show", "kinds", "editable", "disabled"];
  /**
   * Elements on one page share one engine; a page may bring its own.
   *
   * @type {Annotator | AsyncAnnotator | null}
   */
  static annotator = null;

  #internals = this.attachInternals();
  #manuscript = new Manuscript({
    drawn: (annotation) => this.#draw(annotation),
    edited: (change) => this.#fire("annotation-change", change),
    failed: (error) => this.#stage.complain(error),
  });
  #reader = new Reader({
    describe: (rule) => this.describeRule(rule),
    say: (text) => this.#stage.say(text),
    chosen: (id) => this.select(id),
    key: (event) => press(this, event),
    correct: (edit) => this.correct(edit),
    add: (what) => this.add(what),
    editable: () => this.editable && !this.disabled,
  });
  #editor = new Editor({
    typed: (text) => this.#type(text),
    left: () => this.#manuscript.settle(),
    given: (input) => this.#give(input),
    opened: (file) => void this.open(file),
    done: () => this.#read(),
  });
  #stage = new Stage(this, this.#internals.states, this.#manuscript, this.#reader, this.#editor);
  /** @type {Engine | null} */
  #engine = null;
  /** @type {AnnotateOptions} */
  #options = {};
  /** @type {readonly NameEntry[]} */
  #names = [];
  /** @type {{ resolve: () => void, reject: (error: unknown) => void }} */
  #settleReady = { resolve() {}, reject() {} };
  /** @type {Promise<void>} */
  #ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = styles;
    root.append(...this.#stage.elements);
    root.addEventListener("copy", this.#copy);
    this.#stage.source.addEventListener("slotchange", () => this.#manuscript.untouched && this.#readContent());
    this.#stage.mark("loading", true);
    this.#stage.enter("empty");
  }

  connectedCallback() {
    this.upgrade(PROPERTIES);
    if (this.#manuscript.untouched) this.#readContent();
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
    else if (name === "editable" || name === "disabled") this.#stage.arrange();
    else this.#passOptions();
  }

  formResetCallback() {
    this.#readContent();
  }

  /** @param {string | File | FormData | null} state text and corrections, as the browser kept them over a reload */
  formStateRestoreCallback(state) {
    if (typeof state !== "string") return;
    const { text, edits } = JSON.parse(state);
    this.#replace(text, edits);
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.#editor.area.disabled = disabled;
  }

  // ------------------------------------------------------------ properties

  /** The article's text. Setting it is one step to undo. */
  get value() {
    return this.#manuscript.text;
  }

  set value(text) {
    this.#manuscript.setText(String(text));
    this.#stage.settle();
  }

  /**
   * What was found, with the corrections made. Setting one, from a file or a form, shows its text with its corrections; the
   * engine reads the text anew. One step to undo.
   *
   * @type {Annotation | null}
   */
  get annotation() {
    return this.#manuscript.annotation;
  }

  set annotation(annotation) {
    if (annotation?.names) this.names = joined(this.#names, annotation.names);
    this.#replace(annotation?.text ?? "", annotation ? editsOf(annotation) : []);
  }

  /** What goes to the engine beside what the attributes say. */
  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = options ?? {};
    this.#passOptions();
  }

  /** Names that the user knows better, in this text and in those to come. @type {readonly NameEntry[]} */
  get names() {
    return this.#names;
  }

  set names(names) {
    this.#names = names ?? [];
    this.#passOptions();
  }

  /** The text with its history. Setting it shows another one. @type {Session | null} */
  get session() {
    return this.#manuscript.session;
  }

  set session(session) {
    if (session) this.#manuscript.adopt(session);
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
    return this.#stage.mode === "editing";
  }

  set editing(editing) {
    if (Boolean(editing) === this.editing || !this.editable) return;
    if (!editing) {
      this.#read();
      return;
    }
    const caret = selectedRange(this.#reader.element)?.start ?? firstVisible(this.#reader.element);
    this.#stage.enter("editing");
    this.#editor.focus(caret);
  }

  /** @returns {AnyId | null} the mark chosen */
  get selected() {
    return this.#reader.chosen;
  }

  // ------------------------------------------------------------ methods

  /**
   * Takes what a person pasted, dropped or chose as the article: text, HTML, Word, Markdown, or a native file with its corrections.
   * What cannot be read is said above the text, which stays.
   *
   * @param {DataTransfer | File} what
   */
  async open(what) {
    const file = what instanceof File ? what : what.files[0];
    try {
      if (file?.name.endsWith(".json")) this.#openNative(await file.text());
      else this.#give(await (what instanceof File ? textFromFile(what) : textFromDataTransfer(what)));
    } catch (error) {
      this.#stage.complain(error);
    }
  }

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
    return this.#change(() => this.#manuscript.undo());
  }

  redo() {
    return this.#change(() => this.#manuscript.redo());
  }

  /**
   * Corrects something, as a reader does with the pop-over: it can be undone, and `annotation-change` is fired.
   *
   * @param {Edit} edit
   * @returns {boolean} whether it was done: `before-edit` was not prevented, and what it is about is there
   */
  correct(edit) {
    const before = new CustomEvent("before-edit", { detail: { edit }, bubbles: true, composed: true, cancelable: true });
    return this.dispatchEvent(before) && this.#change(() => this.#manuscript.correct(edit));
  }

  /**
   * Selects the next or previous word, as the arrow keys do, beginning at the mark that is chosen.
   *
   * @param {1 | -1} step
   * @param {boolean} [extend] takes it in with those that are selected
   */
  selectWords(step, extend = false) {
    const selected = selectedRange(this.#reader.element);
    const begin = this.annotation && this.selected ? place(this.annotation, this.selected)?.start : undefined;
    const from = begin ?? firstVisible(this.#reader.element);
    const words = extend && selected ? stretched(this.value, selected, step) : stepped(this.value, selected ?? { start: from, end: from }, step);
    selectRange(this.#reader.element, words);
    this.#stage.say(this.value.slice(words.start, words.end));
  }

  /** Lets go of the selected words, or else of the mark that is chosen. */
  unselect() {
    if (selectedRange(this.#reader.element)) getSelection()?.removeAllRanges();
    else this.select(null);
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
    const id = done ? this.session?.at(range.start + 1).find((id) => id.startsWith(`${LETTERS[what]}:`)) : null;
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
    return this.#engine?.describeRule?.(rule);
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    (this.#stage.mode !== "reading" && this.editable ? this.#editor.area : this.#reader.element).focus(options);
  }

  // ------------------------------------------------------------ inside

  async #start() {
    if (this.#engine) return;
    try {
      this.#engine = /** @type {typeof PressMarkElement} */ (this.constructor).annotator ?? (await sharedEngine());
    } catch (error) {
      return this.#fail(error);
    }
    this.#manuscript.start(this.#engine, this.#allOptions());
    this.#stage.mark("loading", false);
    this.#settleReady.resolve();
    this.dispatchEvent(new CustomEvent("ready"));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#stage.mark("loading", false);
    this.#ready.catch(() => {});
    this.#settleReady.reject(error);
    this.#stage.complain(error);
    this.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
  }

  #readContent() {
    const holder = document.createDocumentFragment();
    const article = [...this.childNodes].filter((node) => !(node instanceof Element && node.slot));
    holder.append(...article.map((node) => node.cloneNode(true)));
    this.#manuscript.setContent(textFromNode(holder));
    this.#stage.settle();
  }

  /**
   * @param {string} text
   * @param {readonly Edit[]} edits
   */
  #replace(text, edits) {
    this.#stage.calm();
    this.#manuscript.replace(text, edits);
    this.#stage.settle();
  }

  /** @param {string} text after a keystroke */
  #type(text) {
    this.#manuscript.type(text);
    this.#stage.enter(this.#stage.mode);
  }

  /** @param {TextInput} input a whole article at once, with the date that its source states */
  #give({ text, published }) {
    this.#manuscript.byHand(() => this.#replace(text, published ? [{ op: "set-published", value: published }] : []));
    this.#read();
  }

  /** @param {string} json */
  #openNative(json) {
    const annotation = fromJSON(json);
    this.#manuscript.byHand(() => (this.annotation = annotation));
  }

  /** From the box to the marked article. */
  #read() {
    this.#manuscript.settle();
    this.#stage.enter(this.value.trim() === "" ? "empty" : "reading");
    this.#report();
    if (this.#stage.mode === "reading") this.#reader.element.focus({ preventScroll: true });
  }

  /** Says what was found, or that it is still being looked for. */
  #report() {
    if (this.session?.reading) this.#stage.say("A long text: the marks come part by part, and it can be read meanwhile.");
    else this.#stage.say(this.annotation ? summary(this.annotation) : "");
  }

  /** @param {() => boolean} act of the user */
  #change(act) {
    this.#stage.calm();
    const done = !this.disabled && act();
    this.#stage.settle();
    return done;
  }

  /** @param {Annotation} annotation */
  #draw(annotation) {
    this.#stage.drawn();
    this.#reader.draw(annotation);
    this.#editor.text = this.#manuscript.text; // somebody may have typed on
    this.#mark(annotation);
    this.#internals.setFormValue(this.form ? JSON.stringify(annotation) : "", JSON.stringify({ text: annotation.text, edits: annotation.edits ?? [] }));
    this.#filter();
    this.#stage.arrange();
    this.#fire("annotated", { annotation });
  }

  /** @param {Annotation} annotation */
  #mark(annotation) {
    const reading = this.session?.reading ?? false;
    const finished = !reading && this.matches(":state(marking)");
    this.#stage.progress.show(this.session);
    this.#stage.mark("marking", reading);
    this.#stage.mark("unsure", annotation.unsure.length > 0);
    this.#stage.mark("modified", Boolean(this.session?.canUndo));
    if (finished && this.#stage.mode === "reading") this.#report();
  }

  #filter() {
    const shown = wanted(this);
    this.#reader.element.dataset.hide = HIDDEN.filter((layer) => !shown.has(layer)).join(" ");
  }

  /** @returns {AnnotateOptions} */
  #allOptions() {
    return { ...this.#options, ...this.settings, ...(this.#names.length > 0 && { names: this.#names }) };
  }

  #passOptions() {
    this.#stage.calm();
    this.session?.setOptions(this.#allOptions());
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
    if (this.editable && !this.disabled && this.#stage.mode === "reading") this.#reader.adder.refresh();
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

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
