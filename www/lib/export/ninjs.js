/**
 * ninjs 2.1, the IPTC's News in JSON: the article with the people and organisations in it. It has no place for who said what; the
 * people who are quoted are marked as such.
 */
import { inCodeUnits } from "../offsets.js";
import { sure } from "./rows.js";
/** @import { Annotation, Entity, ExportOptions } from "../types.js" */

/**
 * ninjs, the IPTC's News in JSON: the article with its people and organisations.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toNinjs } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const [{ name, rel }] = toNinjs(annotation).people;
 * console.log(name, rel);
 * ```
 *
 * ```text
 * Ada Quill quoted
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options] `baseIRI`: the article's own address; `includeText`: unless it is false, the text is the body
 * @returns {object}
 */
export function toNinjs(given, options = {}) {
  const annotation = inCodeUnits(given);
  const { text, paragraphs, language } = annotation;
  const headline = paragraphs.find(({ role }) => role === "headline");
  const entities = sure(annotation.entities, options);
  const named = (/** @type {Entity["type"]} */ type) => entities.filter((entity) => entity.type === type).map(subject);
  return {
    uri: options.baseIRI ?? "urn:pressmark:article",
    type: "text",
    language,
    ...(headline && { headlines: [{ value: text.slice(headline.start, headline.end) }] }),
    ...(options.includeText !== false && { bodies: [{ contenttype: "text/plain", charcount: [...text].length, value: text }] }),
    people: named("person"),
    organisations: named("organisation"),
  };
}

/** @param {Entity} entity */
function subject({ name, id, quotes }) {
  return { name, rel: quotes.length > 0 ? "quoted" : "mentioned", literal: id };
}
