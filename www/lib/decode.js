/**
 * Numbers and one string → an `Annotation`: plain frozen objects, nothing that points into WebAssembly memory.
 *
 * Reads what `src/packed.rs` writes, in the same order. Enums count from 0 in the order of their declaration in Rust.
 *
 * @import * as P from "./types.js"
 */

/** @type {readonly P.Certainty[]} */
const CERTAINTIES = ["unsure", "likely", "certain"];
/** @type {readonly P.EntityType[]} */
const ENTITY_TYPES = ["person", "organisation", "place", "group", "unnamed"];
/** @type {readonly P.MentionForm[]} */
const FORMS = ["name", "short-name", "acronym", "pronoun", "description"];
/** @type {readonly P.QuoteKind[]} */
const QUOTE_KINDS = ["direct", "indirect", "mixed"];
/** @type {readonly P.Cue["polarity"][]} */
const POLARITIES = ["asserts", "denies", "asks", "wishes", "unclear"];
/** @type {readonly P.DateType[]} */
const DATE_TYPES = ["DATE", "TIME", "DURATION", "SET"];
/** @type {readonly P.DateModifier[]} */
const MODIFIERS = ["BEFORE", "AFTER", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "ON_OR_BEFORE", "ON_OR_AFTER"];
/** @type {readonly P.DatePart[]} */
const DATE_PARTS = ["year", "month", "day", "weekday", "hour", "minute", "zone"];
/** @type {readonly P.Publication["source"][]} */
const SOURCES = ["given", "dateline", "inferred", "none"];
/** @type {readonly P.Paragraph["role"][]} */
const PARAGRAPH_ROLES = ["headline", "byline", "dateline", "body", "heading"];

/** One empty list for all. @type {readonly never[]} */
const NOTHING = Object.freeze([]);

/**
 * @param {Uint32Array} words
 * @param {string} strings
 * @param {string} text  as the caller gave it
 * @param {string} version
 * @returns {P.Annotation}
 */
export function decode(words, strings, text, version) {
  const reader = new Reader(words, strings);
  reader.readIds();
  return Object.freeze({
    schema: "pressmark/1",
    generator: Object.freeze({ name: "pressmark", version }),
    text,
    offsets: "utf16",
    language: "en",
    publication: reader.publication(),
    paragraphs: reader.list(reader.paragraph),
    entities: reader.list(reader.entity),
    mentions: reader.list(reader.mention),
    quotes: reader.list(reader.quote),
    dates: reader.list(reader.date),
    unsure: reader.list(reader.string),
  });
}

class Reader {
  #words;
  #at = 0;
  /** @type {string[]} */
  #strings = [];
  /** What dates say, by its bits: few differ. @type {Map<number, P.DateMark["stated"]>} */
  #stated = new Map();
  /** @type {Record<"entities" | "mentions" | "quotes" | "dates", readonly string[]>} */
  #ids = { entities: NOTHING, mentions: NOTHING, quotes: NOTHING, dates: NOTHING };

  /**
   * @param {Uint32Array} words
   * @param {string} strings
   */
  constructor(words, strings) {
    this.#words = words;
    for (let left = this.number(), start = 0; left > 0; left--) {
      this.#strings.push(strings.slice(start, (start += this.number())));
    }
  }

  /** The ids come first, so that a reference can be read as the id it refers to. */
  readIds() {
    for (const kind of /** @type {const} */ (["entities", "mentions", "quotes", "dates"])) this.#ids[kind] = this.list(this.string);
  }

  number() {
    return this.#words[this.#at++];
  }

  string() {
    return this.#strings[this.number()];
  }

  /** @returns {string | undefined} */
  maybeString() {
    return this.#strings[this.number() - 1];
  }

  /**
   * @template T
   * @param {(this: Reader, place: number) => T} item
   * @returns {readonly T[]}
   */
  list(item) {
    const length = this.number();
    if (length === 0) return NOTHING;
    const items = new Array(length);
    for (let place = 0; place < length; place++) items[place] = item.call(this, place);
    return Object.freeze(items);
  }

  /** @returns {P.Span} */
  span() {
    return Object.freeze({ start: this.number(), end: this.number() });
  }

  confidence() {
    return this.number() / 100;
  }

  entityId() {
    return this.#ids.entities[this.number()];
  }

  mentionId() {
    return this.#ids.mentions[this.number()];
  }

  quoteId() {
    return this.#ids.quotes[this.number()];
  }

  /** @returns {P.Evidence} */
  evidence() {
    const rule = this.string();
    const spans = this.list(this.span);
    const note = this.maybeString();
    return Object.freeze(note === undefined ? { rule, spans } : { rule, spans, note });
  }

