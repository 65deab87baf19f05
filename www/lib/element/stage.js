/**
 * What is seen of an element: its own content until there is a text, the marked article, or the box for typing.
 */
import { h } from "./dom.js";
import { Progress } from "./progress.js";
/** @import { Editor } from "./editor.js" */
/** @import { Manuscript } from "./manuscript.js" */
/** @import { Reader } from "./reader.js" */
/** @typedef {"empty" | "reading" | "editing"} Mode */

export class Stage {
  #host;
  #states;
  #manuscript;
  #reader;
  #editor;
  #message = h("p", { className: "message", hidden: true, role: "alert" });
  /** The text there was when it was complained. */
  #blamed = "";
  #status = h("div", { className: "heard", role: "status" });
  progress = new Progress();
  /** The element's own content. */
  source = h("slot");
  /** @type {Mode} */
  mode = "empty";

  /**
   * @param {{ readonly editable: boolean, readonly disabled: boolean }} host
   * @param {CustomStateSet} states
   * @param {Manuscript} manuscript
   * @param {Reader} reader
   * @param {Editor} editor
   */
  constructor(host, states, manuscript, reader, editor) {
    this.#host = host;
    this.#states = states;
    this.#manuscript = manuscript;
    this.#reader = reader;
    this.#editor = editor;
    const frame = h("div", { className: "frame" }, this.#message, this.source, reader.element, this.progress.element, editor.element);
    this.elements = [frame, reader.details.element, reader.adder.element, this.#status];
  }

  /** @param {Mode} mode */
  enter(mode) {
    this.mode = mode;
    this.mark("empty", mode === "empty");
    this.mark("editing", mode === "editing");
    this.arrange();
  }

  /** After the text changed from outside or by a step back: an empty one offers the box, any other is read. */
  settle() {
    if (this.#manuscript.text.trim() === "") this.enter("empty");
    else if (this.mode === "empty") this.enter("reading");
    else this.arrange();
  }

  arrange() {
    const { editable, disabled } = this.#host;
    const boxed = editable && this.mode !== "reading";
    this.source.hidden = !this.#manuscript.untouched || boxed;
    this.#reader.show(!boxed && this.mode !== "empty");
    this.progress.element.hidden = this.#reader.element.hidden || !this.progress.due;
    this.#editor.element.hidden = !boxed;
    this.#editor.area.disabled = disabled;
  }

  /**
   * @param {string} state for `:state()`
   * @param {boolean} on
   */
  mark(state, on) {
    if (on) this.#states.add(state);
    else this.#states.delete(state);
  }

  /** @param {unknown} error */
  complain(error) {
    this.#blamed = this.#manuscript.text;
    this.#message.textContent = error instanceof Error ? error.message : String(error);
    this.#message.hidden = false;
  }

  /** What was complained about is over. */
  calm() {
    this.#message.hidden = true;
  }

  /** Another text is shown, so that nothing need be said of the last one; the same may be drawn late, or part by part. */
  drawn() {
    if (!this.#message.hidden && this.#manuscript.text !== this.#blamed) this.calm();
  }

  /** Says something to those who do not see it. @param {string} text */
  say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}
