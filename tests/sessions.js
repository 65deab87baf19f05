/** Random sequences of changes to a session, which then says what a fresh run on its text says. */

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { generator } from "./random.js";
/** @import { AnnotateOptions, Annotation, Annotator } from "../www/lib/types.js" */
/** @import { Session } from "../www/lib/session.js" */
/** @import { Random } from "./random.js" */

/** What is typed and pasted: halves of surrogate pairs, quotation marks that never close, names, dates, line ends. */
const PIECES = ["“No,” said Ada Quill", "“", "”", " on 3 March 2024. ", "\n\n", "\r\n", "🚢", "\uD83D", "\uDEA2", "Otto Brand of the Harbour Board", " she said.", "Quill", " ", "e\u0301", "last Friday", "‘", ".", "x".repeat(300), ""];
/** @type {readonly AnnotateOptions[]} */
const OPTIONS = [{}, { published: "2024-05-14" }, { minConfidence: 0 }, { layers: ["quotes", "dates"] }, { explain: false, paragraphs: "line" }, { names: [{ name: "Harbour Board", type: "organisation" }] }];

/**
 * Throws when one of them does not.
 *
 * @param {Annotator} annotator
 * @param {number} seed
 * @returns {Session} as it stands at the end
 */
export function changed(annotator, seed) {
  const random = generator(seed);
  const session = annotator.session(text(random));
  for (let step = 0; step < 6; step += 1) {
    const before = session.annotation;
    const delta = act(session, random);
    if (delta) assert.deepEqual(untouched(before, delta.paragraphs.was), untouched(session.annotation, delta.paragraphs.now), `seed ${seed}`);
    assertShared(before, session.annotation);
  }
  const { names, ...found } = session.annotation;
  assert.deepEqual(found, annotator.annotate(session.text, session.options), `seed ${seed}`);
  return session;
}

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
  return { start, end: Math.min(text.length, start + random(12)), insert: PIECES[random(PIECES.length)] ?? "" };
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
