/** The annotator in a thread: the same answers, in their order; and what becomes of calls that are aborted or break down. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { LONGEST_TEXT } from "../../www/lib/check.js";
import { load } from "../../www/lib/node.js";
import { beginnings } from "../../www/lib/worker/beginnings.js";
import { Line } from "../../www/lib/worker/line.js";
import { createWorkerAnnotator } from "../../www/lib/worker/node.js";

const annotator = await load();
const TEXT = "“We will appeal,” said Ada Quill on 3 March 2024.";
const LONG = Array.from({ length: 2000 }, (_, day) => `On day ${day}, Otto Brand said that the ferry was late. 🚢 “It is,” said Ada Quill.`).join("\n\n");

/** @typedef {import("../../www/lib/types.js").AsyncAnnotator} AsyncAnnotator */

/**
 * @param {string} name
 * @param {(worker: AsyncAnnotator) => Promise<void>} act
 * @param {Parameters<typeof createWorkerAnnotator>[0]} [options]
 */
function withWorker(name, act, options) {
  test(name, async () => {
    const worker = createWorkerAnnotator(options);
    try {
      await act(worker);
    } finally {
      worker.dispose();
    }
  });
}

withWorker("it says what the annotator says", async (worker) => {
  assert.equal(worker.version, annotator.version);
  for (const options of [{}, { published: "2024-05-14" }, { layers: /** @type {const} */ (["dates"]) }, { edits: [{ op: /** @type {const} */ ("set-published"), value: "2020-01-02" }] }]) {
    const annotation = await worker.annotate(TEXT, options);
    assert.deepEqual(annotation, annotator.annotate(TEXT, options));
    assert.ok(Object.isFrozen(annotation));
  }
});

withWorker("calls are answered in order, and an aborted one is left out", async (worker) => {
  const { signal, ...controller } = aborter();
  /** @type {string[]} */
  const done = [];
  const calls = [LONG, TEXT, "third", "fourth"].map((text, place) =>
    worker.annotate(text, place === 1 ? { signal } : {}).then(({ text }) => done.push(text.slice(0, 6)), (error) => done.push(error.name)));
  controller.abort();
  await Promise.all(calls);
  assert.deepEqual(done, ["AbortError", "On day", "third", "fourth"]);
});

withWorker("aborting a call that is being answered stops it; the next is answered", async (worker) => {
  await worker.annotate(TEXT);
  const { signal, ...controller } = aborter();
  const call = worker.annotate(LONG, { signal });
  setImmediate(controller.abort);
  await assert.rejects(call, { name: "AbortError" });
  assert.deepEqual(await worker.annotate(TEXT), annotator.annotate(TEXT));
  await assert.rejects(worker.annotate(TEXT, { signal: AbortSignal.abort("no need") }), (reason) => reason === "no need");
});

withWorker("what the annotator refuses, it refuses", async (worker) => {
  await assert.rejects(worker.annotate(/** @type {any} */ (3)), TypeError);
  await assert.rejects(worker.annotate(TEXT, { published: "14 May" }), { name: "PressmarkError", code: "bad-option", option: "published", value: "14 May" });
  await assert.rejects(worker.annotate(TEXT, /** @type {any} */ ({ publised: "2024-05-14" })), { code: "unknown-option" });
  await assert.rejects(worker.annotate("a".repeat(LONGEST_TEXT + 1)), { code: "text-too-long" });
  await assert.rejects(worker.annotate(TEXT, /** @type {any} */ ({ published: () => "" })), { code: "bad-option" });
  assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
});

withWorker("a long text comes in parts, in reading order, and settles", async (worker) => {
  const whole = annotator.annotate(LONG);
  let read = 0;
  let revision = 0;
  let settled = false;
  for await (const part of worker.stream(LONG)) {
    const { annotation, paragraphs: [first, last] } = part;
    assert.ok(!settled);
    assert.deepEqual([first, last, part.delta.revision], [read, annotation.paragraphs.length - 1, (revision += 1)]);
    assert.equal(annotation.text, LONG);
    assert.deepEqual(annotation.paragraphs, whole.paragraphs.slice(0, last + 1));
    assert.ok(annotation.mentions.every(({ end }) => end <= annotation.paragraphs[last].end));
    read = last + 1;
    settled = part.settled;
    if (settled) assert.deepEqual(annotation, whole);
  }
  assert.ok(settled && revision > 3);
});

withWorker("a short text is one part, and none has no paragraph", async (worker) => {
  for (const [text, paragraphs] of /** @type {const} */ ([[TEXT, [0, 0]], ["", [0, -1]]])) {
    const parts = [];
    for await (const part of worker.stream(text)) parts.push(part);
    assert.deepEqual(parts.map(({ settled, paragraphs }) => [settled, paragraphs]), [[true, paragraphs]]);
  }
});

withWorker("leaving the loop, and aborting, stop a stream", async (worker) => {
  for await (const part of worker.stream(LONG)) {
    assert.ok(!part.settled);
    break;
  }
  const { signal, ...controller } = aborter();
  await assert.rejects(async () => {
    for await (const _ of worker.stream(LONG, { signal })) controller.abort();
  }, { name: "AbortError" });
  assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
});

