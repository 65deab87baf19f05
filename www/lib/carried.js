/**
 * Findings carried over to the same text with a change in it, until that has been read: those that stand before the change or after it.
 */
import { lines } from "./unread.js";
/** @import { Annotation, Quote, Span } from "./types.js" */
/** @typedef {Span & { readonly by: number }} Change what was replaced, and by how much what follows has moved */

/**
 * @param {Annotation} before
 * @param {string} text
 * @returns {Annotation | null} null when it is rather another text: less than half of it stood there before
 */
export function carried(before, text) {
  const change = difference(before.text, text);
  if (change.start + before.text.length - change.end < text.length / 2) return null;
  const head = before.paragraphs.filter(({ end }) => end < change.start);
  const tail = before.paragraphs.filter(({ start }) => start > change.end).map((paragraph) => shifted(paragraph, change));
  const paragraphs = [...head, ...lines(text, head.at(-1)?.end, tail[0]?.start), ...tail];
  const mentions = outside(before.mentions, change, (mention) => mention);
  const dates = outside(before.dates, change, (date) => date);
  const quotes = outside(before.quotes, change, extent).map((quote) => renumbered(quote, change, paragraphs.length - before.paragraphs.length));
  const here = new Set([...mentions, ...dates, ...quotes].map(({ id }) => id));
  const entities = before.entities.map((entity) => ({
    ...shifted(entity, change), mentions: entity.mentions.filter((id) => here.has(id)), quotes: entity.quotes.filter((id) => here.has(id)),
  }));
  return { ...before, text, publication: shifted(before.publication, change), paragraphs, entities, mentions, quotes, dates };
}

/**
 * What is between that which is the same at the beginning and at the end.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Change} in the text before
 */
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { start, end: before.length - tail, by: after.length - before.length };
}

/**
 * Those that the change does not touch, where they stand now.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {Change} change
 * @param {(item: T) => Span} place
 * @returns {T[]}
 */
function outside(items, change, place) {
  return items.flatMap((item) => {
    const { start, end } = place(item);
    if (end < change.start) return item;
    return start > change.end ? shifted(item, change) : [];
  });
}

/**
 * A copy with every span in it moved that stands after the change.
 *
 * @template T
 * @param {T} value
 * @param {Change} change
 * @returns {T}
 */
function shifted(value, { end, by }) {
  /** @type {(value: unknown) => unknown} */
  const copy = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    /** @type {Record<string, unknown>} */
    const made = {};
    for (const [name, part] of Object.entries(value)) made[name] = copy(part);
    if (typeof made.start === "number" && typeof made.end === "number" && made.start > end) Object.assign(made, { start: made.start + by, end: made.end + by });
    return made;
  };
  return /** @type {T} */ (copy(value));
}

/**
 * From its first word to its last, with who says it.
 *
 * @param {Quote} quote
 * @returns {Span}
 */
function extent({ content, cue, source }) {
  const spans = [...content, ...source, ...(cue ? [cue] : [])];
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/**
 * @param {Quote} quote as it stands now
 * @param {Change} change
 * @param {number} more paragraphs than before
 * @returns {Quote}
 */
function renumbered(quote, change, more) {
  if (extent(quote).end < change.start) return quote;
  return { ...quote, paragraphs: [quote.paragraphs[0] + more, quote.paragraphs[1] + more] };
}
