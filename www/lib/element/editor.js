/**
 * The box for typing and pasting.
 */
import { textFromClipboard } from "../input.js";
import { h } from "./dom.js";
/** @import { TextInput } from "../types.js" */

/**
 * What the box tells the element around it.
 *
 * @typedef {object} Listener
 * @property {(text: string) => void} typed after each keystroke
 * @property {() => void} left the box was left, and its text counts from now on
 * @property {(input: TextInput) => void} given a whole article came at once: pasted over everything
 * @property {(what: File | DataTransfer) => void} opened a file was chosen, or something dropped
 * @property {() => void} done the writer wants to read
 */

/** The files that can be opened. */
const FILES = ".txt,.text,.md,.markdown,.html,.htm,.docx,.json,text/plain,text/html,text/markdown";

export class Editor {
  #listener;

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
    this.area = h("textarea", {
      part: "input", ariaLabel: "Article text", spellcheck: false, autocomplete: "off",
      placeholder: "Paste or type here, or drop a .txt, .html, .md or .docx file…",
      oninput: () => this.#typed(), onchange: () => this.#listener.left(), onpaste: this.#paste, onkeydown: this.#key,
    });
    this.file = h("input", { type: "file", accept: FILES, className: "heard", tabIndex: -1, ariaHidden: "true", onchange: () => this.#chosen() });
    this.finish = h("button", { type: "button", className: "button main", title: "Ctrl+Enter", onclick: () => this.#listener.done() }, "Show the marks");
    /** What the page offers to somebody without a text. */
    this.offers = h("slot", { name: "empty" });
    this.element = h("div", { part: "editor", className: "box", ondragover: this.#over, ondragleave: this.#leave, ondrop: this.#drop },
      this.area,
      h("div", { className: "foot" },
        this.finish,
        this.offers,
        h("button", { type: "button", className: "button", onclick: () => this.file.click() }, "Open a file"),
        this.file,
        h("span", { className: "hint" }, "Marked as you paste. ", h("kbd", {}, "Ctrl"), " ", h("kbd", {}, "Enter"), " shows the marks.")));
    this.#refresh();
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    if (this.area.value !== text) this.area.value = text;
    this.#refresh();
  }

  /** @param {number} caret */
  focus(caret) {
    this.area.setSelectionRange(caret, caret);
    this.area.focus();
  }

  get caret() {
    return this.area.selectionStart;
  }

  #refresh(text = this.text) {
    this.offers.hidden = /\S/.test(text);
    this.finish.hidden = !this.offers.hidden;
    this.area.classList.toggle("long", text.length > 600);
  }

  #typed() {
    const { text } = this;
    this.#refresh(text);
    this.#listener.typed(text);
  }

  /** @param {Event} event */
  #paste = (event) => {
    const data = /** @type {ClipboardEvent} */ (event).clipboardData;
    if (!data) return;
    event.preventDefault();
    if (data.files.length > 0 && !data.types.includes("text/plain")) return this.#listener.opened(data);
    const input = textFromClipboard(data);
    const { selectionStart, selectionEnd, value } = this.area;
    const whole = value.slice(0, selectionStart).trim() === "" && value.slice(selectionEnd).trim() === "";
    if (whole && input.text.trim() !== "") return this.#listener.given(input);
    this.area.setRangeText(input.text, selectionStart, selectionEnd, "end");
    this.#typed();
  };

  /** @param {Event} event */
  #key = (event) => {
    const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const leave = (key === "Enter" && (ctrlKey || metaKey)) || key === "Escape";
    if (!leave || this.text.trim() === "") return;
    event.preventDefault();
    event.stopPropagation();
    this.#listener.done();
  };

  /** @param {Event} event */
  #over = (event) => {
    event.preventDefault();
    this.element.classList.add("over");
  };

  #leave = () => this.element.classList.remove("over");

  /** @param {Event} event */
  #drop = (event) => {
    const data = /** @type {DragEvent} */ (event).dataTransfer;
    this.#leave();
    if (!data) return;
    event.preventDefault();
    event.stopPropagation();
    this.#listener.opened(data);
  };

  #chosen() {
    const file = this.file.files?.[0];
    if (file) this.#listener.opened(file);
    this.file.value = "";
  }
}
