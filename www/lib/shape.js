/**
 * What a native file and a correction have to look like, so that whatever is in them can be relied on. They come from anybody.
 */

/** Where a value has not the shape, as a path (""  for the value itself); null where it has it. @typedef {(value: any) => string | null} Shape */

const text = is((value) => typeof value === "string");
const flag = is((value) => typeof value === "boolean");
const share = is((value) => typeof value === "number" && 0 <= value && value <= 1);
const place = is((value) => Number.isInteger(value) && value >= 0);

/** @param {(value: any) => boolean} holds @returns {Shape} */
function is(holds) {
  return (value) => (holds(value) ? null : "");
}

/** @param {...string} words @returns {Shape} */
function oneOf(...words) {
  return is((value) => words.includes(value));
}

/** @param {Shape} shape @returns {Shape} */
function orNull(shape) {
  return (value) => (value === null ? null : shape(value));
}

/** @param {Shape} shape @returns {Shape} */
function listOf(shape) {
  return (value) => {
    if (!Array.isArray(value)) return "";
    for (let index = 0; index < value.length; index += 1) {
      const wrong = shape(value[index]);
      if (wrong !== null) return `[${index}]${wrong}`;
    }
    return null;
  };
}

/**
 * @param {Readonly<Record<string, Shape>>} fields that must be there
 * @param {Readonly<Record<string, Shape>>} [more] that may
 * @returns {Shape}
 */
function object(fields, more = {}) {
  const all = [...Object.entries(fields).map((field) => [...field, true]), ...Object.entries(more).map((field) => [...field, false])];
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
    for (const [name, shape, needed] of /** @type {[string, Shape, boolean][]} */ (all)) {
      const there = Object.hasOwn(value, name);
      if (!there && !needed) continue;
      const wrong = there ? shape(value[name]) : "";
      if (wrong !== null) return `.${name}${wrong}`;
    }
    return null;
  };
}

/** @param {Shape} shape @param {Shape} other @returns {Shape} */
function both(shape, other) {
  return (value) => shape(value) ?? other(value);
}

/** @param {Shape} shape @param {Shape} other @returns {Shape} */
function either(shape, other) {
  return (value) => (shape(value) === null ? null : other(value));
}

const ENTITY_TYPE = oneOf("person", "organisation", "place", "group", "unnamed");
const QUOTE_KIND = oneOf("direct", "indirect", "mixed");
const DATE_TYPE = oneOf("DATE", "TIME", "DURATION", "SET");
const STATED = object({}, { year: flag, month: flag, day: flag, weekday: flag, hour: flag, minute: flag, zone: flag });
const ids = listOf(text);

/**
 * An annotation whose spans end within so many units.
 *
 * @param {number} length
 * @returns {Shape}
 */
export function annotation(length) {
  const span = both(object({ start: place, end: place }), is(({ start, end }) => start <= end && end <= length));
  const judged = object({
    confidence: share, certainty: oneOf("certain", "likely", "unsure"), origin: oneOf("engine", "user", "names"),
    evidence: listOf(object({ rule: text, spans: listOf(span) }, { note: text })),
  });
  const role = both(judged, object({ text }, { span, organisation: text }));
  const entity = object(
    { id: text, type: ENTITY_TYPE, name: text, aliases: ids, roles: listOf(role), mentions: ids, quotes: ids },
    { acronym: text, title: text, pronouns: ids });
  const mention = object({ id: text, entity: text, form: oneOf("name", "short-name", "acronym", "pronoun", "description") });
  const cue = both(span, object({ lemma: text, polarity: oneOf("asserts", "denies", "asks", "wishes", "unclear") }));
  const quote = object({
    id: text, kind: QUOTE_KIND, content: listOf(span), cue: orNull(cue), source: listOf(span), speaker: orNull(text),
    candidates: listOf(object({ entity: text, confidence: share })), paragraphs: both(listOf(place), is(({ length }) => length === 2)),
  }, { parent: text });
  const date = object({
    id: text, type: DATE_TYPE, value: text, range: orNull(object({ from: text, to: text })), anchor: orNull(text), stated: STATED,
    alternatives: listOf(object({ value: text, confidence: share })),
  }, { mod: text });
  return object({
    generator: object({ name: text, version: text }), offsets: oneOf("utf16", "codepoint", "utf8"), language: text, unsure: ids,
    publication: both(judged, object({ value: orNull(text), source: oneOf("given", "dateline", "inferred", "none"), stated: STATED }, { span })),
    paragraphs: listOf(both(span, object({ role: oneOf("headline", "byline", "dateline", "body", "heading") }))),
    entities: listOf(both(judged, entity)),
    mentions: listOf(both(span, both(judged, mention))),
    quotes: listOf(both(judged, quote)),
    dates: listOf(both(span, both(judged, date))),
  }, { edits: listOf(edit), names: listOf(NAME) });
}

const NAME = object({ name: text, type: oneOf("person", "organisation") }, { aliases: ids, role: text, ignore: flag });
const ANCHOR = object({ start: place, end: place, exact: text, prefix: text, suffix: text });
const SOMEBODY = either(text, object({ type: ENTITY_TYPE, name: text }));

/** What each correction says. @type {Readonly<Record<string, Shape>>} */
const EDITS = {
  confirm: object({ id: text }),
  remove: object({ id: text }, { everywhere: flag }),
  "add-quote": object({ content: listOf(ANCHOR), kind: QUOTE_KIND, speaker: orNull(SOMEBODY) }),
  "add-mention": object({ anchor: ANCHOR, entity: SOMEBODY }, { everywhere: flag }),
  "add-date": object({ anchor: ANCHOR, value: text, type: DATE_TYPE }),
  "set-span": object({ id: text, spans: listOf(ANCHOR) }),
  "set-kind": object({ id: text, kind: QUOTE_KIND }),
  "set-speaker": object({ id: text, speaker: orNull(SOMEBODY) }),
  "set-value": object({ id: text, value: text }),
  "set-published": object({ value: orNull(text) }),
  rename: object({ id: text, name: text }),
  "set-type": object({ id: text, type: ENTITY_TYPE }),
  merge: object({ ids, keep: text }),
  split: object({ id: text, mentions: ids, name: text }),
};
const EDIT = object({ op: oneOf(...Object.keys(EDITS)) }, { at: text, by: text, where: ANCHOR });

/** A correction. @type {Shape} */
export function edit(value) {
  return EDIT(value) ?? EDITS[value.op]?.(value) ?? null;
}
