/** After any sequence of changes a session says what a fresh run on its text says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../www/lib/node.js";
import { generator } from "../random.js";

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
    }
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(session.text)) cut += 1;
    const { names, ...found } = session.annotation;
    assert.deepEqual(found, annotator.annotate(session.text, session.options), `run ${run}`);
  }
  assert.ok(cut > RUNS / 10, "characters were cut in two");
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
 * The words of the paragraphs outside a range.
 *
 * @param {import("../../www/lib/types.js").Annotation} annotation
 * @param {readonly [number, number]} range
 */
function untouched({ text, paragraphs }, [first, last]) {
  return [...paragraphs.slice(0, first), ...paragraphs.slice(last)].map(({ start, end }) => text.slice(start, end));
}
