/** After any sequence of changes a session says what a fresh run on its text says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { fromJSON, toJSON } from "../../www/lib/export/index.js";
import { convertOffsets, load } from "../../www/lib/node.js";
import { generator } from "../random.js";

/** @typedef {import("../../www/lib/types.js").Annotation} Annotation */

const annotator = await load();

/** Sequences of changes. Each is begun by its own number, which a failure names. */
const RUNS = 2000;

/** What is typed and pasted: halves of surrogate pairs, quotation marks that never close, names, dates, line ends. */
const PIECES = ["“No,” said Ada Quill", "“", "”", " on 3 March 2024. ", "\n\n", "\r\n", "🚢", "\uD83D", "\uDEA2", "Otto Brand of the Harbour Board", " she said.", "Quill", " ", "e\u0301", "last Friday", "‘", ".", "x".repeat(300), ""];
/** @type {readonly import("../../www/lib/types.js").AnnotateOptions[]} */
const OPTIONS = [{}, { published: "2024-05-14" }, { minConfidence: 0 }, { layers: ["quotes", "dates"] }, { explain: false, paragraphs: "line" }, { names: [{ name: "Harbour Board", type: "organisation" }] }];

/** @import { Session } from "../../www/lib/session.js" */
/** @import { Random } from "../random.js" */

test(`${RUNS} sequences of changes`, () => {
  let cut = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const random = generator(run);
    const session = annotator.session(text(random));
    for (let step = 0; step < 6; step += 1) {
      const before = session.annotation;
      const delta = act(session, random);
      if (delta) assert.deepEqual(untouched(before, delta.paragraphs.was), untouched(session.annotation, delta.paragraphs.now), `run ${run}`);
      assertShared(before, session.annotation);
    }
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(session.text)) cut += 1;
    const { names, ...found } = session.annotation;
    assert.deepEqual(found, annotator.annotate(session.text, session.options), `run ${run}`);
  }
  assert.ok(cut > RUNS / 10, "characters were cut in two");
});

test("a change at the end leaves what stands before it the same, and an edit what it is not about", () => {
  const session = annotator.session("“No,” said Ada Quill.\n\nOtto Brand came on 3 March 2024.");
  const [{ quotes: [quote], mentions: [quill], dates: [day], paragraphs: [first] }] = [session.annotation];
  session.change({ start: session.text.length, end: session.text.length, insert: "\n\nHe left on 5 April 2024." });
  const { annotation } = session;
  assert.deepEqual([annotation.quotes[0] === quote, annotation.mentions[0] === quill, annotation.dates[0] === day, annotation.paragraphs[0] === first], Array(4).fill(true));
  assert.equal(annotation.dates.length, 2);
  const { paragraphs } = session.edit({ op: "set-value", id: annotation.dates[1].id, value: "2024-04-06" });
  assert.deepEqual(paragraphs, { was: [2, 3], now: [2, 3] });
  assert.equal(session.annotation.quotes, annotation.quotes);
  assert.equal(session.annotation.dates[0], day);
  const renamed = session.edit({ op: "rename", id: annotation.entities[0].id, name: "Ada B. Quill" });
  assert.deepEqual(renamed.paragraphs, { was: [0, 1], now: [0, 1] }, "the paragraph that shows the name is drawn again");
});

test("everything is frozen, corrected or read from a file as well", () => {
  const session = annotator.session("“No,” said Ada Quill on 3 March 2024.");
  session.edit({ op: "set-speaker", id: session.annotation.quotes[0].id, speaker: { type: "person", name: "Otto Brand" } });
  session.edit({ op: "confirm", id: session.annotation.dates[0].id });
  for (const annotation of [session.annotation, fromJSON(toJSON(session.annotation)), convertOffsets(session.annotation, "utf8")]) {
    assert.deepEqual(thawed(annotation).filter((path) => !path.startsWith(".edits.")), []);
  }
});

