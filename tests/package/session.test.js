/** After any sequence of changes a session says what a fresh run on its text says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromJSON, toJSON } from "../../www/lib/export/index.js";
import { applyEdits, convertOffsets, EditError, load } from "../../www/lib/node.js";
import { changed } from "../sessions.js";

/** @typedef {import("../../www/lib/types.js").Annotation} Annotation */

const annotator = await load();

/** Sequences of changes. Each is begun by its own number, which a failure names. */
const RUNS = 2000;

test(`${RUNS} sequences of changes`, () => {
  let cut = 0;
  for (let run = 0; run < RUNS; run += 1) {
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(changed(annotator, run).text)) cut += 1;
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

test("a correction that cannot be done is refused in words, and nothing of it is done", () => {
  const session = annotator.session("“No,” said Ada Quill of the Harbour Board on 3 March 2024.");
  const { annotation: { quotes: [quote], dates: [day], mentions: [mention], entities: [quill] } } = session;
  const before = session.annotation;
  /** @type {[edit: any, reason: string][]} */
  const cases = [
    [{ op: "set-kind", id: day.id, kind: "direct" }, "bad-value"], [{ op: "set-kind", id: quote.id, kind: "loud" }, "bad-value"],
    [{ op: "set-value", id: mention.id, value: "2024" }, "bad-value"], [{ op: "set-value", id: day.id, value: "3 March" }, "bad-value"],
    [{ op: "rename", id: quote.id, name: "Ada" }, "bad-value"], [{ op: "rename", id: quill.id, name: " " }, "bad-value"],
    [{ op: "set-speaker", id: quote.id, speaker: "e-nobody" }, "no-such-id"], [{ op: "set-speaker", id: quote.id, speaker: { type: "person", name: "" } }, "bad-value"],
    [{ op: "set-speaker", id: quote.id, speaker: { type: "ghost", name: "Ada" } }, "bad-value"], [{ op: "set-span", id: quill.id, spans: [] }, "bad-value"],
    [{ op: "merge", ids: [quill.id, "e-nobody"], keep: quill.id }, "no-such-id"], [{ op: "split", id: quill.id, mentions: ["m-gone"], name: "Otto" }, "no-such-id"],
    [{ op: "set-published", value: "2024-02-30" }, "bad-value"], [{ op: "set-published", value: "14 May" }, "bad-value"], [{ op: "set-published" }, "bad-value"],
    [{ op: "explode", id: quote.id }, "bad-value"], [{}, "bad-value"], [null, "bad-value"],
  ];
  for (const [edit, reason] of cases) {
    assert.throws(() => session.edit(edit), (error) => error instanceof EditError && error.reason === reason && /could not be applied/.test(error.message), JSON.stringify(edit));
    assert.equal(session.annotation, before);
    const { annotation, failed } = applyEdits(before, [edit]);
    assert.deepEqual([failed.length, annotation.entities, annotation.quotes], [1, before.entities, before.quotes], JSON.stringify(edit));
  }
  assert.equal(session.canUndo, false);
});

test("a publication date that is none does not cost the marks", () => {
  const session = annotator.session("“No,” said Ada Quill.", { edits: [{ op: "set-published", value: "14 May" }] });
  assert.deepEqual([session.annotation.quotes.length, session.failed.map(({ reason }) => reason)], [1, ["bad-value"]]);
});

test("changes outside the text, or over each other, are refused, and those that touch are not", () => {
  const session = annotator.session("one two three");
  for (const change of [{ start: 0, end: 14 }, { start: -1, end: 2 }, { start: 3, end: 2 }, { start: 0.5, end: 2 }, { start: NaN, end: 2 }]) {
    assert.throws(() => session.change({ ...change, insert: "x" }), RangeError, JSON.stringify(change));
  }
  assert.throws(() => session.change([{ start: 0, end: 5, insert: "x" }, { start: 4, end: 7, insert: "y" }]), /overlaps/);
  assert.equal(session.text, "one two three");
  session.change([{ start: 0, end: 4, insert: "" }, { start: 4, end: 7, insert: "2" }]);
  assert.equal(session.text, "2 three");
});
