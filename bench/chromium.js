/** The same in a page of Chromium: each peer bundled and minified, in a page of its own. Times are of the clock, as a page has no other. */

import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { browsers } from "../scripts/browsers.js";
import { root } from "../scripts/run.js";
import { article, articles, bytes, LENGTH } from "./articles.js";
/** @import { Browser } from "@playwright/test" */
/** @typedef {{ load: number, first: number, steady: number, megabyte: number | null }} Page  milliseconds */

const ORIGIN = "https://bench.test";
const ARTICLES = Array.from({ length: 16 }, (_, seed) => article(seed));
/** In a page that others cannot look into, the clock is a hundred times finer. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
/** Milliseconds; who takes longer for 100 KB is not asked to read 1 MB. */
const PATIENCE = 1000;

const MITATA = readFileSync(`${root}bench/node_modules/mitata/src/lib.mjs`);
const WASM = readFileSync(`${root}www/lib/core/core_bg.wasm`);

/**
 * All that a page has to fetch before it can read an article.
 *
 * @param {string} peer
 * @returns {Promise<{ script: string, wire: number }>} `wire` in bytes, by brotli
 */
export async function bundle(peer) {
  const own = peer === "pressmark";
  const { outputFiles } = await build({
    entryPoints: [`${root}bench/peers/${own ? "pressmark-page" : peer}.js`], bundle: true, minify: true, write: false, format: "esm", target: "es2022",
  });
  const script = outputFiles[0]?.text ?? "";
  return { script, wire: brotliCompressSync(script).length + (own ? brotliCompressSync(WASM).length : 0) };
}

export function open() {
  return chromium.launch({ ...browsers.chromium, args: [...browsers.chromium.args, "--js-flags=--expose-gc"] });
}

/**
 * @param {Browser} browser
 * @param {string} script
 * @returns {Promise<Page>}
 */
export async function measureIn(browser, script) {
  const page = await browser.newPage();
  /** @type {Readonly<Record<string, { body: string | Buffer, contentType: string }>>} */
  const files = {
    "/": { body: "<!doctype html>", contentType: "text/html" },
    "/peer.js": { body: script, contentType: "text/javascript" },
    "/mitata.js": { body: MITATA, contentType: "text/javascript" },
    "/core_bg.wasm": { body: WASM, contentType: "application/wasm" },
  };
  await page.route("**/*", (route) => route.fulfill({ ...files[new URL(route.request().url()).pathname], headers: ISOLATED }));
  try {
    await page.goto(ORIGIN);
    const times = await page.evaluate(inPage, { texts: ARTICLES, large: [articles(100_000), articles(1_000_000)], patience: PATIENCE });
    const length = ARTICLES.reduce((sum, text) => sum + bytes(text), 0);
    return { ...times, steady: times.all * (LENGTH / length) };
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page.
 *
 * @param {{ texts: string[], large: string[], patience: number }} given
 */
async function inPage({ texts, large: [before = "", after = ""], patience }) {
  const { measure } = await import(String("/mitata.js"));
  let begin = performance.now();
  const lap = () => {
    const ms = performance.now() - begin;
    begin = performance.now();
    return ms;
  };
  const { load } = await import(String("/peer.js"));
  const read = await load();
  const loading = lap();
  read(texts[0]);
  const first = lap();
  while (performance.now() < begin + 1000) texts.forEach(read);
  const { p25 } = await measure(() => texts.forEach(read), { min_cpu_time: 1e9, min_samples: 5 });
  lap();
  read(before);
  if (lap() > patience) return { load: loading, first, all: p25 / 1e6, megabyte: null };
  read(after);
  return { load: loading, first, all: p25 / 1e6, megabyte: lap() };
}
