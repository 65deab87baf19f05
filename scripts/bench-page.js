/**
 * `npm run bench:page`: how fast the page is in a real browser, event by event, beside what was promised. Prints milliseconds (the median and
 * the slowest of some rounds) and the part of the promise that the median takes up; what is above 1 is late. Needs what `npm run build` makes.
 *
 * "Script" is how long the event's own handlers ran. "Seen" is when the frame after it was painted. "Longest pause" is the longest time for
 * which the page could not have answered a key.
 */

import { chromium } from "@playwright/test";
import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";
import { browsers } from "./browsers.js";
import { root } from "./run.js";
/** @import { Page } from "@playwright/test" */

/** @typedef {{ script?: number, seen?: number, settled?: number, pause?: number }} Timing milliseconds */
/** @type {Readonly<Record<keyof Timing, string>>} */
const WHAT = { script: "script", seen: "seen", settled: "settled", pause: "longest pause" };
/** How much slower a phone of the middle class is than this machine is taken to be. */
const PHONE = 4;
const ROUNDS = 9;

const server = createServer(sirv(`${root}www`, { dev: true })).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const address = `http://127.0.0.1:${port}/`;
const browser = await chromium.launch(browsers.chromium);
console.log(`Chromium ${browser.version()}, ${ROUNDS} rounds\n`);
console.log(row(["event", "what", "promised", "median", "slowest", "of the promise"]));
try {
  await start();
  const page = await open();
  for (const [name, length, promises] of /** @type {const} */ ([["paste 5 KB", 5, { script: 8, seen: 32 }], ["paste 100 KB", 100, { seen: 50, settled: 100 }], ["paste 1 MB", 1000, { seen: 50, settled: 1500, pause: 8 }]])) {
    await measure(page, name, promises, (page) => page.evaluate(paste, article(length)));
  }
  for (const length of [5, 100, 1000]) {
    await page.evaluate(paste, article(length));
    await measure(page, `keystroke in ${length} KB`, { script: 4 }, (page) => page.evaluate(type));
    await page.evaluate(read);
    await measure(page, `correction in ${length} KB`, { script: 16 }, (page) => page.evaluate(correct));
  }
} finally {
  await browser.close();
  server.close();
}

/** From the address to a box that takes a text, on a slow machine without a cache. */
async function start() {
  /** @type {Timing[]} */
  const timings = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: PHONE });
    await page.goto(address);
    timings.push(await page.evaluate(started));
    await page.close();
  }
  print(`cold start, ${PHONE} times slower`, { seen: 300, settled: 300 }, timings);
}

async function open() {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  await page.addInitScript({ content: `globalThis.watch = ${watch}` });
  await page.goto(address);
  await page.evaluate(started);
  return page;
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Timing} promises
 * @param {(page: Page) => Promise<Timing>} act
 */
async function measure(page, name, promises, act) {
  const timings = [];
  for (let round = 0; round < ROUNDS; round += 1) timings.push(await act(page));
  print(name, promises, timings);
}

/**
 * @param {string} name
 * @param {Timing} promises
 * @param {Timing[]} timings
 */
function print(name, promises, timings) {
  for (const what of /** @type {(keyof Timing)[]} */ (Object.keys(WHAT))) {
    const promised = promises[what];
    const times = timings.flatMap((timing) => timing[what] ?? []).sort((a, b) => a - b);
    const median = times[times.length >> 1];
    if (median === undefined) continue;
    const ratio = promised === undefined ? "" : (median / promised).toFixed(2);
    console.log(row([name, WHAT[what], promised === undefined ? "–" : String(promised), median.toFixed(1), times.at(-1)?.toFixed(1) ?? "", ratio]));
  }
}

/** @param {string[]} cells */
function row(cells) {
  return `| ${cells.map((cell, index) => (index < 2 ? cell.padEnd([28, 13][index] ?? 0) : cell.padStart(10))).join(" | ")} |`;
}

