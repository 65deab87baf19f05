/**
 * TEI P5: the article as a text in which somebody said (`<said who>`), is named (`<persName>`, `<orgName>`) or referred to (`<rs>`),
 * and days are dated (`<date when>`), with lists of people and organisations.
 */
import { entity } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { inline } from "./inline.js";
import { sure } from "./rows.js";
import { element, escaped } from "./xml.js";
/** @import { Annotation, DateMark, Entity, EntityId, ExportOptions, Mention, Quote } from "../types.js" */
/** @import { Wrap } from "./inline.js" */

const NAMESPACE = "http://www.tei-c.org/ns/1.0";

/**
 * TEI P5.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toTEI } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toTEI(annotation).match(/<said[^>]*>/)[0]);
 * ```
 *
 * ```text
 * <said xml:id="q1.1" who="#e1" direct="true">
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options]
 * @returns {string} XML
 */
export function toTEI(given, options = {}) {
  const annotation = inCodeUnits(given);
  const { text, paragraphs, language } = annotation;
  const names = xmlIds(annotation);
  const wraps = [
    ...sure(annotation.quotes, options).flatMap((quote, place) => saidWraps(quote, `q${place + 1}`, names)),
    ...sure(annotation.mentions, options).map((mention) => nameWrap(annotation, mention, names)),
    ...sure(annotation.dates, options).map(dateWrap),
  ];
  const inside = inline(text, wraps, paragraphs);
  const blocks = paragraphs.map(({ role }, at) => element(role === "headline" ? "head" : "p", {}, inside[at]));
  const body = element("text", {}, element("body", {}, blocks.join("\n") || "<p/>"));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("TEI", { xmlns: NAMESPACE, "xml:lang": language }, `${header(annotation, names)}\n${body}`)}\n`;
}

/**
 * The ids of the package may hold any character; those of XML may not.
 *
 * @param {Annotation} annotation
 * @returns {Map<EntityId, string>}
 */
function xmlIds({ entities }) {
  return new Map(entities.map(({ id }, place) => [id, `e${place + 1}`]));
}

/**
 * @param {Annotation} annotation
 * @param {Map<EntityId, string>} names
 */
function header({ text, paragraphs, publication, entities, generator }, names) {
  const headline = paragraphs.find(({ role }) => role === "headline");
  const title = escaped(headline ? text.slice(headline.start, headline.end) : "Article");
  const published = publication.value ? element("date", { when: publication.value }, escaped(publication.value)) : "not known";
  const file = element("fileDesc", {}, [
    element("titleStmt", {}, element("title", {}, title)),
    element("publicationStmt", {}, element("p", {}, `Published: ${published}`)),
    element("sourceDesc", {}, element("p", {}, `Marked up by ${escaped(generator.name)} ${escaped(generator.version)}`)),
  ].join(""));
  return element("teiHeader", {}, file + lists(entities, names));
}

/**
 * @param {readonly Entity[]} entities
 * @param {Map<EntityId, string>} names
 */
function lists(entities, names) {
  const listed = (/** @type {readonly Entity["type"][]} */ types, /** @type {string} */ list, /** @type {string} */ item, /** @type {string} */ name) => {
    const items = entities.filter(({ type }) => types.includes(type));
    return enclosed(list, items.map((entity) => element(item, { "xml:id": names.get(entity.id) }, element(name, {}, escaped(entity.name)) + roles(entity))).join(""));
  };
  const parties = listed(["person", "group", "unnamed"], "listPerson", "person", "persName") + listed(["organisation"], "listOrg", "org", "orgName");
  const places = listed(["place"], "listPlace", "place", "placeName");
  return enclosed("profileDesc", enclosed("particDesc", parties) + enclosed("settingDesc", places));
}

/**
 * No element without content.
 *
 * @param {string} name
 * @param {string} content
 */
function enclosed(name, content) {
  return content && element(name, {}, content);
}

/** @param {Entity} entity */
function roles({ type, roles }) {
  return type === "person" ? roles.map(({ text }) => element("occupation", {}, escaped(text))).join("") : "";
}

/**
 * @param {Quote} quote
 * @param {string} id
 * @param {Map<EntityId, string>} names
 * @returns {Wrap[]}
 */
function saidWraps({ content, kind, speaker }, id, names) {
  const who = speaker === null ? undefined : names.get(speaker);
  return content.map((span, part) => ({
    ...span,
    write: (inside, first) => element("said", {
      ...(first && { "xml:id": `${id}.${part + 1}`, prev: part > 0 ? `#${id}.${part}` : undefined, next: part + 1 < content.length ? `#${id}.${part + 2}` : undefined }),
      who: who && `#${who}`, direct: kind === "mixed" ? "unknown" : String(kind === "direct"),
    }, inside),
  }));
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 * @param {Map<EntityId, string>} names
 * @returns {Wrap}
 */
function nameWrap(annotation, mention, names) {
  const type = entity(annotation, mention.entity)?.type;
  const named = mention.form === "pronoun" || mention.form === "description" ? "rs" : type === "organisation" ? "orgName" : type === "place" ? "placeName" : "persName";
  const { start, end } = mention;
  return { start, end, write: (inside) => element(named, { ref: `#${names.get(mention.entity)}` }, inside) };
}

/**
 * @param {DateMark} date
 * @returns {Wrap}
 */
function dateWrap({ start, end, value, range, type }) {
  const day = /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) ? { when: value } : { notBefore: range?.from, notAfter: range?.to };
  const attributes = type === "DURATION" ? { "dur-iso": /^P[\dT.YMWDHS]+$/.test(value) ? value : undefined } : day;
  return { start, end, write: (inside) => element("date", attributes, inside) };
}
