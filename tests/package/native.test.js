/** The command that is built natively says, to the byte, what the command in Node says. */

import assert from "node:assert/strict";
import { execSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { article } from "../../bench/articles.js";
import { HOSTILE, hostile } from "../../bench/hostile.js";
import { LONGEST_TEXT } from "../../www/lib/check.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = `${root}www/lib/cli.js`;
execSync("cargo build --quiet --locked --profile quick --package pressmark-command", { cwd: root, stdio: "inherit" });
const { target_directory } = JSON.parse(execSync("cargo metadata --no-deps --offline --format-version 1", { cwd: root, encoding: "utf8" }));
const native = `${target_directory}/quick/pressmark`;

const TEXT = "“We will appeal,” said Ada Quill of the Harbour Board (HB) on 3 March. She denied that “the ferry 🚢 was late”.";

/**
 * @param {"node" | "native"} which
 * @param {string[]} args
 * @param {string | Buffer} input
 */
function pressmark(which, args, input) {
  const [command, before] = which === "node" ? [process.execPath, [cli]] : [native, []];
  const { stdout, stderr, status } = spawnSync(command, [...before, ...args], { input, maxBuffer: 2 ** 30 });
  return { stdout: stdout.toString(), stderr: stderr.toString(), status };
}

/**
 * @param {string[]} args
 * @param {string | Buffer} input
 */
function same(args, input) {
  const expected = pressmark("node", args, input);
  assert.deepEqual(pressmark("native", args, input), expected);
  return expected;
}

test("articles and texts that are none", () => {
  const articles = Array.from({ length: 60 }, (_, id) => ({ id, text: article(id), ...(id % 3 && { published: "2024-05-14" }) }));
  const others = Object.keys(HOSTILE).map((id) => ({ id, text: hostile(id, 4000) }));
  const { stdout, status } = same(["--jsonl"], [...articles, ...others].map((line) => `${JSON.stringify(line)}\n`).join(""));
  assert.equal(status, 0);
  assert.equal(stdout.trimEnd().split("\n").length, articles.length + others.length);
});

test("lines with something wrong, and lines that only look so", () => {
  const text = JSON.stringify(TEXT);
  const lines = [
    "{", "", " ", "\r", "null", "7", '"text"', '"\\ud800"', "[]", `[${text}]`, "{}", "{]", '{"text":}', `{"text":${text},}`, `{"text":${text}} {}`, "{'text':1}", "NaN",
    '{"text":"a\tb"}', '{"text":"\\x"}', '{"text":"\\u12"}', '{"text":01}', '{"n":1.,"text":"x"}', `\u00a0{"text":${text}}`, "[".repeat(20000), `{"text":${text},"more":${"[".repeat(2000)}${"]".repeat(2000)}}`,
    '{"id":"a"}', '{"id":"b","text":7}', '{"id":"c","text":null}', `{"id":[1],"text":${text}}`, `{"id":${"[".repeat(20000)}${"]".repeat(20000)},"text":${text}}`, `{"id":{},"text":7}`,
    `{"id":null,"text":${text}}`, `{"id":1.50,"text":${text}}`, `{"id":-0,"text":${text}}`, `{"id":1e21,"text":${text}}`, `{"id":12345678901234567890,"text":${text}}`, `{"id":1e999,"text":${text}}`, `{"id":5e-324,"text":""}`,
    `{"id":true,"text":${text}}`, `{"id":"x\\u0000\\u2028é\\ud83d","text":${text}}`, `{"id":1,"id":2,"text":1,"text":${text}}`, `{"\\u0074ext":${text}}`, `{"__proto__":{"text":"x"}}`, `{"\\ud800":1,"text":${text}}`,
    '{"id":"d","text":"a \\ud800 “b,” said Ada Quill \\udc00\\ud83d\\ud83d\\udea2 \\u001f\\u007f\\b\\f on 3 May."}', '{"text":"\\ufeff“No,” said Ada Quill."}',
    ...['"14 May"', '""', "null", "20240514", "[]", "true", '"2023-13-10"', '"2023-31-00"', '"2023-02-30"', '"2024- 5-14"', '"2024-05-14T00:00"', '"２０２４-05-14"'].map((published) => `{"id":"p","text":${text},"published":${published}}`),
    `\ufeff{"text":${text}}`, `\ufeff\ufeff{"text":${text}}`, ` \t{ "text" : ${text} } \r`, `{"text":"${"The ferry sank. ".repeat(60000)}"}`, `{"text":"${"x".repeat(LONGEST_TEXT + 1)}"}`,
  ];
  const bytes = Buffer.concat([Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), Buffer.from(lines.join("\n"))]);
  for (const args of [[], ["--published", "2020-01-02", "--jobs", "1"], ["--published", "soon", "--from", "20"], ["--from", "1000"]]) same(["--jsonl", ...args], bytes);
  const { stdout, status } = same(["--jsonl", "--jobs", "3"], bytes);
  assert.equal(status, 1);
  assert.equal(stdout.trimEnd().split("\n").length, lines.length + 1);
});

test("one text, from a file and from standard input", () => {
  const file = join(mkdtempSync(join(tmpdir(), "pressmark-")), "article.txt");
  writeFileSync(file, `\ufeff${TEXT}`);
  assert.equal(same([file], "").status, 0);
  assert.equal(same(["--published", "2024-05-14"], TEXT).status, 0);
  assert.equal(same(["--published", "14 May"], TEXT).status, 1);
  assert.equal(same([], Buffer.from([0x61, 0xff])).status, 1);
  same(["--version"], "");
});

test("what it cannot do it says, and writes nothing", () => {
  const refused = [["--format", "tei"], ["--pretty"], ["--out", "folder", "a.txt"], ["--jobs", "2"], ["--jobs", "0", "--jsonl"], ["--publish"], ["a", "b"], ["/no/such/file"]];
  for (const args of refused) {
    const { stdout, stderr, status } = pressmark("native", args, TEXT);
    assert.deepEqual([stdout, status, stderr.length > 0], ["", 1, true], args.join(" "));
  }
  assert.match(pressmark("native", ["--format", "tei"], TEXT).stderr, /npx pressmark/);
  assert.match(pressmark("native", ["--jsonl", "--from", "3", "/no/such/file"], "").stderr, /^pressmark: \/no\/such\/file: .*; go on with --from 3\n$/);
});

test("each line is answered before the next one comes", async () => {
  const child = spawn(native, ["--jsonl", "--jobs", "2"]);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (let id = 0; id < 20; id += 1) {
    child.stdin.write(`${JSON.stringify({ id, text: TEXT })}\n`);
    assert.equal(JSON.parse((await lines.next()).value).id, id);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("it ends when nobody reads its answers", async () => {
  const child = spawn(native, ["--jsonl"]);
  child.stdout.destroy();
  child.stdin.on("error", () => {}).write(`${JSON.stringify({ text: TEXT })}\n`); // and stays open
  assert.deepEqual(await once(child, "exit"), [1, null]);
});
