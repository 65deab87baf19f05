/**
 * brat's standoff format: the text, and beside it one line for each finding, relation and remark. Offsets are code points.
 */
import { mentions as mentionsOf } from "../element/lookup.js";
import { inCodeUnits } from "../offsets.js";
import { codePoints } from "./points.js";
/** @import { Annotation, Entity, Mention, Span } from "../types.js" */

/** @type {Readonly<Record<Entity["type"], string>>} */
const TYPES = { person: "Person", organisation: "Organisation", place: "Place", group: "Group", unnamed: "Unnamed" };

/**
 * For the annotation tool brat: the text, and beside it one line for each finding.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toBrat } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toBrat(annotation).ann.split("\n")[0].replace("\t", " "));
 * ```
 *
 * ```text
 * T1 Person 11 20	Ada Quill
 * ```
 *
 * @param {Annotation} given
 * @returns {{ readonly txt: string, readonly ann: string }}
 */
export function toBrat(given) {
  const annotation = inCodeUnits(given);
  const { text, entities, mentions, quotes, dates } = annotation;
  const lines = new Lines(text);
  const types = new Map(entities.map(({ id, type }) => [id, TYPES[type]]));
  const marks = new Map(mentions.map((mention) => [mention.id, lines.mark(types.get(mention.entity) ?? "Name", [mention])]));
  const named = new Map(entities.map((entity) => [entity.id, mentionsOf(annotation, entity).toSorted((a, b) => a.start - b.start)]));
  for (const entity of entities) lines.same(entity.mentions.flatMap((id) => marks.get(id) ?? []));
  for (const quote of quotes) {
    const mark = lines.mark("Quotation", quote.content);
    lines.attribute("Kind", mark, quote.kind);
    const own = (quote.speaker !== null && named.get(quote.speaker)) || [];
    const source = quote.source.flatMap((span) => firstIn(own, span) ?? [])[0] ?? own[0];
    const said = source && marks.get(source.id);
    if (said) lines.relation("Speaker", mark, said);
    if (quote.cue) lines.relation("Cue", mark, lines.mark("Cue", [quote.cue]));
  }
  for (const date of dates) lines.note(lines.mark("Date", [date]), date.value);
  return { txt: text, ann: lines.all.map((line) => `${line}\n`).join("") };
}

/**
 * @param {readonly Mention[]} mentions in text order, apart from each other
 * @param {Span} span
 */
function firstIn(mentions, span) {
  let low = 0;
  for (let high = mentions.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? Infinity) <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = mentions[low];
  return first && first.start < span.end ? first : undefined;
}

class Lines {
  /** @type {string[]} */
  all = [];
  #text;
  #at;
  /** How many of each kind there are. */
  #counts = { T: 0, R: 0, A: 0, "#": 0 };

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    this.#at = codePoints(text);
  }

  /**
   * A finding may not reach over a line end, so it is cut there.
   *
   * @param {string} type
   * @param {readonly Span[]} spans
   */
  mark(type, spans) {
    const parts = spans.flatMap((span) => unbroken(this.#text, span));
    const places = parts.map(({ start, end }) => `${this.#at(start)} ${this.#at(end)}`).join(";");
    const words = parts.map(({ start, end }) => this.#text.slice(start, end)).join(" ");
    return this.#add("T", `${type} ${places}\t${words}`);
  }

  /** @param {readonly string[]} marks  all of one person or thing */
  same(marks) {
    if (marks.length > 1) this.all.push(`*\tEquiv ${marks.join(" ")}`);
  }

  /**
   * @param {string} name
   * @param {string} from
   * @param {string} to
   */
  relation(name, from, to) {
    this.#add("R", `${name} Arg1:${from} Arg2:${to}`);
  }

  /**
   * @param {string} name
   * @param {string} mark
   * @param {string} value
   */
  attribute(name, mark, value) {
    this.#add("A", `${name} ${mark} ${value}`);
  }

  /**
   * @param {string} mark
   * @param {string} words
   */
  note(mark, words) {
    this.#add("#", `AnnotatorNotes ${mark}\t${words}`);
  }

  /**
   * @param {"T" | "R" | "A" | "#"} kind
   * @param {string} rest
   */
  #add(kind, rest) {
    const id = `${kind}${(this.#counts[kind] += 1)}`;
    this.all.push(`${id}\t${rest}`);
    return id;
  }
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]}
 */
function unbroken(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map(({ 0: words, index }) => ({ start: start + index, end: start + index + words.length }));
}
