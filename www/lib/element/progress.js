/**
 * How much of a long text has been marked, while the rest is being read, and the button that ends it.
 */
import { h } from "./dom.js";
/** @import { Session } from "../session.js" */

export class Progress {
  /** @type {Session | null} */
  #session = null;
  #bar = h("progress", { max: 1, ariaLabel: "Marked so far" });
  #words = h("span");
  #button = h("button", { type: "button", className: "button", onclick: () => this.#press() });
  element = h("div", { part: "progress", className: "progress" }, this.#words, this.#bar, this.#button);

  /** Whether there is something to show. */
  get due() {
    return this.#session !== null && this.#session.progress < 1;
  }

  /** @param {Session | null} session */
  show(session) {
    this.#session = session;
    if (!session || !this.due) return;
    const share = `${Math.floor(session.progress * 100)} %`;
    this.#bar.value = session.progress;
    this.#words.textContent = session.reading ? `Marking the text: ${share}` : `The first ${share} of the text is marked.`;
    this.#button.textContent = session.reading ? "Stop" : "Mark the rest";
    this.element.classList.toggle("stopped", !session.reading);
  }

  #press() {
    if (this.#session?.reading) this.#session.stop();
    else this.#session?.resume();
  }
}