/**
 * An article of some thousand characters in which somebody new speaks every few paragraphs.
 *
 * @param {number} thousands
 */
function article(thousands) {
  const first = ["Ada", "Otto", "Ingrid", "Tomas", "Helen", "Maren", "Piet", "Lena", "Jonas", "Ruth"];
  const last = ["Quill", "Brand", "Vale", "Adeyemi", "Osei", "Lund", "Harker", "Novak", "Okafor", "Reyes", "Sturm"];
  const paragraphs = ["Ferry strike called off hours before deadline", "MARLHAVEN, 3 June 2024 – A strike that would have stopped every ferry was called off on Monday, the Skerries Seafarers’ Union said."];
  for (let length = 0, turn = 0; length < thousands * 1000; turn += 1) {
    const name = `${first[turn % 10]} ${last[turn % 11]}`;
    const paragraph = [
      `“Nobody wins when an island is cut off,” said ${name}, the harbour’s chief engineer. “We asked for safe crews and, at last, we have a date for them.”`,
      `${last[turn % 11]}, who has led the Marlhaven Chamber of Commerce since 2016, said the first deckhands would start in mid-July and the rest would follow by Christmas.`,
      `The board disputed that. On Thursday it called the figure “a story for the newspapers” and denied having refused talks last February. The line carries 40,000 people a year between the mainland and the outer islands.`,
    ][turn % 3] ?? "";
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

// ------------------------------------------------------------ what runs in the page

/** @returns {Promise<Timing>} since the page was asked for: its box is seen, its engine is there */
async function started() {
  await customElements.whenDefined("press-mark");
  const seen = performance.now();
  await Reflect.get(/** @type {Element} */ (document.getElementById("article")), "ready");
  return { seen, settled: performance.now() };
}

/**
 * @param {string} text
 * @returns {Promise<Timing>}
 */
async function paste(text) {
  const article = /** @type {any} */ (document.getElementById("article"));
  article.value = "";
  await new Promise((resolve) => setTimeout(resolve, 300));
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const begin = performance.now();
  article.shadowRoot.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  const script = performance.now() - begin;
  const seen = await new Promise((resolve) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => resolve(performance.now() - begin);
    after.port2.postMessage(0);
  }));
  const longest = watch(); // what came before is told by "seen"
  while (article.session.reading || article.shadowRoot.querySelectorAll("article > *").length < article.annotation.paragraphs.length) await new Promise((resolve) => setTimeout(resolve));
  const settled = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { script, seen, settled, pause: longest() };
}

/** Watches how long the page is busy at a time. @returns {() => number} ends it: the longest of these times */
function watch() {
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) port2.postMessage(0);
  };
  port2.postMessage(0);
  return () => {
    watching = false;
    return longest;
  };
}

/** @returns {Promise<Timing>} */
async function type() {
  const article = /** @type {any} */ (document.getElementById("article"));
  article.editing = true;
  const area = article.shadowRoot.querySelector("textarea");
  const at = Math.min(2000, area.value.length >> 1);
  area.setRangeText("x", at, at, "end");
  const begin = performance.now();
  area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  const script = performance.now() - begin;
  const longest = watch();
  await new Promise((resolve) => setTimeout(resolve, 1500)); // until it has been read
  return { script, pause: longest() };
}

async function read() {
  const article = /** @type {any} */ (document.getElementById("article"));
  article.editing = false;
  while (article.session.reading) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** @returns {Promise<Timing>} */
async function correct() {
  const article = /** @type {any} */ (document.getElementById("article"));
  const { quotes, entities } = article.annotation;
  const [quote] = quotes;
  const other = entities.find((/** @type {any} */ entity) => entity.type === "person" && entity.id !== quote.speaker);
  const begin = performance.now();
  article.correct({ op: "set-speaker", id: quote.id, speaker: other.id });
  const script = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { script };
}
