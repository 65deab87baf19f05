/** The core of the page in WebKit, over WebDriver: written, read, corrected, undone, saved, opened again; and the same answers as in Node. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sirv from "sirv";
import { gold, invented, read } from "../tests/texts.js";
import { load } from "../www/lib/node.js";
import { root } from "./run.js";
/** @import { Article } from "../tests/texts.js" */

const PORT = 4186;
const BROWSER = { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] };
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const ENTER = "\ue006";
const TEXT = "Mill to close\n\nOSTERBY, 5 March 2024 – “We kept the looms running,” said Ada Quill, head of the Osterby Weavers’ Guild. “Nobody else would.”\n\nTomas Brand said the looms were burnt.";

const server = createServer(sirv(`${root}www`, { dev: true })).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${PORT}`, "--host=127.0.0.1"], { detached: true, stdio: "ignore" });
let session = "";
try {
  session = await begin();
  await story();
  console.log("WebKit: written, read, corrected, undone, saved and opened again");
  const articles = [...invented(3000), ...gold.filter(({ there }) => there).flatMap(({ file }) => read(file))];
  await same(articles);
  console.log(`WebKit: ${articles.length} texts read as in Node`);
} finally {
  if (session) await call("DELETE", session);
  if (driver.pid && driver.exitCode === null) process.kill(-driver.pid);
  server.close();
}

async function story() {
  await call("POST", `${session}/url`, { url: `http://127.0.0.1:${port}/` });
  await until("the engine is there", `return article.matches(":state(empty)") && !article.matches(":state(loading)")`);
  await keys(`return root.querySelector("textarea")`, TEXT.replaceAll("\n", ENTER));
  await click(`return [...root.querySelectorAll("button")].find((button) => button.textContent === "Show the marks")`);
  await until("the speakers are listed", `return shown("press-mark-speakers").includes("Ada Quill")`);
  assert.match(await run(`return shown("press-mark-published")`), /Tuesday 5 March 2024/);
  assert.match(await run(`return shown("press-mark-organisations")`), /Osterby Weavers’ Guild/);
  const found = await run("return JSON.stringify(article.annotation)");

  await click(`return root.querySelector("mark.indirect")`);
  await click(`return [...root.querySelectorAll(".details:popover-open option")].find((option) => option.textContent === "Ada Quill")`);
  await until("the speaker is another", `return article.annotation.edits?.some(({ op }) => op === "set-speaker")`);
  await run(`root.querySelector(".details").hidePopover()`);
  const corrected = await run("return JSON.stringify(article.annotation)");
  await click(`return document.getElementById("undo")`);
  assert.equal(await run("return JSON.stringify(article.annotation)"), found, "undone, it is as it was");
  await click(`return document.getElementById("redo")`);

  await run(`URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return ""; }; HTMLAnchorElement.prototype.click = () => {}`);
  await click(`return document.querySelector(".top button.main")`);
  await click(`return document.querySelector("#export button[value=json]")`);
  await until("it is saved", "return window.saved");
  const file = join(mkdtempSync(join(tmpdir(), "pressmark-")), "article.json");
  writeFileSync(file, await run("return window.saved"));
  await run(`document.getElementById("export").hidePopover(); article.value = ""`);
  await keys(`return root.querySelector("input[type=file]")`, file);
  await until("it is opened", `return article.matches(":not(:state(empty))")`);
  assert.equal(await run("return JSON.stringify(article.annotation)"), corrected, "opened, it is as it was saved");
  assert.equal(await run(`return fetch("/").then(() => "it went through", () => "refused")`), "refused", "no connection");
}

/** @param {readonly Article[]} articles */
async function same(articles) {
  const script = `const [articles, done] = arguments;
    import("/lib/index.js").then(({ load }) => load())
      .then((annotator) => articles.map(({ text, published }) => JSON.stringify(annotator.annotate(text, { published }))))
      .then(done, (error) => done([String(error)]));`;
  const annotator = await load();
  await call("POST", `${session}/timeouts`, { script: 120_000 });
  const there = await call("POST", `${session}/execute/async`, { script, args: [articles] });
  const here = articles.map(({ text, published }) => JSON.stringify(annotator.annotate(text, { published })));
  assert.deepEqual(there.slice(0, 1), here.slice(0, 1));
  assert.deepEqual(here.filter((answer, at) => answer !== there[at]), []);
}

/** @returns {Promise<string>} the path of the session */
async function begin() {
  const wanted = { capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": BROWSER } } };
  for (let tries = 0; ; tries += 1) {
    try {
      const { sessionId } = await call("POST", "/session", wanted);
      return `/session/${sessionId}`;
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/**
 * @param {"POST" | "DELETE"} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function call(method, path, body = {}) {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, { method, body: JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Runs a script in the page; it knows the article, its shadow root, and what an element shows. @param {string} script */
function run(script) {
  const known = `const article = document.getElementById("article"), root = article.shadowRoot, shown = (tag) => document.querySelector(tag).shadowRoot.textContent;`;
  return call("POST", `${session}/execute/sync`, { script: `${known} ${script}`, args: [] });
}

/**
 * @param {string} what
 * @param {string} script
 */
async function until(what, script) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await run(script)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it never came to pass that ${what}`);
}

/** @param {string} script that returns an element */
async function click(script) {
  await call("POST", `${session}/element/${(await run(script))[ELEMENT]}/click`);
}

/**
 * @param {string} script that returns an element
 * @param {string} text
 */
async function keys(script, text) {
  await call("POST", `${session}/element/${(await run(script))[ELEMENT]}/value`, { text });
}
