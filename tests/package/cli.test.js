/** The command `pressmark`. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FORMATS } from "../../www/lib/cli/formats.js";
import { AHEAD, answers } from "../../www/lib/cli/pool.js";
import * as writers from "../../www/lib/export/index.js";

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
  [["--format", "pdf"], TEXT, /^pressmark: there is no format pdf; there are json/],
  [["--out", "folder"], TEXT, /^pressmark: --out: expected the files and folders/],
  [["--out", "folder", "--jsonl", "a"], TEXT, /^pressmark: --jsonl writes to standard output/],
  [["--jobs", "2"], TEXT, /^pressmark: --jobs and --from are for --jsonl/],
  [["--jobs", "0", "--jsonl"], TEXT, /^pressmark: --jobs: expected a number from 1 up, not 0/],
  [["--jsonl", "/no/such/file"], "", /^pressmark: .*\/no\/such\/file.*; go on with --from 1/],
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
  assert.match(stderr, /line 1: published 2023-13-10 is read as 2023-10-13/);
});

test("--jsonl: with any number of threads the same lines, and from any line on", () => {
  const input = jsonl(...Array.from({ length: 60 }, (_, id) => ({ id, text: `${TEXT}\n\n`.repeat(id % 7 === 0 ? 400 : 1) })));
  const { lines } = pressmark(["--jsonl", "--jobs", "1"], input);
  assert.deepEqual(pressmark(["--jsonl", "--jobs", "3"], input).lines, lines);
  assert.deepEqual(pressmark(["--jsonl", "--from", "51"], input).lines, lines.slice(50));
  assert.equal(pressmark(["--jsonl", "--from", "61"], input).stdout, "");
});

test("--format: one text, each format", () => {
  for (const [format, expected] of /** @type {const} */ ([["markdown", /^# /], ["quotes-csv", /^"paragraph"/], ["tei", /<TEI /], ["timeml", /<TIMEX3 /], ["brat", /^T1\t/], ["citron", /"cue"/], ["spacy", /"ents"/], ["ninjs", /"uri"/], ["dates-jsonl", /^{"paragraph":1,/]])) {
    const { stdout, stderr } = pressmark(["--format", format], TEXT);
    assert.equal(stderr, "");
    assert.match(stdout, expected, format);
  }
});

test("--format with --jsonl puts the content into the line", () => {
  const { lines } = pressmark(["--jsonl", "--format", "markdown"], jsonl({ id: 7, text: TEXT }));
  assert.deepEqual(JSON.parse(lines[0]), { id: 7, format: "markdown", content: pressmark(["--format", "markdown"], TEXT).stdout });
});

test("--out: a file for each text in the folders; what cannot be read is named, the rest goes on", () => {
  const home = mkdtempSync(join(tmpdir(), "pressmark-"));
  mkdirSync(join(home, "in/deep"), { recursive: true });
  for (const [name, content] of /** @type {const} */ ([["in/a.txt", TEXT], ["in/deep/b.md", TEXT], ["in/c.png", "no text"], ["in/deep/a.txt", TEXT]])) writeFileSync(join(home, name), content);
  writeFileSync(join(home, "in/bad.txt"), Buffer.from([0xff]));
  const { stdout, stderr, status } = pressmark(["--out", join(home, "out"), "--format", "quotes-csv", join(home, "none"), join(home, "in")]);
  assert.deepEqual([stdout, status], ["", 1]);
  assert.match(stderr, /pressmark: .*none: ENOENT/);
  assert.match(stderr, /bad\.txt: the input is not valid UTF-8/);
  assert.match(stderr, /deep\/a\.txt: .*a\.quotes\.csv is already written, from .*in\/a\.txt/);
  assert.deepEqual(readdirSync(join(home, "out")).sort(), ["a.quotes.csv", "b.quotes.csv"]);
  assert.equal(readFileSync(join(home, "out/a.quotes.csv"), "utf8"), pressmark(["--format", "quotes-csv"], TEXT).stdout);
});

test("--out: a text that is read is not written over, and brat has its text beside it", () => {
  const home = mkdtempSync(join(tmpdir(), "pressmark-"));
  for (const name of ["a.txt", "b.md"]) writeFileSync(join(home, name), TEXT);
  const markdown = pressmark(["--out", home, "--format", "markdown", home]);
  assert.match(markdown.stderr, /b\.md is one of the texts to read/);
  assert.deepEqual([markdown.status, readFileSync(join(home, "b.md"), "utf8"), readdirSync(home).sort()], [1, TEXT, ["a.md", "a.txt", "b.md"]]);
  pressmark(["--out", join(home, "brat"), "--format", "brat", join(home, "a.txt")]);
  assert.deepEqual([readdirSync(join(home, "brat")).sort(), readFileSync(join(home, "brat/a.txt"), "utf8")], [["a.ann", "a.txt"], TEXT]);
});

