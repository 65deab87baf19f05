/**
 * A text of which nothing has been read yet, or only the beginning: what is not read is shown line by line, without marks.
 */
/** @import { Annotation, Paragraph } from "./types.js" */

/**
 * @param {string} text
 * @param {readonly Paragraph[]} [paragraphs]
 * @returns {Annotation}
 */
export function nothing(text, paragraphs = lines(text)) {
  return {
    schema: "pressmark/1", generator: { name: "pressmark", version: "0" }, text, offsets: "utf16", language: "en",
    publication: { value: null, source: "none", stated: {}, confidence: 0, certainty: "unsure", evidence: [], origin: "engine" },
    paragraphs, entities: [], mentions: [], quotes: [], dates: [], unsure: [],
  };
}

/**
 * @param {Annotation} beginning whose findings end before the text does
 * @param {string} text all of it
 * @returns {Annotation}
 */
export function withRest(beginning, text) {
  const rest = lines(text, beginning.paragraphs.at(-1)?.end);
  return rest.length === 0 ? beginning : { ...beginning, text, paragraphs: [...beginning.paragraphs, ...rest] };
}

/**
 * @param {string} text
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Paragraph[]}
 */
export function lines(text, from = 0, to = text.length) {
  return [...text.slice(from, to).matchAll(/\S[^\n\r]*/g)].map((line) => {
    const start = from + line.index;
    return { start, end: start + line[0].trimEnd().length, role: /** @type {const} */ ("body") };
  });
}
