/** The command `pressmark`. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../www/lib/cli.js", import.meta.url));
const TEXT = "“We will appeal,” said Ada Quill on 3 March.";

/**
 * @param {string[]} args
 * @param {string | Buffer} [input]
 */
function pressmark(args, input = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  return { stdout, stderr, status, lines: stdout.trimEnd().split("\n") };
}

/** @param {...unknown} lines */
const jsonl = (...lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

test("standard input and a file give the same annotation", () => {
  const file = join(mkdtempSync(join(tmpdir(), "pressmark-")), "article.txt");
  writeFileSync(file, TEXT);
  const { stdout, stderr, status } = pressmark(["--published", "2024-05-14"], TEXT);
  assert.deepEqual([stderr, status], ["", 0]);
  assert.equal(JSON.parse(stdout).publication.value, "2024-05-14");
  assert.equal(JSON.parse(stdout).text, TEXT);
  assert.equal(pressmark(["--published", "2024-05-14", file]).stdout, stdout);
});

test("--pretty is the same JSON, indented", () => {
  const pretty = pressmark(["--pretty"], TEXT).stdout;
  assert.match(pretty, /\n {2}"schema": "pressmark\/1",\n/);
  assert.deepEqual(JSON.parse(pretty), JSON.parse(pressmark([], TEXT).stdout));
});

test("a byte order mark is no part of the text", () => {
  assert.equal(JSON.parse(pressmark([], `\uFEFF${TEXT}`).stdout).text, TEXT);
});

/** One line a case: arguments, input, what standard error says. @type {[string[], string | Buffer, RegExp][]} */
const wrong = [
  [["--published", "14 May"], TEXT, /^pressmark: published: expected a date written YYYY-MM-DD.*"14 May"/],
  [["--publish"], TEXT, /^pressmark: Unknown option '--publish'/],
  [["/no/such/file"], "", /^pressmark: .*\/no\/such\/file/],
  [["a", "b"], "", /^pressmark: expected one file/],
  [[], Buffer.from([0x61, 0xff, 0x62]), /^pressmark: the input is not valid UTF-8/],
];
for (const [args, input, message] of wrong) {
  test(`wrong: ${args.join(" ")} ${JSON.stringify(input).slice(0, 60)}`, () => {
    const { stdout, stderr, status } = pressmark(args, input);
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.equal(status, 1);
  });
}

test("--jsonl answers each line, in order", () => {
  const articles = Array.from({ length: 500 }, (_, id) => ({ id, text: `${TEXT} ${id}`, published: id % 2 ? "2024-05-14" : null }));
  const { lines, status } = pressmark(["--jsonl"], jsonl(...articles));
  assert.equal(status, 0);
  assert.deepEqual(lines.map((line) => JSON.parse(line)).map(({ id, text, publication }) => [id, text, publication.value === "2024-05-14"]),
    articles.map(({ id, text, published }) => [id, text, published !== null]));
});

test("--jsonl: --published holds for lines that say nothing else", () => {
  const { lines } = pressmark(["--jsonl", "--published", "2020-01-02"], jsonl({ text: TEXT }, { text: TEXT, published: "2024-05-14" }));
  assert.deepEqual(lines.map((line) => JSON.parse(line).publication.value), ["2020-01-02", "2024-05-14"]);
});

test("--jsonl: a bad line is answered on its line, the rest goes on, and the status says so", () => {
  const good = Buffer.from(jsonl({ id: "good", text: TEXT }));
  const bad = /** @type {[string | Buffer, unknown, RegExp][]} */ ([
    ["{", null, /JSON/],
    ["", null, /JSON/],
    ["null", null, /"text"/],
    ['{"id":"a"}', "a", /"text"/],
    ['{"id":"b","text":7}', "b", /"text"/],
    ['{"id":"c","text":"x","published":"14 May"}', "c", /YYYY-MM-DD.*"14 May"/],
    [Buffer.from([0x7b, 0xff, 0x7d]), null, /UTF-8/],
  ]);
  const { lines, status } = pressmark(["--jsonl"], Buffer.concat([good, ...bad.flatMap(([line]) => [Buffer.from(line), Buffer.from("\n"), good])]));
  assert.equal(status, 1);
  assert.equal(lines.length, 1 + 2 * bad.length);
  for (const [place, [, id, message]] of bad.entries()) {
    const answer = JSON.parse(lines[1 + 2 * place]);
    assert.deepEqual([Object.keys(answer), answer.id], [["id", "error"], id]);
    assert.match(answer.error, message);
    assert.equal(JSON.parse(lines[2 + 2 * place]).id, "good");
  }
});

test("--jsonl: the last line needs no line end, CRLF is one, and a line may be long", () => {
  const long = { id: "long", text: `${TEXT}\n\n`.repeat(20_000) };
  const { lines, status } = pressmark(["--jsonl"], `${JSON.stringify({ id: 1, text: TEXT })}\r\n${JSON.stringify(long)}`);
  assert.equal(status, 0);
  assert.deepEqual(lines.map((line) => JSON.parse(line).id), [1, "long"]);
});

test("--jsonl: a date with day and month swapped is read as the only day it can be", () => {
  const { lines, stderr, status } = pressmark(["--jsonl"], jsonl({ text: TEXT, published: "2023-13-10" }));
  assert.equal(status, 0);
  assert.equal(JSON.parse(lines[0]).publication.value, "2023-10-13");
  assert.match(stderr, /2023-13-10 is read as 2023-10-13/);
});
