/** The engine gives the same bytes in WebAssembly as it does natively. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as core from "../../www/lib/core/core.js";
import { load } from "../../www/lib/node.js";
import { chapters, gold, invented, read } from "../texts.js";
/** @import { Article } from "../texts.js" */

const root = fileURLToPath(new URL("../..", import.meta.url));
const odd = ["", " ", "\0", "🚢 “No,” said Ada Quill.", "\r\n“Ja”\r\n", "שלום said Ada Quill on Wednesday"].map((text) => ({ id: JSON.stringify(text), text }));

test("our own texts", () => same([...chapters, ...odd]));
test("invented texts", () => same(invented(3000).map(({ id, text }) => ({ id, text: Buffer.from(text).toString() })))); // a line in UTF-8 holds no halves of characters

for (const { name, file, there } of gold) {
  test(name, { skip: there ? false : `no ../shared/${name}` }, () => same(read(file)));
}

/** @param {readonly Article[]} articles */
async function same(articles) {
  await load();
  const input = articles.map((article) => `${JSON.stringify(article)}\n`).join("");
  const native = execFileSync(`${root}target/quick/lab`, ["pack"], { input, encoding: "utf8", maxBuffer: 2 ** 30 }).trimEnd().split("\n");
  assert.equal(native.length, articles.length);
  for (const [place, { id, text, published }] of articles.entries()) {
    const [words, strings] = core.annotate(text, published ? { published } : {});
    assert.deepEqual({ id, words: [...words], strings }, JSON.parse(native[place]), id);
  }
}