test("corrections among the options of a running session", () => {
  const session = annotator.session("It closed on Friday.");
  session.setOptions({ edits: [{ op: "set-published", value: "2020-01-02" }] });
  assert.equal(session.annotation.publication.value, "2020-01-02");
  session.setOptions({ minConfidence: 0 });
  assert.equal(session.annotation.publication.value, "2020-01-02", "they are kept until others are given");
  assert.deepEqual([session.edits.length, session.canUndo], [1, false]);
});

test("a session begins with the corrections of its options", () => {
  const edits = /** @type {const} */ ([{ op: "set-published", value: "2020-01-02" }]);
  const session = annotator.session("It closed on Friday.", { edits });
  assert.equal(session.annotation.publication.value, "2020-01-02");
  assert.deepEqual(session.edits, edits);
});

test("ids in order of what is innermost", () => {
  const session = annotator.session("“We will appeal on 3 March 2024,” said Ada Quill.");
  const [date, quote] = session.at(25);
  assert.deepEqual([date, quote], [session.annotation.dates[0].id, session.annotation.quotes[0].id]);
  assert.deepEqual(session.at(session.text.length), []);
});

/**
 * @param {Session} session
 * @param {Random} random
 */
function act(session, random) {
  switch (random(8)) {
    case 0: return session.setText(text(random));
    case 1: return void session.setOptions(OPTIONS[random(OPTIONS.length)]);
    case 2: return session.undo();
    case 3: return session.redo();
    case 4: return session.change([change(session.text.slice(0, 40), random), { ...change("", random), start: session.text.length, end: session.text.length }]);
    default: return session.change(change(session.text, random));
  }
}

/**
 * @param {string} text
 * @param {Random} random
 */
function change(text, random) {
  const start = random(text.length + 1);
  return { start, end: Math.min(text.length, start + random(12)), insert: PIECES[random(PIECES.length)] };
}

/** @param {Random} random */
function text(random) {
  return Array.from({ length: random(12) }, () => PIECES[random(PIECES.length)]).join("");
}

/**
 * The paragraphs outside a range: words, and marks with their places in the paragraph.
 *
 * @param {Annotation} annotation
 * @param {readonly [number, number]} range
 */
function untouched({ text, paragraphs, mentions, dates, quotes }, [first, last]) {
  const marks = [...mentions, ...dates, ...quotes.flatMap(({ content, ...quote }) => content.map((span) => ({ ...quote, ...span })))];
  return [...paragraphs.slice(0, first), ...paragraphs.slice(last)].map(({ start, end }) => [text.slice(start, end), ...marks
    .filter((mark) => mark.start < end && start < mark.end)
    .map(({ start: from, end: to, id, confidence }) => `${id} ${from - start} ${to - start} ${confidence}`)]);
}

/**
 * What says the same is the same object, and a list of nothing else is the same list.
 *
 * @param {Annotation} before
 * @param {Annotation} after
 */
function assertShared(before, after) {
  for (const list of /** @type {const} */ (["entities", "mentions", "quotes", "dates"])) {
    const known = new Map(before[list].map((item) => [item.id, item]));
    for (const item of after[list]) if (isDeepStrictEqual(item, known.get(item.id))) assert.equal(item, known.get(item.id));
    if (isDeepStrictEqual(before[list], after[list])) assert.equal(before[list], after[list]);
  }
  if (isDeepStrictEqual(before.publication, after.publication)) assert.equal(before.publication, after.publication);
}

/**
 * Where a value, or a part of it, can be changed.
 *
 * @param {unknown} value
 * @param {string} [path]
 * @returns {string[]}
 */
function thawed(value, path = "") {
  if (typeof value !== "object" || value === null) return [];
  return [...(Object.isFrozen(value) ? [] : [path]), ...Object.entries(value).flatMap(([name, item]) => thawed(item, `${path}.${name}`))];
}