test("--format knows every writer", () => {
  const code = Object.values(FORMATS).flatMap(({ write, beside }) => [write, beside?.write]).join(" ") + writers.toJSON.name;
  assert.deepEqual(Object.keys(writers).filter((name) => name !== "fromJSON" && !code.includes(name)), []);
  const [annotation] = pressmark([], `${TEXT} The Harbour Board was there.`).lines.map((line) => JSON.parse(line));
  for (const [name, { write }] of Object.entries(FORMATS)) assert.ok(write(annotation).length > 0, name);
});

test("--jsonl: each line is answered before the next one comes", async () => {
  const child = spawn(process.execPath, [cli, "--jsonl", "--jobs", "2"]);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (let id = 0; id < 20; id += 1) {
    child.stdin.write(jsonl({ id, text: TEXT }));
    assert.equal(JSON.parse((await lines.next()).value).id, id);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("--jsonl: interrupted, it goes on where it was", async () => {
  const input = jsonl(...Array.from({ length: 40 }, (_, id) => ({ id, text: TEXT })));
  const child = spawn(process.execPath, [cli, "--jsonl"]);
  child.stdin.on("error", () => {}).write(input);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answered = [];
  for (let count = 0; count < 7; count += 1) answered.push((await lines.next()).value);
  child.kill();
  await once(child, "exit");
  const rest = pressmark(["--jsonl", "--from", "8"], input).lines;
  assert.deepEqual([...answered, ...rest], pressmark(["--jsonl"], input).lines);
});

test("--jsonl: no more lines are read than the threads have to do", async () => {
  let read = 0;
  async function* lines() {
    for (; read < 200; read += 1) yield Buffer.from(JSON.stringify({ id: read, text: TEXT }));
  }
  let answered = 0;
  for await (const { line } of answers(lines(), 2, { format: "json" })) {
    assert.equal(JSON.parse(line).id, answered);
    assert.ok(read <= answered + 2 * AHEAD + 1, `${read} read, ${answered} answered`);
    answered += 1;
  }
  assert.equal(answered, 200);
});

test("--jsonl: memory does not grow with the input", async () => {
  const line = jsonl({ text: `${TEXT}\n\n`.repeat(40) });
  const small = await peak(line, 400);
  const large = await peak(line, 4000);
  assert.ok(large < 1.4 * small, `${small} kB for 400 lines, ${large} kB for 4,000`);
});

/**
 * The most memory that the command takes for a line given many times, in kB.
 *
 * @param {string} line
 * @param {number} times
 */
async function peak(line, times) {
  const tell = 'import { isMainThread } from "node:worker_threads"; if (isMainThread) process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));';
  const child = spawn(process.execPath, ["--max-semi-space-size=1", `--import=data:text/javascript,${encodeURIComponent(tell)}`, cli, "--jsonl", "--jobs", "2"]);
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  let count = 0;
  child.stdout.on("data", (data) => (count += data.toString().split("\n").length - 1));
  for (let sent = 0; sent < times; sent += 1) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();
  await once(child, "close");
  assert.equal(count, times);
  return Number(said);
}

test("--jsonl: a thread that cannot start ends it, with the line to go on from", async () => {
  const fail = 'import { isMainThread } from "node:worker_threads"; if (!isMainThread) throw new Error("no thread to be had");';
  const child = spawn(process.execPath, [`--import=data:text/javascript,${encodeURIComponent(fail)}`, cli, "--jsonl", "--jobs", "1"]);
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  setTimeout(() => child.stdin.on("error", () => {}).end(jsonl({ text: TEXT })), 1000); // when the thread has long ended
  assert.deepEqual(await once(child, "close"), [1, null]);
  assert.match(said, /^pressmark: no thread to be had; go on with --from 1/);
});

test("on a terminal it says how far it is", () => {
  const input = join(mkdtempSync(join(tmpdir(), "pressmark-")), "articles.jsonl");
  writeFileSync(input, jsonl(...Array.from({ length: 12 }, () => ({ text: TEXT }))));
  const { stdout } = spawnSync("script", ["-qec", `"${process.execPath}" "${cli}" --jsonl "${input}" > /dev/null`, "/dev/null"], { encoding: "utf8" });
  assert.match(stdout, /\rline 12\r?\n$/);
});
