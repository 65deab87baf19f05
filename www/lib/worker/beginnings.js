/**
 * Where the beginnings of a long text end that are read before all of it.
 *
 * Each is about twice as long as the one before, so that reading them all costs as much again as reading the text, and no more.
 */

/** UTF-16 code units of the first: a screen or two. */
const FIRST = 8 * 1024;

/**
 * @param {string} text
 * @returns {number[]} the last is the end of the text
 */
export function beginnings(text) {
  const ends = [];
  for (let length = FIRST; length < text.length; length *= 2) ends.push(paragraphEnd(text, length));
  return [...ends, text.length];
}

/**
 * After the last line end in the second half, so that no paragraph is cut; in a text without line ends, wherever it falls, but in no
 * character.
 *
 * @param {string} text
 * @param {number} length
 */
function paragraphEnd(text, length) {
  const line = text.lastIndexOf("\n", length - 1) + 1;
  if (line > length / 2) return line;
  return /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
}