  /**
   * Only what the user gave is beyond doubt: here the list of names.
   *
   * @returns {P.Judged}
   */
  judged() {
    const confidence = this.confidence();
    return { confidence, certainty: CERTAINTIES[this.number()], evidence: this.list(this.evidence), origin: confidence === 1 ? "names" : "engine" };
  }

  /** Two bits a part: 0 not there, 1 filled in, 2 said. */
  stated() {
    const bits = this.number();
    let stated = this.#stated.get(bits);
    if (!stated) {
      const said = DATE_PARTS.map((part, place) => /** @type {const} */ ([part, (bits >> (2 * place)) & 3])).filter(([, said]) => said);
      stated = Object.freeze(Object.fromEntries(said.map(([part, said]) => [part, said === 2])));
      this.#stated.set(bits, stated);
    }
    return stated;
  }

  /** @returns {P.Publication} */
  publication() {
    const value = this.maybeString() ?? null;
    const source = SOURCES[this.number()];
    const [span] = this.list(this.span);
    const stated = this.stated();
    return Object.freeze({ value, source, ...(span && { span }), stated, ...this.judged(), origin: source === "given" ? "user" : "engine" });
  }

  /** @returns {P.Paragraph} */
  paragraph() {
    return Object.freeze({ start: this.number(), end: this.number(), role: PARAGRAPH_ROLES[this.number()] });
  }

  /**
   * @param {number} place
   * @returns {P.Entity}
   */
  entity(place) {
    const id = this.#ids.entities[place];
    const type = ENTITY_TYPES[this.number()];
    const name = this.string();
    const acronym = this.maybeString();
    const aliases = this.list(this.string);
    const title = this.maybeString();
    const roles = this.list(this.role);
    const pronouns = this.list(this.string);
    return Object.freeze({
      id, type, name,
      ...(acronym !== undefined && { acronym }),
      aliases,
      ...(title !== undefined && { title }),
      roles,
      ...(pronouns.length > 0 && { pronouns }),
      mentions: this.list(this.mentionId),
      quotes: this.list(this.quoteId),
      ...this.judged(),
    });
  }

  /** @returns {P.Role} */
  role() {
    const text = this.string();
    const [span] = this.list(this.span);
    const organisation = this.#ids.entities[this.number() - 1];
    return Object.freeze({ text, ...(span && { span }), ...(organisation !== undefined && { organisation }), ...this.judged() });
  }

  /**
   * @param {number} place
   * @returns {P.Mention}
   */
  mention(place) {
    return Object.freeze({
      id: this.#ids.mentions[place],
      start: this.number(),
      end: this.number(),
      entity: this.entityId(),
      form: FORMS[this.number()],
      ...this.judged(),
    });
  }

  /**
   * @param {number} place
   * @returns {P.Quote}
   */
  quote(place) {
    const id = this.#ids.quotes[place];
    const kind = QUOTE_KINDS[this.number()];
    const content = this.list(this.span);
    const [cue = null] = this.list(this.cue);
    const source = this.list(this.span);
    const speaker = this.#ids.entities[this.number() - 1] ?? null;
    const candidates = this.list(this.candidate);
    const parent = this.#ids.quotes[this.number() - 1];
    const paragraphs = Object.freeze(/** @type {const} */ ([this.number(), this.number()]));
    return Object.freeze({ id, kind, content, cue, source, speaker, candidates, ...(parent !== undefined && { parent }), paragraphs, ...this.judged() });
  }

  /** @returns {P.Cue} */
  cue() {
    return Object.freeze({ start: this.number(), end: this.number(), lemma: this.string(), polarity: POLARITIES[this.number()] });
  }

  /** @returns {P.SpeakerCandidate} */
  candidate() {
    return Object.freeze({ entity: this.entityId(), confidence: this.confidence() });
  }

  /**
   * @param {number} place
   * @returns {P.DateMark}
   */
  date(place) {
    const id = this.#ids.dates[place];
    const start = this.number();
    const end = this.number();
    const type = DATE_TYPES[this.number()];
    const value = this.string();
    const mod = MODIFIERS[this.number() - 1];
    const [range = null] = this.list(this.range);
    const anchor = this.anchor();
    return Object.freeze({
      id, start, end, type, value,
      ...(mod !== undefined && { mod }),
      range, anchor,
      stated: this.stated(),
      alternatives: this.list(this.alternative),
      ...this.judged(),
    });
  }

  range() {
    return Object.freeze({ from: this.string(), to: this.string() });
  }

  /** @returns {P.DateMark["anchor"]} */
  anchor() {
    const anchor = this.number();
    if (anchor === 0) return null;
    return anchor === 1 ? "publication" : this.#ids.dates[anchor - 2];
  }

  alternative() {
    return Object.freeze({ value: this.string(), confidence: this.confidence() });
  }
}
