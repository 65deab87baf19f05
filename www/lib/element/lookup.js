/**
 * The things of an annotation by their ids, with the questions that every view asks about them.
 */
/** @import { AnyId, Annotation, DateMark, Entity, Evidence, Mention, Paragraph, Quote, Span } from "../types.js" */
/**
 * @typedef {{ kind: "quote", item: Quote } | { kind: "date", item: DateMark } | { kind: "mention", item: Mention }
 *   | { kind: "entity", item: Entity }} Found
 */

/** @type {WeakMap<Annotation, Map<AnyId, Found>>} */
const known = new WeakMap();

/**
 * @param {Annotation} annotation
 * @param {AnyId | null | undefined} id
 * @returns {Found | undefined}
 */
export function find(annotation, id) {
  return id == null ? undefined : ids(annotation).get(id);
}

/** @param {Annotation} annotation */
function ids(annotation) {
  let map = known.get(annotation);
  if (!map) known.set(annotation, (map = collect(annotation)));
  return map;
}

/**
 * @param {Annotation} annotation
 * @returns {Map<AnyId, Found>}
 */
function collect(annotation) {
  return new Map([
    ...annotation.entities.map((item) => /** @type {[AnyId, Found]} */ ([item.id, { kind: "entity", item }])),
    ...annotation.mentions.map((item) => /** @type {[AnyId, Found]} */ ([item.id, { kind: "mention", item }])),
    ...annotation.quotes.map((item) => /** @type {[AnyId, Found]} */ ([item.id, { kind: "quote", item }])),
    ...annotation.dates.map((item) => /** @type {[AnyId, Found]} */ ([item.id, { kind: "date", item }])),
  ]);
}

/**
 * @param {Annotation} annotation
 * @param {AnyId | null | undefined} id
 * @returns {Entity | undefined}
 */
export function entity(annotation, id) {
  const found = find(annotation, id);
  return found?.kind === "entity" ? found.item : undefined;
}

/**
 * @param {Annotation} annotation
 * @param {AnyId} id
 * @returns {Quote | undefined}
 */
export function quote(annotation, id) {
  const found = find(annotation, id);
  return found?.kind === "quote" ? found.item : undefined;
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 * @returns {Mention[]}
 */
export function mentions(annotation, entity) {
  return entity.mentions.flatMap((id) => {
    const found = find(annotation, id);
    return found?.kind === "mention" ? [found.item] : [];
  });
}

/**
 * @param {Annotation} annotation
 * @param {Span} span
 */
export function words(annotation, span) {
  return annotation.text.slice(span.start, span.end);
}

/**
 * Where a thing stands in the text: its first span.
 *
 * @param {Annotation} annotation
 * @param {AnyId} id
 * @returns {Span | undefined}
 */
export function place(annotation, id) {
  const found = find(annotation, id);
  if (!found) return undefined;
  if (found.kind === "quote") return found.item.content[0];
  if (found.kind !== "entity") return found.item;
  return mentions(annotation, found.item)[0];
}

/**
 * The number shown beside a paragraph, as in "¶7"; a headline has none.
 *
 * @param {Annotation} annotation
 * @param {number} offset
 * @returns {number | null}
 */
export function paragraphNumber(annotation, offset) {
  const starts = numbering(annotation);
  let low = 0;
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.number ?? null;
}

/** @type {WeakMap<Annotation, { start: number, number: number | null }[]>} */
const numbers = new WeakMap();

/** @param {Annotation} annotation */
function numbering(annotation) {
  let starts = numbers.get(annotation);
  if (!starts) {
    let number = 0;
    starts = annotation.paragraphs.map((paragraph) => ({ start: paragraph.start, number: numbered(paragraph) ? (number += 1) : null }));
    numbers.set(annotation, starts);
  }
  return starts;
}

/** @param {Paragraph} paragraph */
export function numbered(paragraph) {
  return paragraph.role !== "headline";
}

/**
 * The quotation's words, with `[…]` where the reporting clause stood between.
 *
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
export function quoted(annotation, quote) {
  return quote.content.map((span) => words(annotation, span)).join(" […] ");
}

/**
 * Why a finding was made, in sentences: what the engine noted, or else what its rules say of themselves.
 *
 * @param {readonly Evidence[]} evidence
 * @param {(rule: string) => { readonly text: string } | undefined} describe
 * @returns {string[]}
 */
export function reasons(evidence, describe) {
  const noted = evidence.flatMap(({ note }) => (note ? [note] : []));
  const described = evidence.flatMap(({ rule }) => describe(rule)?.text ?? []);
  return [...new Set(noted.length > 0 ? noted : described)];
}

/**
 * The one reason that says most.
 *
 * @param {readonly Evidence[]} evidence
 * @param {(rule: string) => { readonly text: string } | undefined} describe
 * @returns {string | undefined}
 */
export function reason(evidence, describe) {
  return reasons(evidence, describe)[0];
}

/**
 * Everybody who is quoted, the most quoted first.
 *
 * @param {Annotation} annotation
 * @returns {Entity[]}
 */
export function speakers({ entities }) {
  return entities.filter(({ quotes }) => quotes.length > 0).sort((a, b) => b.quotes.length - a.quotes.length);
}
