/**
 * W3C Web Annotation: each finding with its words and its place in code points.
 */
import { anchorAt } from "../anchor.js";
import { entity } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { codePoints } from "./points.js";
import { sure } from "./rows.js";
/** @import { Annotation, ExportOptions, Span } from "../types.js" */

/**
 * W3C Web Annotation, as JSON-LD.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toWebAnnotation } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const [{ target: [{ selector: [{ exact }] }] }] = toWebAnnotation(annotation).first.items;
 * console.log(exact);
 * ```
 *
 * ```text
 * No,
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options] `baseIRI`: what ids are made from, and the source that is annotated
 * @returns {object}
 */
export function toWebAnnotation(given, options = {}) {
  const annotation = inCodeUnits(given);
  const base = options.baseIRI ?? "urn:pressmark:";
  const target = targets(annotation, base);
  const items = [
    ...sure(annotation.quotes, options).map((quote) =>
      item(base, quote.id, quote.content.map(target), ["quotation", quote.kind], entity(annotation, quote.speaker)?.name)),
    ...sure(annotation.mentions, options).map((mention) => {
      const named = entity(annotation, mention.entity);
      return item(base, mention.id, [target(mention)], [named?.type ?? "name"], named?.name);
    }),
    ...sure(annotation.dates, options).map((date) => item(base, date.id, [target(date)], ["date"], date.value)),
  ];
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld", id: `${base}annotations`, type: "AnnotationCollection", total: items.length,
    first: { id: `${base}annotations/1`, type: "AnnotationPage", startIndex: 0, items },
  };
}

/**
 * @param {Annotation} annotation
 * @param {string} source
 * @returns {(span: Span) => object}
 */
function targets({ text }, source) {
  const at = codePoints(text);
  return ({ start, end }) => {
    const { exact, prefix, suffix } = anchorAt(text, { start, end });
    return { source, selector: [{ type: "TextQuoteSelector", exact, prefix, suffix }, { type: "TextPositionSelector", start: at(start), end: at(end) }] };
  };
}

/**
 * @param {string} base
 * @param {string} id
 * @param {object[]} target
 * @param {string[]} tags
 * @param {string | undefined} value
 */
function item(base, id, target, tags, value) {
  const bodies = [...tags.map((tag) => ({ type: "TextualBody", purpose: "classifying", value: tag }))];
  const described = value ? [{ type: "TextualBody", purpose: "identifying", value }] : [];
  return { id: `${base}${encodeURIComponent(id.replace(/\p{Cs}/gu, "\uFFFD"))}`, type: "Annotation", motivation: "identifying", body: [...bodies, ...described], target };
}
