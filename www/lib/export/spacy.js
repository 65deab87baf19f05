/**
 * spaCy's shapes: `ents` as displaCy draws them by hand (`displacy.render(…, style="ent", manual=True)`) and as `doc.char_span` reads them, and
 * quotations, which may overlap, as a group of spans. Offsets are code points.
 */
import { entity } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { codePoints } from "./points.js";
/** @import { Annotation, EntityType, Span } from "../types.js" */

/** Labels of OntoNotes, which spaCy's English models use. @type {Readonly<Partial<Record<EntityType, string>>>} */
const LABELS = { person: "PERSON", organisation: "ORG", place: "GPE" };

/**
 * For spaCy and displaCy: names and dates as `ents`, quotations as `spans`.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toSpacy } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toSpacy(annotation).ents.map(({ start, end, label }) => `${start}-${end} ${label}`).join(", "));
 * ```
 *
 * ```text
 * 11-20 PERSON, 24-34 DATE
 * ```
 *
 * @param {Annotation} given
 * @returns {object}
 */
export function toSpacy(given) {
  const annotation = inCodeUnits(given);
  const { text, mentions, dates, quotes } = annotation;
  const at = codePoints(text);
  const place = (/** @type {Span} */ { start, end }) => ({ start: at(start), end: at(end) });
  const names = mentions.filter(({ form }) => form !== "pronoun" && form !== "description").flatMap((mention) => {
    const named = entity(annotation, mention.entity);
    const label = named && LABELS[named.type];
    return label ? [{ ...place(mention), label, kb_id: named.name }] : [];
  });
  const days = dates.map((date) => ({ ...place(date), label: date.type === "TIME" ? "TIME" : "DATE", kb_id: date.value }));
  return {
    text,
    title: null,
    ents: apart([...names, ...days]),
    spans: {
      quotations: quotes.flatMap(({ content, kind, speaker }) =>
        content.map((span) => ({ ...place(span), label: kind.toUpperCase(), kb_id: entity(annotation, speaker)?.name ?? "" }))),
    },
  };
}

/**
 * In order, and of those that overlap only the first and longest.
 *
 * @template {Span} T
 * @param {T[]} spans
 * @returns {T[]}
 */
function apart(spans) {
  let reached = 0;
  return spans.sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
