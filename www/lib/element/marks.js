/**
 * From an annotation to what is drawn: which stretch of the text gets which mark.
 */
import { entity } from "./lookup.js";
import { notes } from "./notes.js";
/** @import { AnyId, Annotation, Mention, Quote, Span } from "../types.js" */
/** @import { Note } from "./notes.js" */

/**
 * One stretch of text to be drawn in one way.
 *
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {AnyId} id
 * @property {"direct" | "indirect" | "mixed" | "cue" | "person" | "organisation" | "date"} kind
 * @property {AnyId | null} entity whose words, or who is named
 * @property {boolean} faint a pronoun or a description, which is no name
 * @property {boolean} within direct words of a mixed quotation
 * @property {boolean} unsure
 * @property {Note | null} note
 */

/** Opening marks that stand directly before the words quoted, and the ones that close them. */
const OPENING = new Set(["“", "‘", "«", "»", "„", "‚", "‹", "›", '"', "'", "”", "’"]);
const CLOSING = new Set(["”", "’", "»", "«", "“", "‘", "›", "‹", '"', "'"]);
/** @type {Readonly<Record<string, string>>} */
const PAIRS = { "“": "”", "«": "»", "„": "“", "‹": "›", '"': '"', "‘": "’" };

/**
 * All marks of an annotation in text order, an outer one before those inside it.
 *
 * @param {Annotation} annotation
 * @returns {Mark[]}
 */
export function marks(annotation) {
  return [
    ...annotation.quotes.flatMap((quote) => quoteMarks(annotation, quote)),
    ...annotation.mentions.flatMap((mention) => mentionMarks(annotation, mention)),
    ...annotation.dates.map((date) => mark(date, "date", date.id, { unsure: date.certainty === "unsure" })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * @param {Span} span
 * @param {Mark["kind"]} kind
 * @param {AnyId} id
 * @param {Partial<Mark>} [more]
 * @returns {Mark}
 */
function mark({ start, end }, kind, id, more = {}) {
  return { entity: null, faint: false, within: false, unsure: false, note: null, ...more, start, end, kind, id };
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {Mark[]}
 */
function quoteMarks(annotation, quote) {
  const beside = notes(annotation, quote);
  const more = { entity: quote.speaker, unsure: quote.certainty === "unsure" };
  const drawn = quote.content.flatMap((span, part) =>
    contentMarks(annotation.text, quote, span, { ...more, note: beside[part] ?? null }));
  return quote.cue ? [...drawn, mark(quote.cue, "cue", quote.id)] : drawn;
}

/**
 * A direct quotation is drawn with its quotation marks; of a mixed one, what stands in marks as direct and the rest as indirect.
 *
 * @param {string} text
 * @param {Quote} quote
 * @param {Span} span
 * @param {Partial<Mark>} more
 * @returns {Mark[]}
 */
function contentMarks(text, quote, span, more) {
  if (quote.kind === "direct") return [mark(withQuotationMarks(text, span), "direct", quote.id, more)];
  if (quote.kind === "indirect") return [mark(span, "indirect", quote.id, more)];
  const parts = alternating(text, span).map(({ inside, ...part }) =>
    mark(part, inside ? "direct" : "mixed", quote.id, { ...more, within: inside, note: null }));
  const last = parts.at(-1);
  if (last) last.note = more.note ?? null;
  return parts;
}

/**
 * A span cut into what stands in quotation marks and what does not, without the blanks at the cuts.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {(Span & { inside: boolean })[]}
 */
function alternating(text, { start, end }) {
  const inside = insideMarks(text, { start, end }).map((part) => ({ ...part, inside: true }));
  const edges = [start, ...inside.flatMap((part) => [part.start, part.end]), end];
  const outside = [];
  for (let at = 0; at + 1 < edges.length; at += 2) outside.push(trimmed(text, edges[at] ?? 0, edges[at + 1] ?? 0));
  return [...inside, ...outside.filter((part) => part.start < part.end)].sort((a, b) => a.start - b.start);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function trimmed(text, start, end) {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end, inside: false };
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
function withQuotationMarks(text, { start, end }) {
  return {
    start: OPENING.has(text.charAt(start - 1)) ? start - 1 : start,
    end: CLOSING.has(text.charAt(end)) ? end + 1 : end,
  };
}

/**
 * The parts of a span that stand in quotation marks; the marks may lie just outside of it.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]}
 */
function insideMarks(text, span) {
  const { start, end } = withQuotationMarks(text, span);
  const parts = [];
  for (let at = start; at < end; at += 1) {
    const close = closing(text, at, end);
    if (close < 0) continue;
    parts.push({ start: at, end: close + 1 });
    at = close;
  }
  return parts;
}

/**
 * @param {string} text
 * @param {number} open
 * @param {number} end
 * @returns {number} the place of the mark that closes the one at `open`, or −1
 */
function closing(text, open, end) {
  const wanted = PAIRS[text.charAt(open)];
  if (!wanted || /[\p{L}\p{N}]/u.test(text.charAt(open - 1))) return -1;
  for (let at = open + 1; at < end; at += 1) {
    const apostrophe = wanted === "’" && /\p{L}/u.test(text.charAt(at + 1));
    if (text.charAt(at) === wanted && !apostrophe) return at;
  }
  return -1;
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 * @returns {Mark[]}
 */
function mentionMarks(annotation, mention) {
  const named = entity(annotation, mention.entity);
  if (!named || (named.type === "place" && named.quotes.length === 0)) return [];
  const kind = named.type === "organisation" || named.type === "place" ? "organisation" : "person";
  const faint = mention.form === "pronoun" || mention.form === "description";
  return [mark(mention, kind, mention.id, { entity: named.id, faint, unsure: mention.certainty === "unsure" })];
}
