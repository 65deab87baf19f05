/**
 * An engine that finds what it is told, so that the elements can be tested on marks of every kind whatever the real one finds.
 */
/** @import { Annotation, Annotator } from "../../www/lib/types.js" */

const SURE = { confidence: 0.95, certainty: "certain", origin: "engine", evidence: [] };
const UNSURE = { confidence: 0.6, certainty: "unsure", origin: "engine", evidence: [{ rule: "test-rule", spans: [], note: "The nearest name stands two sentences before." }] };

export const TEXT = `Mill to close after a century

OSTERBY, 5 March — “We kept the looms running,” said Ada Quill, head of the Osterby Weavers’ Guild (OWG). “Nobody else would.”

Quill told reporters on Friday that the guild “will not sign” before summer. She denied having met the owners.

A clerk said the books were burnt.`;

/** @type {Omit<Annotator, "session">} */
export const annotator = {
  version: "0",
  annotate: (text, options) => (text.trim() === TEXT ? article(text, options?.published ?? "2021-03-05") : plain(text)),
  describeRule: (rule) => (rule === "test-rule" ? { title: "Test", text: "A rule for tests.", example: "x" } : undefined),
};

/**
 * @param {string} text
 * @returns {Annotation}
 */
function plain(text) {
  const paragraphs = [...text.matchAll(/\S[^\n]*/g)].map((line) => ({ start: line.index, end: line.index + line[0].length, role: "body" }));
  return /** @type {Annotation} */ ({
    schema: "pressmark/1", generator: { name: "fixture", version: "0" }, text, offsets: "utf16", language: "en",
    publication: { ...SURE, value: null, source: "none", stated: {} }, paragraphs, entities: [], mentions: [], quotes: [], dates: [], unsure: [],
  });
}

/**
 * @param {string} text
 * @param {string} published
 * @returns {Annotation}
 */
function article(text, published) {
  /** @param {string} words @param {number} [nth] */
  const at = (words, nth = 0) => {
    let start = -1;
    for (let count = 0; count <= nth; count += 1) start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`the article has no ${words}`);
    return { start, end: start + words.length };
  };
  const given = published !== "2021-03-05";
  const base = plain(text);
  return /** @type {Annotation} */ (/** @type {unknown} */ ({
    ...base,
    publication: given ? { ...SURE, value: published, source: "given", stated: {} } : {
      ...UNSURE, certainty: "likely", value: published, source: "inferred", stated: { year: false, month: true, day: true }, span: at("5 March"),
      evidence: [{ rule: "test-rule", spans: [], note: "5 March is a Friday in 2021, and the text says Friday." }],
    },
    paragraphs: base.paragraphs.map((paragraph, index) => ({ ...paragraph, role: index === 0 ? "headline" : "body" })),
    entities: [
      { ...SURE, id: "e-quill", type: "person", name: "Ada Quill", aliases: ["Quill"], pronouns: ["she"], mentions: ["m-ada", "m-quill", "m-she"], quotes: ["q-looms", "q-sign", "q-met"],
        roles: [{ ...SURE, text: "head", span: at("head"), organisation: "e-guild" }] },
      { ...SURE, id: "e-guild", type: "organisation", name: "Osterby Weavers’ Guild", acronym: "OWG", aliases: ["OWG"], roles: [], mentions: ["m-guild", "m-owg", "m-the"], quotes: [] },
      { ...SURE, id: "e-clerk", type: "unnamed", name: "a clerk", aliases: [], roles: [], mentions: ["m-clerk"], quotes: ["q-books"] },
    ],
    mentions: [
      { ...SURE, id: "m-ada", entity: "e-quill", form: "name", ...at("Ada Quill") },
      { ...SURE, id: "m-guild", entity: "e-guild", form: "name", ...at("Osterby Weavers’ Guild") },
      { ...SURE, id: "m-owg", entity: "e-guild", form: "acronym", ...at("OWG") },
      { ...SURE, id: "m-quill", entity: "e-quill", form: "short-name", ...at("Quill", 1) },
      { ...SURE, id: "m-the", entity: "e-guild", form: "description", ...at("the guild") },
      { ...SURE, id: "m-she", entity: "e-quill", form: "pronoun", ...at("She") },
      { ...SURE, id: "m-clerk", entity: "e-clerk", form: "description", ...at("A clerk") },
    ],
    quotes: [
      quote("q-looms", "direct", [at("We kept the looms running,"), at("Nobody else would.")], at("said"), "say", "e-quill", at("Ada Quill")),
      quote("q-sign", "mixed", [at("the guild “will not sign” before summer")], at("told"), "tell", "e-quill", at("Quill", 1)),
      quote("q-met", "indirect", [at("having met the owners")], at("denied"), "deny", "e-quill", at("She"), "denies"),
      { ...quote("q-books", "indirect", [at("the books were burnt")], at("said", 1), "say", "e-clerk", at("A clerk")), ...UNSURE },
    ],
    dates: [
      date("d-5", at("5 March"), published, null, { year: false, month: true, day: true }),
      date("d-friday", at("Friday"), published, "publication", { weekday: true, year: false }),
      { ...date("d-summer", at("summer"), `${published.slice(0, 4)}-SU`, "publication", { year: false }), ...UNSURE },
    ],
    unsure: ["q-books", "d-summer"],
  }));
}

/**
 * @param {string} id
 * @param {string} kind
 * @param {{ start: number, end: number }[]} content
 * @param {{ start: number, end: number }} cue
 * @param {string} lemma
 * @param {string} speaker
 * @param {{ start: number, end: number }} source
 */
function quote(id, kind, content, cue, lemma, speaker, source, polarity = "asserts") {
  return { ...SURE, id, kind, content, cue: { ...cue, lemma, polarity }, source: [source], speaker, candidates: [{ entity: speaker, confidence: 0.9 }], paragraphs: [0, 0] };
}

/**
 * @param {string} id
 * @param {{ start: number, end: number }} span
 * @param {string} value
 * @param {string | null} anchor
 * @param {Record<string, boolean>} stated
 */
function date(id, span, value, anchor, stated) {
  const from = value.length === 10 ? value : `${value.slice(0, 4)}-06-01`;
  return { ...SURE, id, ...span, type: "DATE", value, range: { from, to: from }, anchor, stated, alternatives: [] };
}
