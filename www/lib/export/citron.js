/**
 * The JSON of the BBC's Citron: quotations with cue, sources and contents, and who is the same person. Offsets are code points.
 *
 * Citron knows no quotation without a cue, so these are left out.
 */
import { mentions } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { codePoints } from "./points.js";
/** @import { Annotation, Quote, Span } from "../types.js" */

/**
 * As the BBC's Citron writes it: quotations with cue, sources and contents.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toCitron } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const [{ cue, sources }] = toCitron(annotation).quotes;
 * console.log(cue.text, sources[0].text);
 * ```
 *
 * ```text
 * said Ada Quill
 * ```
 *
 * @param {Annotation} given
 * @returns {object}
 */
export function toCitron(given) {
  const annotation = inCodeUnits(given);
  const { text, quotes, entities } = annotation;
  const at = codePoints(text);
  const span = (/** @type {Span} */ { start, end }) => ({ start: at(start), end: at(end), text: text.slice(start, end) });
  const groups = new Map(entities.map((entity) => [entity.id, mentions(annotation, entity).map(span)]));
  return {
    text,
    quotes: quotes.filter((quote) => quote.cue !== null).map(({ id, cue, source, content, speaker, confidence }) => ({
      id, confidence,
      cue: cue && span(cue),
      sources: source.map(span),
      contents: content.map(span),
      coreferences: speaker === null ? [] : groups.get(speaker) ?? [],
    })),
    coreference_groups: [...groups.values()].filter((group) => group.length > 1),
  };
}
