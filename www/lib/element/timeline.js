/**
 * `<press-mark-timeline>`: when, in the order of the calendar, and what each date was counted from.
 */
import { countedFrom } from "./facts.js";
import { h } from "./dom.js";
import { words } from "./lookup.js";
import { heading, PressMarkPanelElement } from "./panel.js";
import { count, dateInWords } from "./words.js";
/** @import { Annotation, DateMark } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */
/** @typedef {{ value: string, mod: DateMark["mod"], key: string, dates: DateMark[], published: boolean }} Row dates that mean the same */

export class PressMarkTimelineElement extends PressMarkPanelElement {
  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    const rows = inOrder(annotation);
    root.replaceChildren(
      heading("When", annotation.dates.length > 0 ? count(annotation.dates.length, "date") : ""),
      rows.length > 0
        ? h("ol", { className: "line" }, ...rows.slice(0, this.shown).map((row) => line(control, annotation, row, this.shown)))
        : h("p", { className: "none" }, "No dates in this text."),
      this.more(Math.max(rows.length, ...rows.map(({ dates }) => dates.length))) || "");
    return annotation.dates.length;
  }
}

/**
 * What can be placed on the calendar by its first day, then lengths of time and what recurs.
 *
 * @param {Annotation} annotation
 * @returns {Row[]}
 */
function inOrder({ dates, publication }) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  if (publication.value) rows.set(publication.value, row(publication.value, undefined, publication.value, true));
  for (const date of dates) {
    const same = `${date.value}${date.mod ?? ""}`;
    const found = rows.get(same) ?? row(date.value, date.mod, date.range?.from ?? "~", false);
    found.dates.push(date);
    rows.set(same, found);
  }
  return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/**
 * @param {string} value
 * @param {DateMark["mod"]} mod
 * @param {string} key
 * @param {boolean} published
 * @returns {Row}
 */
function row(value, mod, key, published) {
  return { value, mod, key, dates: [], published };
}

/**
 * @param {PressMarkElement} control
 * @param {Annotation} annotation
 * @param {Row} row
 * @param {number} most links
 */
function line(control, annotation, { value, mod, dates, published }, most) {
  const shown = dates.slice(0, most);
  const links = shown.flatMap((date, index) => [index > 0 && ", ", link(control, annotation, date)]);
  const from = [...new Set(shown.map((date) => remark(annotation, date)).filter(Boolean))].join("; ");
  return h("li", { className: published ? "now" : "" },
    h("time", { dateTime: /^[\dP]/.test(value) ? value : "" }, dateInWords(value, mod)),
    h("span", {}, published && (links.length > 0 ? "published; " : "published"), ...links, from && h("span", { className: "from" }, from)));
}

/**
 * @param {PressMarkElement} control
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
function link(control, annotation, date) {
  return h("button", { type: "button", className: "link", onclick: () => control.select(date.id, { scroll: true }) }, words(annotation, date));
}

/**
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
function remark(annotation, date) {
  const doubt = date.certainty === "unsure" ? "unsure" : "";
  return [counted(annotation, date), doubt].filter(Boolean).join("; ");
}

/**
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
function counted(annotation, date) {
  if (date.type === "DURATION") return "a length of time";
  if (date.type === "SET") return "comes again and again";
  const from = countedFrom(annotation, date);
  if (from) return date.anchor === "publication" ? "counted from publication" : `counted ${from}`;
  return date.stated.year === false ? "year filled in" : "";
}
