/**
 * An annotation as rows of plain words, for every format that is a list.
 */
import { entity, mentions, paragraphNumber, quoted, words } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
/** @import { Annotation, Entity, ExportOptions, Judged, Quote, Span, Table } from "../types.js" */

/**
 * Places are in the unit that the annotation counts in.
 *
 * @param {Annotation} given
 * @param {Table} table
 * @param {ExportOptions} options
 * @returns {Record<string, string | number>[]}
 */
export function rows(given, table, options) {
  const annotation = inCodeUnits(given);
  if (table === "quotes") {
    const places = sure(given.quotes, options).map(({ content }) => spread(content));
    return sure(annotation.quotes, options).map((quote, at) => ({ ...quoteRow(annotation, quote), ...places[at] }));
  }
  if (table === "dates") {
    const places = sure(given.dates, options).map((date) => spread([date]));
    return sure(annotation.dates, options).map((date, at) => ({ ...dateRow(annotation, date), ...places[at] }));
  }
  const organisations = table === "organisations";
  const wanted = sure(annotation.entities, options).filter(({ type }) => (organisations ? type === "organisation" : type === "person" || type === "unnamed" || type === "group"));
  return wanted.map((entity) => entityRow(annotation, entity));
}

/**
 * Leaves out what is less sure than asked for.
 *
 * @template {Judged} T
 * @param {readonly T[]} items
 * @param {ExportOptions} [options]
 * @returns {T[]}
 */
export function sure(items, { minConfidence = 0 } = {}) {
  return items.filter(({ confidence }) => confidence >= minConfidence);
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
export function quoteRow(annotation, quote) {
  const speaker = entity(annotation, quote.speaker);
  return {
    paragraph: paragraphNumber(annotation, spread(quote.content).start) ?? "headline",
    kind: quote.kind,
    speaker: speaker?.name ?? "",
    role: speaker ? roles(annotation, speaker) : "",
    words: quoted(annotation, quote),
    cue: quote.cue ? words(annotation, quote.cue) : "",
    polarity: quote.cue?.polarity ?? "",
    certainty: quote.certainty,
    ...spread(quote.content),
  };
}

/**
 * From the first character to the last.
 *
 * @param {readonly Span[]} spans
 */
function spread(spans) {
  const start = spans[0]?.start ?? 0;
  return { start, end: spans.at(-1)?.end ?? start };
}

/**
 * @param {Annotation} annotation
 * @param {Entity} found
 */
export function entityRow(annotation, found) {
  return {
    name: found.name,
    type: found.type,
    acronym: found.acronym ?? "",
    also: found.aliases.filter((alias) => alias !== found.name).join("; "),
    role: roles(annotation, found),
    mentions: mentions(annotation, found).length,
    quotations: found.quotes.length,
    certainty: found.certainty,
  };
}

/**
 * @param {Annotation} annotation
 * @param {Annotation["dates"][number]} date
 */
export function dateRow(annotation, date) {
  return {
    paragraph: paragraphNumber(annotation, date.start) ?? "headline",
    words: words(annotation, date),
    type: date.type,
    value: date.value,
    modifier: date.mod ?? "",
    from: date.range?.from ?? "",
    to: date.range?.to ?? "",
    certainty: date.certainty,
    ...spread([date]),
  };
}

/**
 * @param {Annotation} annotation
 * @param {Entity} found
 */
function roles(annotation, found) {
  return found.roles.map(({ text, organisation }) => [text, entity(annotation, organisation)?.name].filter(Boolean).join(", ")).join("; ");
}
