/** Guides and reference: what a block of code prints is what the block after it says, and the reference is what the types say. */

import { chromium } from "@playwright/test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { browsers } from "../../scripts/browsers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = `${root}artefacts/docs`; // within the package, so that it finds itself by name
const guides = pages(`${root}docs`);

/** @type {import("@playwright/test").Browser} */
let browser;
before(async () => void (browser = await chromium.launch(browsers.chromium)));
after(() => browser.close());

for (const guide of guides) {
  const text = readFileSync(`${root}docs/${guide}`, "utf8");

  for (const [place, [, language, code, printed]] of [...text.matchAll(/```(js|html)\n((?:(?!```).)*)```\n\n```text\n(.*?)```/gs)].entries()) {
    test(`${guide}, block ${place + 1}`, async () => {
      mkdirSync(scratch, { recursive: true });
      const file = `${scratch}/${guide.replaceAll("/", "-")}-${place}`;
      assert.equal(await (language === "js" ? inNode : inPage)(file, code, printed), printed);
    });
  }

  test(`${guide} leads somewhere`, () => {
    const links = [...text.matchAll(/\]\((?!#)([^)#]+)/g)].map(([, link]) => link);
    assert.deepEqual(links.filter((link) => !existsSync(join(root, "docs", dirname(guide), link))), []);
    assert.equal(text.match(/```js\n/g)?.length, text.match(/```js\n(?:(?!```).)*```\n\n```text\n/gs)?.length, "every block of JavaScript says what it prints");
  });
}

test("the reference is what the types say; `npm run reference` writes it anew", () => {
  const fresh = mkdtempSync(join(tmpdir(), "pressmark-"));
  execFileSync(process.execPath, [`${root}scripts/reference/write.js`, fresh], { stdio: "inherit" });
  const [kept, written] = [`${root}docs/reference`, fresh].map((folder) => Object.fromEntries(pages(folder).map((page) => [page, readFileSync(join(folder, page), "utf8")])));
  assert.deepEqual(kept, written);
});

test("every function of the reference has an example", () => {
  const sections = guides.filter((page) => page.startsWith("reference/pressmark")).flatMap((page) => readFileSync(`${root}docs/${page}`, "utf8").split(/^### /m));
  const functions = sections.filter((section) => /^\w+\(\)/.test(section));
  assert.ok(functions.length > 20);
  assert.deepEqual(functions.filter((section) => !section.includes("#### Example")).map((section) => section.split("\n")[0]), []);
});

/**
 * @param {string} folder
 * @returns {string[]} the Markdown files in it and below
 */
function pages(folder) {
  return readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith(".md")).sort();
}

/**
 * @param {string} file
 * @param {string} code
 */
async function inNode(file, code) {
  writeFileSync(`${file}.mjs`, code);
  return execFileSync(process.execPath, [`${file}.mjs`], { encoding: "utf8" });
}

/**
 * On a page of a server that has the package in its folder `/pressmark`, as the first guide says.
 *
 * @param {string} file
 * @param {string} code
 * @param {string} printed how much to wait for
 */
async function inPage(file, code, printed) {
  writeFileSync(`${file}.html`, `<!doctype html><meta charset="utf-8">${code}`);
  const [page, lib] = [sirv(scratch, { dev: true }), sirv(`${root}www/lib`, { dev: true })];
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/pressmark/")) return page(request, response);
    request.url = request.url.slice("/pressmark".length);
    lib(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const tab = await browser.newPage();
  try {
    let said = "";
    const heard = new Promise((done) => {
      tab.on("pageerror", ({ message }) => done((said += message)));
      tab.on("console", (message) => message.type() === "log" && (said += `${message.text()}\n`).length >= printed.length && done(said));
    });
    await tab.goto(`http://127.0.0.1:${port}/${file.slice(scratch.length + 1)}.html`);
    await Promise.race([heard, tab.waitForTimeout(10_000)]);
    return said;
  } finally {
    await tab.close();
    server.close();
    server.closeAllConnections();
  }
}
