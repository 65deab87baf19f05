/** The engine gives the same bytes in WebAssembly as it does natively. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as core from "../../www/lib/core/core.js";
import { load } from "../../www/lib/node.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const gold = ["gold/acceptance.jsonl", "gold/articles.jsonl", "gold/cases.jsonl", "corpora/wikinews/dev.jsonl"].map((file) => `${root}../shared/${file}`);

/** @typedef {{ id: string, text: string, published?: string }} Article */

/** Whole chapters of the specification, with the braces still in: odd texts of our own. */
const chapters = readdirSync(`${root}tests/spec`).map((file) => ({ id: file, text: readFileSync(`${root}tests/spec/${file}`, "utf8") }));
const odd = ["", " ", "\0", "🚢 “No,” said Ada Quill.", "\r\n“Ja”\r\n", "שלום said Ada Quill on Wednesday"].map((text) => ({ id: JSON.stringify(text), text }));

test("our own texts", () => same([...chapters, ...odd]));

for (const file of gold) {
  const name = file.slice(file.indexOf("shared/"));
  test(name, { skip: existsSync(file) ? false : `no ../${name}` }, () => same(readFileSync(file, "utf8").trimEnd().split("\n").flatMap(article)));
}

/**
 * With the day of publication given, and with it left to be found.
 *
 * @param {string} line
 * @returns {Article[]}
 */
function article(line) {
  const { id, text, dct } = JSON.parse(line);
  return [{ id, text }, { id, text, published: dct ?? undefined }];
}

/** @param {Article[]} articles */
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
