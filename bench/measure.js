/**
 * One measurement in a process of its own, so that nothing is warm that would not be: `node bench/measure.js begin pressmark`. Prints JSON.
 *
 * Times are of the processor, user and system together, of all threads: other programs on the machine do not count, compiling in the background does.
 */

import { measure } from "mitata";
import { article, articles, bytes, LENGTH } from "./articles.js";
import { HOSTILE, hostile } from "./hostile.js";
/** @typedef {(text: string) => unknown} Read */

/** Seconds of the processor. */
const WARMING = 4;
const ARTICLES = Array.from({ length: 16 }, (_, seed) => article(seed));

const [kind = "", peer = "", ...rest] = process.argv.slice(2);
/** @type {Readonly<Record<string, () => Promise<void>>>} */
const KINDS = { begin, growth, flat, hostile: unfriendly, typing };
await KINDS[kind]?.();

/** Loading, the first article, and an article among many. */
async function begin() {
  const { ms: load, value: read } = await timed(start);
  const { ms: first } = await timed(() => read(ARTICLES[0] ?? ""));
  warm(read);
  const { avg } = await measure(() => ARTICLES.forEach(read), { now: () => cpu() * 1e6, min_cpu_time: 1e9, min_samples: 5 });
  const length = ARTICLES.reduce((sum, text) => sum + bytes(text), 0);
  print({ load, first, steady: (avg / 1e6) * (LENGTH / length) });
}

/** Articles, until what compiles in the background has compiled: half a second was not enough. @param {Read} read */
function warm(read) {
  const end = cpu() + WARMING * 1000;
  for (let turn = 0; cpu() < end; turn += 1) read(ARTICLES[turn % ARTICLES.length] ?? "");
}

/** A text of so many bytes, after many articles, and the most memory that was held. */
async function growth() {
  const read = await start();
  warm(read);
  const text = articles(Number(rest[0]));
  const before = process.resourceUsage().maxRSS;
  const times = [];
  for (const end = cpu() + 500; times.length === 0 || (cpu() < end && times.length < 50);) times.push((await timed(() => read(text))).ms);
  print({ ms: Math.min(...times), before: before / 1024, peak: process.resourceUsage().maxRSS / 1024 });
}

/** The memory of pressmark's module, in MiB, after some articles and after very many. */
async function flat() {
  const read = await start();
  const { default: initialise } = await import("../www/lib/core/core.js");
  const { memory } = await initialise(/** @type {any} */ (undefined)); // The one that is running.
  const after = (/** @type {number} */ count) => {
    for (let turn = 0; turn < count; turn += 1) read(ARTICLES[turn % ARTICLES.length] ?? "");
    return memory.buffer.byteLength / 2 ** 20;
  };
  print({ first: after(100), last: after(9900) });
}

/** Each text that means ill, of one length, from the one that is named on: a line each. */
async function unfriendly() {
  const read = await start();
  const names = Object.keys(HOSTILE);
  for (const name of names.slice(names.indexOf(rest[1] ?? ""))) {
    const text = hostile(name, Number(rest[0]));
    print({ name, ms: (await timed(() => read(text))).ms });
  }
}

/** One letter after another into an article of 10 KB. */
async function typing() {
  const { load } = await import("../www/lib/node.js");
  const session = (await load()).session(article(1, 10_000));
  const middle = session.text.indexOf(" ", 5000);
  let typed = 0;
  const type = () => session.change({ start: middle, end: middle + ((typed += 1) % 2), insert: typed % 2 ? "" : "x" });
  for (let count = 0; count < 200; count += 1) type();
  const { ms } = await timed(() => {
    for (let count = 0; count < 500; count += 1) type();
  });
  print({ ms: ms / 500 });
}

/** @returns {Promise<Read>} */
async function start() {
  const { load } = await import(`./peers/${peer}.js`);
  return load();
}

/**
 * @template T
 * @param {() => T | Promise<T>} act
 */
async function timed(act) {
  const before = cpu();
  const value = await act();
  return { ms: cpu() - before, value };
}

/** In milliseconds. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param {unknown} result */
function print(result) {
  console.log(JSON.stringify(result));
}
