/**
 * Who said it, in a word or two: the note beside each quotation.
 */
import { entity, mentions, words } from "./lookup.js";
import { QUOTE_KINDS } from "./words.js";
/** @import { Annotation, Entity, Quote } from "../types.js" */
/** @typedef {{ text: string, spoken: string }} Note what is seen, and what a screen reader says instead */

/** Two parts of a quotation with no more than this between them need one note only. */
const CLOSE = 48;
/** A full name up to this length is short enough for the margin. */
const SHORT = 22;

/**
 * A note for each part of a quotation, `null` where the one before it is near enough.
 *
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {(Note | null)[]}
 */
export function notes(annotation, quote) {
  return quote.content.map((span, part) => {
    const before = quote.content[part - 1];
    if (before && span.start - before.end < CLOSE && !annotation.text.slice(before.end, span.start).includes("\n")) return null;
    return note(annotation, quote, part > 0);
  });
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @param {boolean} continued
 * @returns {Note}
 */
function note(annotation, quote, continued) {
  const speaker = entity(annotation, quote.speaker);
  const doubt = quote.certainty === "unsure";
  const name = speaker ? shortName(annotation, speaker) : "who?";
  const said = continued ? ", contd" : manner(quote);
  const kind = QUOTE_KINDS[quote.kind].toLowerCase();
  return {
    text: `${name}${said}${doubt && speaker ? " ?" : ""}`,
    spoken: ` (${continued ? "continued " : ""}${kind}, ${speaker?.name ?? "speaker unknown"}${doubt ? ", unsure" : ""})`,
  };
}

/** @param {Quote} quote */
function manner(quote) {
  if (quote.cue?.polarity === "denies") return ", denies";
  if (quote.cue?.polarity === "asks") return ", asks";
  return quote.kind === "mixed" ? ", mixed" : "";
}

/** @type {WeakMap<Annotation, Map<Entity, string>>} */
const named = new WeakMap();

/**
 * The shortest name by which an article's readers know somebody: a surname the article itself uses, an acronym, else the
 * full name. Never one that two entities share.
 *
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
export function shortName(annotation, entity) {
  let names = named.get(annotation);
  if (!names) named.set(annotation, (names = shortNames(annotation)));
  return names.get(entity) ?? entity.name;
}

/**
 * @param {Annotation} annotation
 * @returns {Map<Entity, string>}
 */
function shortNames(annotation) {
  const wanted = new Map(annotation.entities.map((entity) => [entity, shortest(annotation, entity)]));
  const taken = new Map();
  for (const name of wanted.values()) taken.set(name, (taken.get(name) ?? 0) + 1);
  for (const [entity, name] of wanted) if (taken.get(name) > 1) wanted.set(entity, entity.name);
  return wanted;
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function shortest(annotation, entity) {
  if (entity.acronym) return entity.acronym;
  const short = mentions(annotation, entity).filter(({ form }) => form === "short-name");
  const last = entity.name.split(" ").at(-1);
  const used = short.map((mention) => words(annotation, mention));
  return used.find((name) => name === last) ?? used[0] ?? abridged(entity);
}

/** @param {Entity} entity */
function abridged(entity) {
  if (entity.name.length <= SHORT || entity.type === "unnamed") return entity.name;
  return entity.type === "person" ? (entity.name.split(" ").at(-1) ?? entity.name) : entity.name;
}

/**
 * Up to three letters for the badge on a card.
 *
 * @param {Entity} entity
 */
export function initials(entity) {
  if (entity.type === "unnamed") return "?";
  if (entity.acronym && entity.acronym.length <= 4) return entity.acronym;
  const large = entity.name.split(/[\s-]+/).flatMap((word) => word.match(/^\p{Lu}/u) ?? []);
  const all = large.length > 0 ? large : [...entity.name.slice(0, 1).toUpperCase()];
  return all.length > 3 ? `${all[0]}${all.at(-1)}` : all.join("");
}
