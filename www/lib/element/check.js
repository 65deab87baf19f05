/**
 * `<press-mark-check>`: what a person should look at, the most doubtful first, each with its reason.
 */
import { h } from "./dom.js";
import { entity, find, quoted, reason, words } from "./lookup.js";
import { heading, PressMarkPanelElement, quiet } from "./panel.js";
import { meaning, sentence, shorten } from "./words.js";
/** @import { Annotation, AnyId, DateMark, Entity, Mention, Quote } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

export class PressMarkCheckElement extends PressMarkPanelElement {
  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    const doubts = annotation.unsure.filter((id) => find(annotation, id));
    const all = annotation.quotes.length + annotation.mentions.length + annotation.dates.length;
    root.replaceChildren(
      heading("Please check", `${doubts.length} of ${all} marks`),
      doubts.length > 0
        ? h("ul", { className: "doubts" }, ...doubts.slice(0, this.shown).map((id) => doubt(control, annotation, id)))
        : h("p", { className: "none" }, all > 0 ? "Nothing doubtful is left. A look at the marks is still worth it." : "Nothing to check."),
      this.more(doubts.length) || "",
      lost(control));
    return doubts.length;
  }
}

/**
 * Corrections that could not be put back on a changed text.
 *
 * @param {PressMarkElement} control
 */
function lost({ session }) {
  const failed = session?.failed ?? [];
  if (failed.length === 0) return "";
  return h("div", {},
    h("h3", {}, "Could not be put back"),
    h("ul", { className: "doubts" }, ...failed.map(({ message, edit }) => h("li", {}, h("p", {}, message, ".", edit.where ? ` It was about “${shorten(edit.where.exact, 60)}”.` : "")))));
}

/**
 * @param {PressMarkElement} control
 * @param {Annotation} annotation
 * @param {AnyId} id
 */
function doubt(control, annotation, id) {
  const found = find(annotation, id);
  const why = reason(found?.item.evidence ?? [], (rule) => control.describeRule(rule));
  return h("li", {},
    h("p", {}, ...reading(annotation, id), why ? `: ${lowered(sentence(why))}` : "."),
    h("div", { className: "acts" },
      control.editable && quiet("That’s right", () => control.correct({ op: "confirm", id })),
      control.editable && found && quiet(CHANGE[found.kind], () => change(control, id)),
      quiet("Show", () => show(control, id))));
}

const CHANGE = { quote: "Change speaker", date: "Change date", mention: "Change", entity: "Change" };

/**
 * @param {PressMarkElement} control
 * @param {AnyId} id
 */
function change(control, id) {
  show(control, id);
  control.explain();
}

/**
 * @param {PressMarkElement} control
 * @param {AnyId} id
 */
function show(control, id) {
  control.select(id, { scroll: true, focus: true });
}

/**
 * @param {string} text a sentence to go on after a colon: a name or an acronym at its beginning stays as it is
 */
function lowered(text) {
  return /^(A|An|The|No|In|It|This|Only|Read|Counted|Nothing|Nobody|Something|Taken)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/**
 * What a finding was taken for.
 *
 * @param {Annotation} annotation
 * @param {AnyId} id
 * @returns {(Node | string)[]}
 */
function reading(annotation, id) {
  const found = find(annotation, id);
  if (found?.kind === "quote") return quoteReading(annotation, found.item);
  if (found?.kind === "date") return dateReading(annotation, found.item);
  if (found?.kind === "mention") return mentionReading(annotation, found.item);
  return found ? entityReading(found.item) : [];
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
function quoteReading(annotation, quote) {
  const speaker = entity(annotation, quote.speaker);
  const words = strong(`“${shorten(quoted(annotation, quote), 70)}”`);
  return speaker ? [words, " given to ", strong(speaker.name)] : [words, " has ", strong("no speaker")];
}

/**
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
function dateReading(annotation, date) {
  return [strong(words(annotation, date)), " read as ", strong(meaning(date))];
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 */
function mentionReading(annotation, mention) {
  const named = entity(annotation, mention.entity);
  const as = words(annotation, mention);
  return named && named.name !== as
    ? [strong(as), " taken for ", strong(named.name)]
    : [strong(as), ` taken for ${named ? A_KIND[named.type] : "a name"}`];
}

/** @param {Entity} entity */
function entityReading(entity) {
  return [strong(entity.name), ` taken for ${A_KIND[entity.type]}`];
}

/** @type {Readonly<Record<Entity["type"], string>>} */
const A_KIND = { person: "a person", organisation: "an organisation", place: "a place", group: "several people", unnamed: "a source without a name" };

/** @param {string} text */
function strong(text) {
  return h("strong", {}, text);
}
