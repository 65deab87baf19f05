/** Texts that mean ill, and too many of any: the answers are sound, the memory stays what it was, and the next text is read. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { article } from "../../bench/articles.js";
import { HOSTILE, hostile } from "../../bench/hostile.js";
import { start } from "../../fuzz/targets/json.js";
import initialise from "../../www/lib/core/core.js";
import { load } from "../../www/lib/node.js";
import { namesFromCSV } from "../../www/lib/names.js";
import { textFromMarkdown } from "../../www/lib/markdown.js";
import { holds } from "../holds.js";

const annotator = await load();
const { memory } = await initialise(/** @type {any} */ (undefined)); // The one that is running.

for (const name of Object.keys(HOSTILE)) {
  test(`hostile: ${name}`, () => {
    for (const length of [1, 2, 333, 5000]) {
      const text = hostile(name, length);
      holds(annotator.annotate(text, { minConfidence: 0 }), text);
    }
  });
}

test("the memory of the module stays what it was", () => {
  const articles = Array.from({ length: 20 }, (_, seed) => article(seed));
  const read = () => articles.forEach((text) => annotator.annotate(text));
  read();
  const before = memory.buffer.byteLength;
  for (let time = 0; time < 15; time += 1) read();
  assert.equal(memory.buffer.byteLength, before);
});

test("when the memory of the module ends, that is said, and the next text is read", () => {
  const script = `
    import { load } from ${JSON.stringify(new URL("../../www/lib/node.js", import.meta.url).href)};
    const annotator = await load();
    const read = (text) => { try { return annotator.annotate(text).quotes.length; } catch (error) { return error.code; } };
    console.log(JSON.stringify(["“No,” said she. ", "“No,” said she. ".repeat(1e5), "“No,” said she."].map(read)));`;
  const pages = "--wasm-max-mem-pages=400"; // of 64 KiB: 25 MiB
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [pages, "--input-type=module", "--eval", script], { encoding: "utf8" })), [1, "engine-failed", 1]);
});

/** Each would take hours, were a pattern to begin again at every place. */
const FILES = ["<!--", "![", "![](", "[a](", "[", "**", " **a", " _a", "`", "> ", "[a](x(y)", "- ", `# ${"#".repeat(2e6)}x`, `# a${" ".repeat(2e6)}b`, `---\ntitle: a${" ".repeat(2e6)}b\n---\n`];
test("Markdown that means ill is read in one go", () => {
  for (const piece of FILES) assert.equal(textFromMarkdown(piece.repeat(Math.ceil(2e6 / piece.length))).source, "markdown");
});

test("a table of names that means ill is read in one go, or refused", () => {
  for (const piece of ['"', '"a"",', '"a,', ',a""b', '"a\n', ",", "\n"]) {
    try {
      namesFromCSV(piece.repeat(2e5));
    } catch (error) {
      assert.ok(error instanceof TypeError);
    }
  }
});

test("native files that somebody has changed are refused, or as good as any other", async () => {
  const read = await start();
  const taken = Array.from({ length: 500 }, (_, seed) => read(seed)).filter(Boolean).length;
  for (const seed of [3841, 13073]) read(seed); // An id of half a character; a date called "constructor".
  assert.ok(taken > 20 && taken < 480, "some are taken, some are not");
});
