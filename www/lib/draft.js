/**
 * An annotation that is being corrected: the same lists, with each finding replaced by a corrected copy, never changed.
 */
import { occurrences } from "./anchor.js";
/** @import { Annotation, AnyId, DateMark, DateType, Entity, EntityId, Mention, MentionId, NewEntity, Quote, QuoteKind, Span } from "./types.js" */

/** What every correction makes of a finding. */
const BY_HAND = /** @type {const} */ ({ confidence: 1, certainty: "certain", origin: "user", evidence: [] });

export class Draft {
  /** @type {Map<AnyId, Entity>} */
  entities;
  /** @type {Map<AnyId, Mention>} */
  mentions;
  /** @type {Map<AnyId, Quote>} */
  quotes;
  /** @type {Map<AnyId, DateMark>} */
  dates;
  /** Names given by hand; they do not change with the mentions. @type {Set<AnyId>} */
  #touched = new Set();

  /** @param {Annotation} annotation */
  constructor(annotation) {
    this.base = annotation;
    this.text = annotation.text;
    this.entities = byId(annotation.entities);
    this.mentions = byId(annotation.mentions);
    this.quotes = byId(annotation.quotes);
    this.dates = byId(annotation.dates);
  }

  /** @param {AnyId} id */
  find(id) {
    return this.#list(id)?.get(id);
  }

  /** The kind of a finding that is there: `e`, `m`, `q` or `d`. @param {AnyId} id */
  letter(id) {
    return this.entities.has(id) ? "e" : this.mentions.has(id) ? "m" : this.quotes.has(id) ? "q" : "d";
  }

  /**
   * Where a finding stands: its first words.
   *
   * @param {AnyId} id
   * @returns {Span | undefined}
   */
  place(id) {
    const entity = this.entities.get(id);
    return this.quotes.get(id)?.content[0] ?? this.dates.get(id) ?? this.mentions.get(id) ?? this.mentions.get(entity?.mentions[0] ?? "");
  }

  /**
   * The finding of a kind (the first letter of its id) that stands at a place.
   *
   * @param {string} letter
   * @param {Span} span
   * @returns {AnyId | undefined}
   */
  standing(letter, span) {
    const overlaps = (/** @type {Span} */ other) => other.start < span.end && span.start < other.end;
    if (letter === "q") return [...this.quotes.values()].find(({ content }) => content.some(overlaps))?.id;
    if (letter === "d") return [...this.dates.values()].find(overlaps)?.id;
    const mention = [...this.mentions.values()].find(overlaps);
    return letter === "e" ? mention?.entity : mention?.id;
  }

  /** @param {AnyId} id */
  confirm(id) {
    this.change(id, {});
  }

