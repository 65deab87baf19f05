/** Each format: well-formed, escaped, and with offsets at which its words stand. */

import { DOMParser } from "@xmldom/xmldom";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as formats from "../../www/lib/export/index.js";
import { convertOffsets, load } from "../../www/lib/node.js";

const annotator = await load();

/** Astral characters, lone surrogates, what XML forbids, what XML means something by, line ends within quotations. */
const ARTICLE = `🚢 Ferry strike <called> off & over

OSTERBY, 5 March 2021 — “We kept \uD83D the ferries running,” said Ada Quill, head of the Harbour Board (HB). “Nobody else would.”

Quill told reporters on Friday that the board “will not sign” ]]> before 3 April. She denied having met "Otto Brand" \0\u0007 for three weeks.

A clerk said the books were burnt. 𝔸 “This,\r\nsaid Otto Brand, is <b>wrong</b>,” said the clerk.`;
const article = annotator.annotate(ARTICLE, { minConfidence: 0 });

/** @param {string} xml */
function parsed(xml) {
  const problem = (/** @type {string} */ level, /** @type {string} */ message) => level === "warning" || assert.fail(message); // U+FFFD is warned of.
  const document = new DOMParser({ onError: problem }).parseFromString(xml, "text/xml");
  return { all: (/** @type {string} */ name) => [...document.getElementsByTagName(name)], document };
}

/** What XML can hold of a text. @param {string} text */
const holdable = (text) => Buffer.from(text).toString().replace(/[\0\u0007]/g, "\uFFFD");

/**
 * Every object with an offset and words of its own, wherever it is.
 *
 * @param {any} value
 * @returns {{ start: number, end: number, text: string }[]}
 */
function spans(value) {
  if (typeof value !== "object" || value === null) return [];
  const own = typeof value.start === "number" && typeof value.text === "string" ? [value] : [];
  return [...own, ...Object.values(value).flatMap(spans)];
}

const points = (/** @type {number} */ start, /** @type {number} */ end) => [...ARTICLE].slice(start, end).join("");

test("the article has what the formats have to show", () => {
  const { quotes, dates, mentions, entities } = article;
  assert.ok(quotes.length >= 4 && dates.length >= 4 && mentions.length >= 6);
  assert.ok(quotes.some(({ content }) => content.length > 1) && entities.some(({ type }) => type === "organisation"));
});

test("a native file is the annotation", () => {
  assert.deepEqual(formats.fromJSON(formats.toJSON(article)), article);
});

test("a native file that counts in an unknown unit, or says none, is refused in words", () => {
  for (const offsets of [undefined, "utf32", "constructor", 16]) {
    assert.throws(() => formats.fromJSON(JSON.stringify({ ...article, offsets })), { name: "TypeError", message: /“offsets”/ });
  }
});