test("after dispose everything is refused, also what was asked for before", async () => {
  const worker = createWorkerAnnotator();
  const calls = [worker.annotate(LONG), worker.annotate(TEXT)];
  const refused = Promise.all(calls.map((call) => assert.rejects(call, { code: "disposed" })));
  worker[Symbol.dispose]();
  await refused;
  await assert.rejects(worker.annotate(TEXT), { code: "disposed" });
});

test("a worker that breaks down says so, and the next call has another", async () => {
  let started = 0;
  const script = new URL("../../www/lib/worker/thread-node.js", import.meta.url);
  const broken = ["throw new Error('no memory')", "process.exit(3)", "require('node:worker_threads').parentPort.on('message', () => { throw new Error('no memory'); })"];
  const start = () => (started < broken.length ? new Worker(broken[started++], { eval: true }) : new Worker(script));
  const worker = createWorkerAnnotator({ worker: start });
  for (const message of [/no memory/, /exit status 3/, /no memory/]) await assert.rejects(worker.annotate(TEXT), { code: "worker-failed", message });
  assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
  worker.dispose();
});

test("one worker cannot be replaced, but survives an aborted call", async () => {
  const own = new Worker(new URL("../../www/lib/worker/thread-node.js", import.meta.url));
  const worker = createWorkerAnnotator({ worker: own });
  await worker.annotate(TEXT);
  const { signal, ...controller } = aborter();
  const call = worker.annotate(LONG, { signal });
  setImmediate(controller.abort);
  await assert.rejects(call, { name: "AbortError" });
  assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
  await own.terminate();
  await assert.rejects(worker.annotate(TEXT), { code: "worker-failed" });
  worker.dispose();
});

withWorker("a module that is none is a failed load", async (worker) => {
  for (let time = 0; time < 2; time += 1) await assert.rejects(worker.annotate(TEXT), { code: "load-failed" });
}, { source: new Uint8Array([1, 2, 3]) });

const beside = new URL("../../www/lib/core/core_bg.wasm", import.meta.url);
const bytes = () => readFile(beside);
const inAddress = async () => `data:application/wasm;base64,${(await bytes()).toString("base64")}`;
for (const [kind, source] of /** @type {const} */ ([
  ["an address in words", () => beside.href],
  ["an address", () => beside],
  ["bytes", bytes],
  ["a compiled module", async () => WebAssembly.compile(await bytes())],
  ["a request", async () => new Request(await inAddress())],
  ["an answer", async () => new Response(await bytes())],
])) {
  test(`the module comes from ${kind}`, async () => {
    const worker = createWorkerAnnotator({ source: await source() });
    assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
    worker.dispose();
  });
}

test("the module comes from an answer that is waited for, and may be a refusal", async () => {
  const worker = createWorkerAnnotator({ source: bytes().then((found) => new Response(found)) });
  assert.equal((await worker.annotate(TEXT)).quotes.length, 1);
  worker.dispose();
  const refused = createWorkerAnnotator({ source: new Response("no", { status: 404 }) });
  await assert.rejects(refused.annotate(TEXT), { code: "load-failed", message: /404/ });
  refused.dispose();
});

test("after a module that could not be fetched, the next call fetches it again", async () => {
  let asked = 0;
  const line = new Line({
    open: async ({ answer }) => ({ postMessage: () => queueMicrotask(() => answer(/** @type {any} */ ({}))), terminate: () => {} }),
    module: async () => {
      if ((asked += 1) === 1) throw new Error("offline");
      return new Uint8Array();
    },
    replaceable: true,
  });
  const { signal } = new AbortController();
  await assert.rejects(line.ask(/** @type {any} */ ({}), signal), { code: "load-failed", message: /offline/ });
  await line.ask(/** @type {any} */ ({}), signal);
  assert.equal(asked, 2);
});

test("a worker that opens after the line was hung up on is ended", async () => {
  let ended = 0;
  const line = new Line({
    open: async () => {
      line.hangUp(new Error("enough"));
      return { postMessage: () => {}, terminate: () => (ended += 1) };
    },
    module: async () => new Uint8Array(),
    replaceable: true,
  });
  await assert.rejects(line.ask(/** @type {any} */ ({}), new AbortController().signal), /enough/);
  assert.equal(ended, 1);
});

test("beginnings end after lines, or between characters, and double", () => {
  assert.deepEqual(beginnings("a".repeat(8192)), [8192]);
  assert.deepEqual(beginnings("a".repeat(20_000)), [8192, 16_384, 20_000]);
  assert.deepEqual(beginnings("🚢".repeat(4095) + "a" + "🚢".repeat(10)), [8191, 8211]);
  assert.deepEqual(beginnings(`${"a".repeat(5000)}\n\n${"b".repeat(5000)}`), [5002, 10_002]);
});

/** An abort controller in parts, its `abort` callable alone. */
function aborter() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