  /**
   * @param {AnyId} id
   * @param {object} fields
   */
  change(id, fields) {
    const list = /** @type {Map<AnyId, object> | undefined} */ (this.#list(id));
    const found = list?.get(id);
    if (found) list?.set(id, { ...found, ...judgement(found), ...fields });
  }

  /**
   * @param {AnyId} id
   * @param {boolean} everywhere the same words wherever they stand
   */
  remove(id, everywhere) {
    const mention = this.mentions.get(id);
    const words = mention && this.#words(mention);
    const same = mention && everywhere ? [...this.mentions.values()].filter((other) => this.#words(other) === words) : [];
    for (const { id } of same) this.mentions.delete(id);
    if (this.entities.has(id)) this.#removeEntity(id);
    this.#list(id)?.delete(id);
  }

  /** @param {AnyId} id */
  #removeEntity(id) {
    for (const mention of this.mentions.values()) if (mention.entity === id) this.mentions.delete(mention.id);
    for (const quote of this.quotes.values()) if (quote.speaker === id) this.quotes.set(quote.id, { ...quote, speaker: null });
  }

  /**
   * @param {Span[]} content
   * @param {QuoteKind} kind
   * @param {EntityId | NewEntity | null} speaker
   */
  addQuote(content, kind, speaker) {
    const id = this.#fresh("q", content[0]);
    this.quotes.set(id, {
      ...BY_HAND, id, kind, content, cue: null, source: [], speaker: this.#entity(speaker), candidates: [],
      paragraphs: [this.#paragraph(content[0]), this.#paragraph(content.at(-1))],
    });
  }

  /**
   * @param {Span} span
   * @param {EntityId | NewEntity} named
   * @param {boolean} everywhere
   */
  addMention(span, named, everywhere) {
    const entity = this.#entity(named);
    if (entity === null) return;
    const length = span.end - span.start;
    const starts = everywhere ? occurrences(this.text, this.#words(span)).filter((start) => isWord(this.text, start, start + length)) : [span.start];
    for (const start of starts) this.#addOne({ start, end: start + length }, entity);
  }

  /**
   * @param {Span} span
   * @param {EntityId} entity
   */
  #addOne(span, entity) {
    for (const other of this.mentions.values()) if (other.start < span.end && span.start < other.end) this.mentions.delete(other.id);
    const id = this.#fresh("m", span);
    const form = this.entities.get(entity)?.name === this.#words(span) ? "name" : "short-name";
    this.mentions.set(id, { ...BY_HAND, id, ...span, entity, form });
  }

  /**
   * @param {Span} span
   * @param {string} value
   * @param {DateType} type
   */
  addDate(span, value, type) {
    const id = this.#fresh("d", span);
    this.dates.set(id, { ...BY_HAND, id, ...span, type, value, range: days(value), anchor: null, stated: {}, alternatives: [] });
  }

  /**
   * @param {AnyId} id
   * @param {Span[]} spans
   */
  setSpan(id, spans) {
    if (this.quotes.has(id)) this.change(id, { content: spans });
    else this.change(id, { start: spans[0]?.start, end: spans[0]?.end });
  }

  /**
   * @param {AnyId} id
   * @param {EntityId | NewEntity | null} speaker
   */
  setSpeaker(id, speaker) {
    this.change(id, { speaker: this.#entity(speaker) });
  }

  /**
   * @param {AnyId} id
   * @param {string} value
   */
  setValue(id, value) {
    this.change(id, { value, range: days(value), anchor: null, alternatives: [], mod: undefined });
  }

  /**
   * @param {readonly EntityId[]} ids
   * @param {EntityId} keep
   * @returns {boolean} whether there is another of them
   */
  merge(ids, keep) {
    const gone = new Set(ids.filter((id) => id !== keep && this.entities.has(id)));
    if (gone.size === 0) return false;
    for (const mention of this.mentions.values()) if (gone.has(mention.entity)) this.mentions.set(mention.id, { ...mention, entity: keep });
    for (const quote of this.quotes.values()) if (quote.speaker && gone.has(quote.speaker)) this.quotes.set(quote.id, { ...quote, speaker: keep });
    for (const id of gone) this.entities.delete(id);
    this.change(keep, {});
    this.#touched.add(keep);
    return true;
  }

  /**
   * Gives some mentions, and the quotations that they are the source of, to somebody new.
   *
   * @param {AnyId} id
   * @param {readonly MentionId[]} mentions
   * @param {string} name
   * @returns {boolean} whether there are such mentions
   */
  split(id, mentions, name) {
    const entity = this.entities.get(id);
    const moved = mentions.flatMap((mention) => this.mentions.get(mention) ?? []);
    if (!entity || moved.length === 0) return false;
    const other = this.#entity({ type: entity.type, name });
    for (const mention of moved) this.mentions.set(mention.id, { ...mention, ...BY_HAND, entity: other ?? mention.entity });
    for (const quote of this.quotes.values()) {
      const theirs = quote.speaker === id && quote.source.some((span) => moved.some(({ start, end }) => start < span.end && span.start < end));
      if (theirs) this.quotes.set(quote.id, { ...quote, ...BY_HAND, speaker: other });
    }
    this.#touched.add(id);
    return true;
  }

  /** The corrected annotation. @returns {Annotation} */
  finish() {
    const mentions = inOrder([...this.mentions.values()].filter(({ entity }) => this.entities.has(entity)));
    const quotes = [...this.quotes.values()].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
    const entities = [...this.entities.values()].map((entity) => this.#finished(entity, mentions, quotes)).filter((entity) => this.#wanted(entity));
    const dates = inOrder([...this.dates.values()]);
    return { ...this.base, entities, mentions, quotes, dates, unsure: this.base.unsure.filter((id) => this.#doubtful(id)) };
  }

  /**
   * @param {Entity} entity
   * @param {Mention[]} mentions
   * @param {Quote[]} quotes
   * @returns {Entity}
   */
  #finished(entity, mentions, quotes) {
    const own = mentions.filter((mention) => mention.entity === entity.id);
    const names = own.filter(({ form }) => form === "name" || form === "short-name" || form === "acronym").map((mention) => this.#words(mention));
    const aliases = [...new Set([...entity.aliases.filter((alias) => !this.#touched.has(entity.id) || names.includes(alias)), ...names])];
    return {
      ...entity,
      aliases: aliases.filter((alias) => alias !== entity.name),
      mentions: own.map(({ id }) => id),
      quotes: quotes.filter(({ speaker }) => speaker === entity.id).map(({ id }) => id),
    };
  }

  /** @param {Entity} entity */
  #wanted({ id, mentions, quotes }) {
    const before = this.base.entities.find((entity) => entity.id === id);
    return mentions.length + quotes.length > 0 || before?.mentions.length === 0;
  }

  /** @param {AnyId} id */
  #doubtful(id) {
    const found = this.find(id);
    return found !== undefined && found.origin !== "user";
  }

  /**
   * @param {EntityId | NewEntity | null} named
   * @returns {EntityId | null} null for nobody, and for somebody who is not there
   */
  #entity(named) {
    if (named === null || typeof named === "string") return named !== null && this.entities.has(named) ? named : null;
    const known = [...this.entities.values()].find(({ type, name }) => type === named.type && name === named.name);
    const id = known?.id ?? `e:${named.type}:${named.name}`;
    if (!known) this.entities.set(id, { ...BY_HAND, id, ...named, aliases: [], roles: [], mentions: [], quotes: [] });
    return id;
  }

  /**
   * @param {string} letter
   * @param {Span | undefined} span
   */
  #fresh(letter, span) {
    const words = span ? this.#words(span) : "";
    const before = span ? occurrences(this.text.slice(0, span.start), words).length : 0;
    return `${letter}:${words}:${before}`;
  }

  /** @param {Span} span */
  #words({ start, end }) {
    return this.text.slice(start, end);
  }

  /** @param {Span | undefined} span */
  #paragraph(span) {
    return Math.max(0, this.base.paragraphs.findIndex(({ end }) => (span?.start ?? 0) < end));
  }

  /**
   * @param {AnyId} id
   * @returns {Map<AnyId, Entity> | Map<AnyId, Mention> | Map<AnyId, Quote> | Map<AnyId, DateMark> | undefined}
   */
  #list(id) {
    return [this.entities, this.mentions, this.quotes, this.dates].find((list) => list.has(id));
  }
}

/**
 * @template {{ readonly id: AnyId }} T
 * @param {readonly T[]} items
 * @returns {Map<AnyId, T>}
 */
function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}

/**
 * @template {Span} T
 * @param {T[]} items
 */
function inOrder(items) {
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Sure, by hand, with the engine's reasons kept for those who ask.
 *
 * @param {object} found
 */
function judgement(found) {
  return { ...BY_HAND, ...("evidence" in found && { evidence: found.evidence }) };
}

/**
 * First and last day of a value that is a day, a month or a year.
 *
 * @param {string} value
 * @returns {DateMark["range"]}
 */
function days(value) {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return { from: value.slice(0, 10), to: value.slice(0, 10) };
  const [year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(value)?.slice(1) ?? [];
  if (!year) return null;
  const last = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).getUTCDate();
  return { from: `${year}-${month ?? "01"}-01`, to: `${year}-${month ?? "12"}-${last}` };
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isWord(text, start, end) {
  return !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}
