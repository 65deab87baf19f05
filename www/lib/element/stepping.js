/**
 * Selecting words by keyboard: the arrow keys go from word to word, with Shift they take more in.
 */
/** @import { Span } from "../types.js" */

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.&-][\p{L}\p{M}\p{N}]+)*/gu;
/** How far back the word before is looked for. */
const BACK = 200;

/**
 * The word after or before the selected ones.
 *
 * @param {string} text
 * @param {Span} selected may be empty
 * @param {1 | -1} step
 * @returns {Span} as it was where there is no other word
 */
export function stepped(text, selected, step) {
  return (step > 0 ? wordFrom(text, selected.end) : wordBefore(text, selected.start)) ?? selected;
}

/**
 * One word more at the end of the selected ones, or one less; a single word grows at its beginning instead.
 *
 * @param {string} text
 * @param {Span} selected
 * @param {1 | -1} step
 * @returns {Span}
 */
export function stretched(text, selected, step) {
  if (step > 0) return { start: selected.start, end: wordFrom(text, selected.end)?.end ?? selected.end };
  const last = wordBefore(text, selected.end);
  const shorter = last && wordBefore(text, last.start);
  if (shorter && shorter.start >= selected.start) return { start: selected.start, end: shorter.end };
  return { start: wordBefore(text, selected.start)?.start ?? selected.start, end: selected.end };
}

/**
 * @param {string} text
 * @param {number} from
 * @returns {Span | null}
 */
function wordFrom(text, from) {
  WORD.lastIndex = from;
  const found = WORD.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/**
 * @param {string} text
 * @param {number} to
 * @returns {Span | null}
 */
function wordBefore(text, to) {
  const from = Math.max(0, to - BACK);
  WORD.lastIndex = 0;
  const last = [...text.slice(from, to).matchAll(WORD)].at(-1);
  return last ? { start: from + last.index, end: from + last.index + last[0].length } : null;
}
