/**
 * schema.org as JSON-LD: an article with its quotations, people and organisations.
 */
import { entity } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { quoteRow, sure } from "./rows.js";
/** @import { Annotation, Entity, ExportOptions } from "../types.js" */

/**
 * schema.org as JSON-LD: a `NewsArticle` with its `Quotation`s.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toSchemaOrg } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * const [{ text, creator }] = toSchemaOrg(annotation).hasPart;
 * console.log(text, creator.name);
 * ```
 *
 * ```text
 * No, Ada Quill
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options] `baseIRI`: the article's own address
 * @returns {object}
 */
export function toSchemaOrg(given, options = {}) {
  const annotation = inCodeUnits(given);
  const { publication, text, paragraphs, language } = annotation;
  const headline = paragraphs.find(({ role }) => role === "headline");
  const named = sure(annotation.entities, options).filter(({ type }) => type === "person" || type === "organisation");
  return {
    "@context": "https://schema.org", "@type": "NewsArticle", inLanguage: language,
    ...(options.baseIRI !== undefined && { "@id": options.baseIRI, url: options.baseIRI }),
    ...(headline && { headline: text.slice(headline.start, headline.end) }),
    ...(publication.value && { datePublished: publication.value }),
    ...(options.includeText && { articleBody: text }),
    mentions: named.map(thing),
    hasPart: sure(annotation.quotes, options).map((quote) => {
      const speaker = entity(annotation, quote.speaker);
      return { "@type": "Quotation", text: quoteRow(annotation, quote).words, ...(speaker && { creator: thing(speaker) }) };
    }),
  };
}

/** @param {Entity} entity */
function thing({ type, name, acronym, aliases, roles }) {
  const others = [...new Set([...(acronym ? [acronym] : []), ...aliases])].filter((alias) => alias !== name);
  return {
    "@type": type === "organisation" ? "Organization" : "Person", name,
    ...(others.length > 0 && { alternateName: others }),
    ...(roles[0] && { jobTitle: roles[0].text }),
  };
}
