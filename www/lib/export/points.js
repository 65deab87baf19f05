/**
 * From UTF-16 code units, which JavaScript counts, to code points, which the W3C's annotations, spaCy and brat count.
 */

/**
 * @param {string} text
 * @returns {(offset: number) => number}
 */
export function codePoints(text) {
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  return (offset) => offset - before(pairs, offset);
}

/**
 * How many of the sorted places lie before an offset.
 *
 * @param {number[]} places
 * @param {number} offset
 */
function before(places, offset) {
  let low = 0;
  for (let high = places.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
