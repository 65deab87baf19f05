/**
 * `<press-mark-names>`: the reader's own list of names, to be found in every text or to be left alone.
 *
 * @fires names-change  the list was changed by the user's hand; bubbles
 * @slot (default) what a page offers beside it
 */
import { fromWords, inWords, joined, nameEntry, namesFromCSV, namesToCSV } from "../names.js";
import { h } from "./dom.js";
import { heading, PressMarkPanelElement, quiet } from "./panel.js";
import { count } from "./words.js";
/** @import { Annotation, NameEntry } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

/** What a name may be. */
const KINDS = { person: "a person", organisation: "an organisation", ignore: "to be left alone" };
/** Between other ways of writing a name; the first is written, all are read. */
const SEPARATORS = ",;";

export class PressMarkNamesElement extends PressMarkPanelElement {
  /** The entry that is being written: its place in the list, or one after the last; null: none. @type {number | null} */
  #writing = null;
  #problem = "";
  #file = h("input", { type: "file", accept: ".csv,.txt,text/csv", hidden: true, ariaLabel: "List of names", onchange: () => this.#open() });

  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} _annotation
   * @protected
   * @override
   */
  render(root, control, _annotation) {
    const { names } = control;
    root.replaceChildren(
      heading("Your names", names.length > 0 ? String(names.length) : ""),
      names.length > 0
        ? h("ul", { className: "names" }, ...names.map((entry, place) => (place === this.#writing ? h("li", {}, this.#form(control, entry)) : this.#row(control, entry, place))))
        : h("p", { className: "none" }, "Names that you know better than this page: to be found in every text, or left alone."),
      this.#writing === names.length ? this.#form(control) : "",
      h("p", { className: "problem", role: "alert" }, this.#problem),
      h("div", { className: "acts" },
        this.#writing === null && quiet("Add a name", () => this.#write(names.length)),
        quiet("Open a list", () => this.#file.click()),
        names.length > 0 && quiet("Save the list", () => save(names))),
      this.#file,
      h("slot"));
    return names.length;
  }

  /**
   * @param {PressMarkElement} control
   * @param {NameEntry} entry
   * @param {number} place
   */
  #row(control, entry, place) {
    const { name, aliases = [], role, ignore } = entry;
    const more = [aliases.length > 0 && `also ${aliases.join(", ")}`, role].filter(Boolean).join("; ");
    return h("li", {},
      h("span", {}, h("b", { className: ignore ? "ignored" : "" }, ignore ? name : h("span", { className: entry.type }, name)), h("small", {}, ignore ? "left alone" : more)),
      h("span", { className: "acts" },
        h("button", { type: "button", className: "button quiet", ariaLabel: `Change ${name}`, onclick: () => this.#write(place) }, "Change"),
        h("button", { type: "button", className: "button quiet", ariaLabel: `Take ${name} out`, onclick: () => this.#set(control, control.names.toSpliced(place, 1)) }, "Take out")));
  }

  /**
   * @param {PressMarkElement} control
   * @param {NameEntry} [entry]
   */
  #form(control, entry) {
    const name = h("input", { value: entry?.name ?? "", required: true, pattern: ".*\\p{L}.*", maxLength: 100, title: "A name has a letter in it", ariaLabel: "Name", placeholder: "Name", autocomplete: "off" });
    const kind = h("select", { ariaLabel: "Is" }, ...Object.entries(KINDS).map(([value, text]) => h("option", { value }, text)));
    kind.value = entry?.ignore ? "ignore" : (entry?.type ?? "person");
    const aliases = h("input", { value: inWords(entry?.aliases ?? [], SEPARATORS), ariaLabel: "Also written", placeholder: "Also written: A, B", autocomplete: "off" });
    const role = h("input", { value: entry?.role ?? "", ariaLabel: "Role", placeholder: "Role", autocomplete: "off" });
    const done = (/** @type {Event} */ event) => {
      event.preventDefault();
      const place = this.#writing ?? control.names.length;
      this.#set(control, control.names.toSpliced(place, 1, made(name.value, kind.value, aliases.value, role.value)));
    };
    return h("div", { className: "form" }, h("form", { onsubmit: done, onkeydown: (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && this.#write(null) },
      name, kind, aliases, role, h("button", { type: "submit", className: "button main" }, entry ? "Change" : "Add"), quiet("Cancel", () => this.#write(null))));
  }

  /** @param {number | null} place */
  #write(place) {
    this.#writing = place;
    this.#problem = "";
    this.refresh();
    const form = this.shadowRoot?.querySelector("form");
    form?.scrollIntoView({ block: "nearest" });
    form?.querySelector("input")?.focus({ preventScroll: true });
  }

  /**
   * @param {PressMarkElement} control
   * @param {readonly NameEntry[]} names
   */
  #set(control, names) {
    this.#writing = null;
    this.#problem = "";
    control.names = names;
    this.refresh();
    this.dispatchEvent(new CustomEvent("names-change", { detail: { names }, bubbles: true, composed: true }));
  }

  /** Takes a file into the list; of two entries with one name, the newer counts. */
  async #open() {
    const file = this.#file.files?.[0];
    const { control } = this;
    if (!file || !control) return;
    try {
      const read = namesFromCSV(await file.text());
      this.#set(control, joined(read, control.names));
      this.#problem = "";
    } catch (error) {
      this.#problem = `${file.name}: ${error instanceof Error ? error.message : error}`;
    }
    this.#file.value = "";
    this.refresh();
  }
}

/**
 * @param {string} name
 * @param {string} kind
 * @param {string} aliases
 * @param {string} role
 * @returns {NameEntry}
 */
function made(name, kind, aliases, role) {
  return nameEntry(name.trim(), kind === "organisation" ? "organisation" : "person", fromWords(aliases, SEPARATORS), role.trim(), kind === "ignore");
}

/** @param {readonly NameEntry[]} names */
function save(names) {
  const link = h("a", { href: URL.createObjectURL(new Blob([namesToCSV(names)], { type: "text/csv" })), download: `${count(names.length, "name").replace(" ", "-")}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