test("JSON Lines: as many lines as findings, with the columns of the CSV", () => {
  for (const table of /** @type {const} */ (["quotes", "people", "organisations", "dates"])) {
    const lines = formats.toJSONLines(article, table).split("\n").slice(0, -1).map((line) => JSON.parse(line));
    assert.equal(formats.toCSV(article, table).split(/\r\n(?=")/).length, lines.length + 1);
    if (table === "quotes") assert.deepEqual(lines.map(({ start, end }) => [start, end]), article.quotes.map(({ content }) => [content[0].start, content.at(-1)?.end]));
  }
});

test("CSV: every column of the rows has its head, and a table without rows has the same", () => {
  for (const table of /** @type {const} */ (["quotes", "people", "organisations", "dates"])) {
    const head = (/** @type {typeof article} */ annotation) => formats.toCSV(annotation, table).split("\r\n")[0].replaceAll('"', "").split(",");
    assert.deepEqual(head(article), Object.keys(JSON.parse(formats.toJSONLines(article, table).split("\n")[0])));
    assert.deepEqual(head(annotator.annotate("")), head(article));
  }
});

test("TEI: the text is all there, and every reference leads somewhere", () => {
  const { all } = parsed(formats.toTEI(article));
  assert.equal([...all("head"), ...all("body")[0].getElementsByTagName("p")].map(({ textContent }) => textContent).join("|"),
    article.paragraphs.map(({ start, end }) => holdable(ARTICLE.slice(start, end))).join("|"));
  const everything = all("*");
  const ids = everything.flatMap((element) => element.getAttribute("xml:id") || []);
  assert.equal(new Set(ids).size, ids.length);
  for (const name of ["who", "ref", "next", "prev"]) {
    const references = everything.flatMap((element) => element.getAttribute(name) || []);
    assert.ok(references.length > 0, name);
    for (const reference of references) assert.ok(ids.includes(reference.slice(1)), reference);
  }
  assert.ok(all("date").some((date) => date.getAttribute("when") === "2021-04-03" && date.textContent === "3 April"));
  assert.ok(all("persName").some(({ textContent }) => textContent === "Ada Quill"));
});

test("TimeML: one TIMEX3 a date, counted from one that is there", () => {
  const { all } = parsed(formats.toTimeML(article));
  assert.equal(all("TEXT")[0].textContent, holdable(ARTICLE));
  const [created, ...dates] = all("TIMEX3").map((element) => ({ words: element.textContent, tid: element.getAttribute("tid"), value: element.getAttribute("value"), from: element.getAttribute("anchorTimeID") }));
  assert.deepEqual(created, { words: "2021-03-05", tid: "t0", value: "2021-03-05", from: null });
  assert.deepEqual(dates.map(({ words, value }) => [words, value]), article.dates.map(({ start, end, value }) => [ARTICLE.slice(start, end), value]));
  assert.ok(dates.every(({ from }) => !from || ["t0", ...dates.map(({ tid }) => tid)].includes(from)));
});

test("brat: every line is of its shape, its words stand at its offsets, its references lead somewhere", () => {
  const { txt, ann } = formats.toBrat(article);
  assert.equal(txt, ARTICLE);
  const lines = ann.split("\n").slice(0, -1).map((line) => line.split("\t"));
  const marks = new Set(lines.flatMap(([id]) => (id.startsWith("T") ? id : [])));
  for (const [id, head, words] of lines) {
    if (!id.startsWith("T")) {
      for (const mark of head.match(/\bT\d+/g) ?? assert.fail(head)) assert.ok(marks.has(mark), head);
      continue;
    }
    const places = head.replace(/^\w+ /, "").split(";").map((place) => place.split(" ").map(Number));
    assert.equal(places.map(([start, end]) => points(start, end)).join(" "), words);
  }
  assert.ok(lines.some(([id, head]) => id.startsWith("R") && head.startsWith("Speaker")));
});

test("Citron and spaCy: code points, at which the words stand", () => {
  const citron = /** @type {any} */ (formats.toCitron(article));
  const found = spans(citron.quotes).concat(spans(citron.coreference_groups));
  assert.ok(found.length > 10);
  for (const { start, end, text } of found) assert.equal(points(start, end), text);
  const { ents, spans: { quotations } } = /** @type {any} */ (formats.toSpacy(article));
  assert.ok(ents.some((/** @type {any} */ { start, end, label }) => label === "PERSON" && points(start, end) === "Ada Quill"));
  assert.ok(ents.every((/** @type {any} */ { start }, /** @type {number} */ place) => place === 0 || ents[place - 1].end <= start));
  assert.ok(quotations.some((/** @type {any} */ { start, end, kb_id }) => kb_id === "Ada Quill" && points(start, end) === "Nobody else would."));
});

test("ninjs: people and organisations, and who is quoted", () => {
  const { uri, people, organisations, bodies } = /** @type {any} */ (formats.toNinjs(article));
  assert.equal(typeof uri, "string");
  assert.equal(people.find((/** @type {any} */ { name }) => name === "Ada Quill").rel, "quoted");
  assert.ok(organisations.length > 0);
  assert.equal(bodies[0].value, ARTICLE);
  assert.equal("bodies" in formats.toNinjs(article, { includeText: false }), false);
});

test("what counts in another unit is written in the same words", () => {
  const { toCSV, toJSONLines, toBrat, toCitron, toHTML, toMarkdown, toNinjs, toSchemaOrg, toSpacy, toTEI, toTimeML, toWebAnnotation } = formats;
  const writers = [toBrat, toCitron, toHTML, toMarkdown, toNinjs, toSchemaOrg, toSpacy, toTEI, toTimeML, toWebAnnotation];
  const lines = (/** @type {typeof article} */ annotation, /** @type {"quotes" | "dates"} */ table) => toJSONLines(annotation, table).trim().split("\n").map((line) => JSON.parse(line));
  for (const unit of /** @type {const} */ (["codepoint", "utf8"])) {
    const converted = convertOffsets(article, unit);
    for (const write of writers) assert.deepEqual(write(converted), write(article), `${write.name}, ${unit}`);
    assert.equal(toCSV(converted, "people"), toCSV(article, "people"));
    for (const table of /** @type {const} */ (["quotes", "dates"])) {
      lines(article, table).forEach(({ start, end, ...said }, at) => {
        const { start: from, end: to, ...saidThen } = lines(converted, table)[at];
        assert.deepEqual(saidThen, said);
        const written = unit === "utf8" ? Buffer.from(ARTICLE).subarray(from, to).toString() : points(from, to);
        assert.equal(Buffer.from(written).toString(), Buffer.from(ARTICLE.slice(start, end)).toString());
      });
    }
  }
});

test("schema.org knows the article by the address that is given", () => {
  const { "@id": id, url } = /** @type {any} */ (formats.toSchemaOrg(article, { baseIRI: "https://news.example/ferry" }));
  assert.deepEqual([id, url], ["https://news.example/ferry", "https://news.example/ferry"]);
  assert.equal("@id" in formats.toSchemaOrg(article), false);
});

test("offsets in every unit, and back", () => {
  const mentions = (/** @type {typeof article} */ { mentions }) => mentions.map(({ start, end }) => [start, end]);
  const words = article.mentions.map(({ start, end }) => ARTICLE.slice(start, end));
  assert.deepEqual(mentions(convertOffsets(article, "codepoint")).map(([start, end]) => points(start, end)), words);
  const bytes = Buffer.from(ARTICLE);
  assert.deepEqual(mentions(convertOffsets(article, "utf8")).map(([start, end]) => bytes.subarray(start, end).toString()), words);
  for (const unit of /** @type {const} */ (["codepoint", "utf8", "utf16"])) {
    const converted = convertOffsets(article, unit);
    assert.equal(converted.offsets, unit);
    assert.deepEqual(convertOffsets(converted, "utf16"), article);
  }
});
