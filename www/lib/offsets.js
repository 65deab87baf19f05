/**
 * Offsets in other units, for programs that do not count as JavaScript does.
 */
import { frozen } from "./frozen.js";
/** @import { Annotation, OffsetUnit } from "./types.js" */

/** How much one code point counts. @type {Readonly<Record<OffsetUnit, (point: number) => number>>} */
const WIDTHS = {
  utf16: (point) => (point > 0xffff ? 2 : 1),
  codepoint: () => 1,
  utf8: (point) => (point > 0xffff ? 4 : point > 0x7ff ? 3 : point > 0x7f ? 2 : 1),
};

/**
 * The same annotation with all offsets counted in another unit. A lone surrogate counts as one code point and as three bytes, as the
 * U+FFFD does that is written for it.
 *
 * @example
 * ```js
 * import { annotate, convertOffsets } from "pressmark";
 *
 * const annotation = await annotate("🚢 “No,” said Ada Quill.");
 * const starts = ["utf16", "codepoint", "utf8"].map((unit) => convertOffsets(annotation, unit).quotes[0].content[0].start);
 * console.log(starts.join(" "));
 * ```
 *
 * ```text
 * 4 3 8
 * ```
 *
 * @param {Annotation} annotation
 * @param {OffsetUnit} unit
 * @returns {Annotation}
 */
export function convertOffsets(annotation, unit) {
  const from = boundaries(annotation.text, annotation.offsets);
  const to = boundaries(annotation.text, unit);
  const convert = (/** @type {number} */ offset) => to[indexOf(from, offset)] ?? 0;
  return frozen({ .../** @type {Annotation} */ (converted(annotation, convert)), offsets: unit });
}

/**
 * The same annotation counted as JavaScript counts, for whatever takes words out of the text.
 *
 * @param {Annotation} annotation
 * @returns {Annotation}
 */
export function inCodeUnits(annotation) {
  return annotation.offsets === "utf16" ? annotation : convertOffsets(annotation, "utf16");
}

/**
 * Where each code point begins, and the end of the text.
 *
 * @param {string} text
 * @param {OffsetUnit} unit
 */
function boundaries(text, unit) {
  const width = WIDTHS[unit];
  const starts = [0];
  let at = 0;
  for (const letter of text) starts.push((at += width(letter.codePointAt(0) ?? 0)));
  return starts;
}

/**
 * The last boundary that is not after an offset.
 *
 * @param {number[]} starts
 * @param {number} offset
 */
function indexOf(starts, offset) {
  let low = 0;
  for (let high = starts.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param {unknown} value
 * @param {(offset: number) => number} convert
 * @returns {unknown}
 */
function converted(value, convert) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => converted(item, convert));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isOffset(name, item) ? convert(item) : converted(item, convert)]));
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {value is number}
 */
function isOffset(name, value) {
  return (name === "start" || name === "end") && typeof value === "number";
}
