/**
 * Places that are found again by their words, as in the W3C's TextQuoteSelector and TextPositionSelector together.
 */
/** @import { Anchor, Span } from "./types.js" */

/** Characters remembered on each side. */
const CONTEXT = 32;

/**
 * Remembers a place in words.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Anchor}
 */
export function anchorAt(text, { start, end }) {
  return {
    start, end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * Finds a remembered place: of all places with these words the one with most of the same surroundings, and of several the one
 * nearest to where it was.
 *
 * @param {string} text
 * @param {Anchor} anchor
 * @returns {Span | "words-gone" | "ambiguous"}
 */
export function locate(text, anchor) {
  const places = occurrences(text, anchor.exact);
  if (places.length === 0) return "words-gone";
  const [best, second] = places
    .map((start) => ({ start, fit: fit(text, start, anchor), far: Math.abs(start - anchor.start) }))
    .sort((a, b) => b.fit - a.fit || a.far - b.far);
  if (!best || (second && best.fit === 0 && best.far > 0)) return "ambiguous";
  return { start: best.start, end: best.start + anchor.exact.length };
}

/**
 * @param {string} text
 * @param {string} words
 * @returns {number[]} where each begins; none overlaps the one before
 */
export function occurrences(text, words) {
  /** @type {number[]} */
  const found = [];
  if (words === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}

/**
 * How many characters of the surroundings are the same.
 *
 * @param {string} text
 * @param {number} start
 * @param {Anchor} anchor
 */
function fit(text, start, { exact, prefix, suffix }) {
  const after = start + exact.length;
  let same = 0;
  while (same < prefix.length && text.charAt(start - 1 - same) === prefix.charAt(prefix.length - 1 - same)) same += 1;
  let more = 0;
  while (more < suffix.length && text.charAt(after + more) === suffix.charAt(more)) more += 1;
  return same + more;
}

/**
 * Widens to whole words and drops blanks at both ends.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function wholeWords(text, { start, end }) {
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  while (start > 0 && inWord(text, start)) start -= 1;
  while (end < text.length && inWord(text, end)) end += 1;
  return { start, end };
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {boolean} whether a word goes on over this place
 */
function inWord(text, at) {
  return /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(text.charAt(at - 1)) && /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(text.charAt(at));
}
