/**
 * What is known of one mark, as rows of a list: what it was taken for, how sure, and why.
 */
import { h } from "./dom.js";
import { entity, find, quoted, reasons, words } from "./lookup.js";
import { CERTAINTIES, ENTITY_TYPES, QUOTE_KINDS, dateInWords, meaning, sentence, shorten } from "./words.js";
/** @import { Annotation, DateMark, Judged, Mention, Quote } from "../types.js" */
/** @import { Found } from "./lookup.js" */
/** @typedef {(rule: string) => { readonly text: string } | undefined} Describe */
/** @typedef {[term: string, ...description: (Node | string)[]]} Row */
/** @typedef {{ title: string, rows: Row[] }} Facts */

/**
 * @param {Annotation} annotation
 * @param {Found} found
 * @returns {Facts}
 */
export function facts(annotation, found) {
  if (found.kind === "quote") return aboutQuote(annotation, found.item);
  if (found.kind === "date") return aboutDate(annotation, found.item);
  if (found.kind === "mention") return aboutMention(annotation, found.item);
  return { title: found.item.name, rows: [] };
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {Facts}
 */
function aboutQuote(annotation, quote) {
  /** @type {Row[]} */
  const rows = [];
  if (quote.source.length > 0) rows.push(["Named by", `“${quote.source.map((span) => words(annotation, span)).join(" … ")}”`]);
  if (quote.cue) rows.push(["Cue", `“${words(annotation, quote.cue)}”${POLARITIES[quote.cue.polarity] ?? ""}`]);
  rows.push(["Words", shorten(quoted(annotation, quote), 140)]);
  return { title: QUOTE_KINDS[quote.kind], rows };
}

/** @type {Readonly<Record<string, string>>} */
const POLARITIES = {
  denies: ", so the words are not what the speaker claims", asks: ", so the words are a question", wishes: ", so the words are a wish",
};

/**
 * @param {Annotation} annotation
 * @param {DateMark} date
 * @returns {Facts}
 */
function aboutDate(annotation, date) {
  const from = countedFrom(annotation, date);
  /** @type {Row[]} */
  const rows = [["Means", meaning(date)]];
  if (from) rows.push(["Counted", from]);
  return { title: `“${words(annotation, date)}”`, rows };
}

/**
 * `from publication, Tue 14 May 2024`; null for a date that says itself.
 *
 * @param {Annotation} annotation
 * @param {DateMark} date
 */
export function countedFrom(annotation, date) {
  if (date.anchor === null) return null;
  if (date.anchor === "publication") {
    const { value } = annotation.publication;
    return `from publication${value ? `, ${dateInWords(value)}` : ""}`;
  }
  const anchor = find(annotation, date.anchor);
  return anchor?.kind === "date" ? `from “${words(annotation, anchor.item)}”` : null;
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 * @returns {Facts}
 */
function aboutMention(annotation, mention) {
  const named = entity(annotation, mention.entity);
  /** @type {Row[]} */
  const rows = named?.roles[0] ? [["Role", named.roles.map(({ text }) => text).join("; ")]] : [];
  return { title: `${named ? ENTITY_TYPES[named.type] : "Name"}: “${words(annotation, mention)}”`, rows };
}

/** @type {Readonly<Record<string, string>>} */
const ORIGINS = { user: "Certain: by hand", names: "Certain: from your names" };

/**
 * How sure, and why.
 *
 * @param {Judged} judged
 * @param {Describe} describe
 * @returns {Row[]}
 */
export function judged({ certainty, evidence, origin }, describe) {
  const why = reasons(evidence, describe).map((reason) => h("p", {}, sentence(reason)));
  /** @type {Row} */
  const sure = ["Sure?", ORIGINS[origin] ?? CERTAINTIES[certainty]];
  return why.length > 0 ? [sure, ["Why", ...why]] : [sure];
}
