/** What is carried over to a changed text still stands at its words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { carried } from "../../www/lib/carried.js";
import { load } from "../../www/lib/node.js";

const annotator = await load();
const TEXT = `Mill to close

OSTERBY, 5 March 2024 – “We kept the looms running,” said Ada Quill, head of the Osterby Weavers’ Guild. “Nobody else would.”

Quill told reporters on Friday that the guild “will not sign” before summer. She denied having met the owners.

Otto Brand of the Harbour Board said the books were burnt in 2019.`;
const before = annotator.annotate(TEXT);

/** @param {import("../../www/lib/types.js").Annotation} annotation */
function words({ text, mentions, dates, quotes }) {
  return new Map([...mentions, ...dates, ...quotes.flatMap(({ id, content, cue }) => [...content, ...(cue ? [cue] : [])].map((span, part) => ({ ...span, id: `${id}/${part}` })))]
    .map(({ id, start, end }) => [id, text.slice(start, end)]));
}

test("whatever is typed or cut, wherever", () => {
  let kept = 0;
  for (let at = 0; at <= TEXT.length; at += 1) {
    for (const [cut, insert] of /** @type {const} */ ([[0, "x"], [1, ""], [0, " More.\n\nAnd more."], [30, ""], [12, "\n\n"]])) {
      const text = TEXT.slice(0, at) + insert + TEXT.slice(at + cut);
      const after = carried(before, text);
      assert.ok(after, `${at}`);
      const [was, now] = [words(before), words(after)];
      for (const [id, said] of now) assert.equal(said, was.get(id), `${at}, ${cut}, ${insert}`);
      kept += now.size / was.size;
      assert.deepEqual(after.paragraphs.map(({ start, end }) => text.slice(start, end)), text.split(/\n+/).map((line) => line.trim()).filter(Boolean), `${at}, ${cut}, ${insert}`);
      const ids = new Set([...after.mentions, ...after.quotes].map(({ id }) => id));
      assert.ok(after.entities.every(({ mentions, quotes }) => [...mentions, ...quotes].every((id) => ids.has(id))), `${at}`);
      for (const { content, paragraphs: [first] } of after.quotes) assert.ok(content[0].start >= after.paragraphs[first].start && content[0].start < after.paragraphs[first].end, `${at}`);
    }
  }
  assert.ok(kept > 0.8 * 5 * TEXT.length, "most of it is kept");
});

test("not to another text", () => assert.equal(carried(before, "Somebody else said nothing at all of this kind."), null));
