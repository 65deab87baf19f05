/**
 * Quotations in words: on a card, on the clipboard.
 */
import { entity, paragraphNumber, quote, quoted } from "./lookup.js";
/** @import { Annotation, Entity, Quote } from "../types.js" */

/**
 * One quotation for the clipboard, with who said it.
 *
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
export function quoteAsText(annotation, quote) {
  const speaker = entity(annotation, quote.speaker);
  const kind = manner(quote);
  return `${withMarks(annotation, quote)}${kind === quote.kind ? "" : ` (${kind})`} – ${speaker ? named(annotation, speaker) : "speaker not found"}`;
}

/**
 * One speaker's quotations for the clipboard, with name and paragraph.
 *
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
export function quotesAsText(annotation, entity) {
  const lines = entity.quotes.flatMap((id) => {
    const found = quote(annotation, id);
    return found ? [`${where(annotation, found)} (${manner(found)}) ${withMarks(annotation, found)}`] : [];
  });
  return [named(annotation, entity), ...lines].join("\n");
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function named(annotation, entity) {
  const role = roleOf(annotation, entity);
  return `${entity.name}${role ? `, ${role}` : ""}`;
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
export function roleOf(annotation, { type, roles }) {
  const [role] = roles;
  if (!role) return ROLELESS[type] ?? "";
  const at = entity(annotation, role.organisation)?.name;
  return at && !role.text.includes(at) ? `${role.text}, ${at}` : role.text;
}

/** @type {Readonly<Partial<Record<Entity["type"], string>>>} */
const ROLELESS = {
  organisation: "organisation speaking for itself", place: "government or place speaking for itself", group: "several people at once",
  unnamed: "source without a name",
};

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
export function where(annotation, quote) {
  const number = paragraphNumber(annotation, quote.content[0]?.start ?? 0);
  return number === null ? "Headline" : `¶${number}`;
}

/**
 * The kind; and that somebody denied or asked it, lest it be taken for a claim.
 *
 * @param {Quote} quote
 */
export function manner({ kind, cue }) {
  if (cue?.polarity === "denies") return `${kind}, denied`;
  return cue?.polarity === "asks" ? `${kind}, asked` : kind;
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
export function withMarks(annotation, quote) {
  return quote.kind === "direct" ? `“${quoted(annotation, quote)}”` : quoted(annotation, quote);
}
