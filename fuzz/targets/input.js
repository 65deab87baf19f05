/** What people open and paste, in Chromium: pages, Word documents, texts, whole and broken. It is refused in words or read; nothing of it runs or loads. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { browsers } from "../../scripts/browsers.js";
import { generator } from "../../tests/random.js";
/** @import { Route } from "@playwright/test" */
/** @import { Random } from "../../tests/random.js" */

const ORIGIN = "https://pressmark.test/";
const LIB = new URL("../../www/lib/", import.meta.url);
const WORDS = [
  "“We kept the looms running,” ", "said Ada Quill. ", "Mill to close ", "&nbsp;", "&#0;", "&#xD800;", "&amp;lt;script&gt;", "\u00a0", "\u200b", "\0", "\r\n\r\n", " ".repeat(99), "]]>", "-->", "\ufeff", "🚢", "e\u0301",
];
const TAGS = "p div span b i br hr h1 ul li table tbody tr td pre blockquote figure figcaption nav article section title head body html style script noscript template textarea select option svg math mtext mglyph desc foreignObject iframe object form a img o:p xml frameset plaintext".split(" ");
const ATTRIBUTES = ["hidden", 'aria-hidden="true"', 'class="MsoNormal"', 'style="font-weight:normal"', 'src="/asked"', "onerror=owned=1", 'srcdoc="<script>parent.owned=1</script>"', 'itemprop="datePublished" datetime="2024-05-14"', 'type="application/ld+json"', "autofocus onfocus=owned=1", 'href="javascript:owned=1"'];
const WHOLE = ["<!--", "<![CDATA[", "<!DOCTYPE html>", "<?xml?>", '<meta name="date" content="2024-05-14">', '<meta http-equiv="refresh" content="0;url=/asked">', '<link rel="stylesheet" href="/asked">', '{"datePublished":"2024-05-14"}'];
const WORD_TAGS = ["w:p", "w:p", "w:r", "w:t", "w:t", "w:del", "w:delText", "w:ins", "w:tbl", "w:tab", "w:br", "w:noBreakHyphen", "x:t", "t"];

/** @returns {Promise<((seed: number) => Promise<void>) & { end: () => Promise<void> }>} */
export async function start() {
  const browser = await chromium.launch(browsers.chromium);
  const page = await browser.newPage();
  /** @type {string[]} */
  const asked = [];
  /** @param {Route} route */
  const answer = async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>lax</title>" });
    if (["/input.js", "/docx.js", "/markdown.js"].includes(path)) return route.fulfill({ contentType: "text/javascript", body: await readFile(new URL(`.${path}`, LIB)) });
    asked.push(path);
    return route.abort();
  };
  await page.route("**/*", answer);
  await page.goto(ORIGIN);
  await page.evaluate(async () => void await import(String("/input.js")));
  const one = async (/** @type {number} */ seed) => {
    const { name, bytes } = made(generator(seed));
    const read = await page.evaluate(inBrowser, { name, bytes: Buffer.from(bytes).toString("base64") });
    assert.equal(read, "", `${name}: ${read}`);
    assert.deepEqual(asked, [], "something was asked for");
  };
  return Object.assign(one, { end: () => browser.close() });
}

/**
 * What is wrong with how a file is read, or nothing.
 *
 * @param {{ name: string, bytes: string }} given
 */
async function inBrowser({ name, bytes }) {
  const input = await import(String("/input.js"));
  Reflect.set(globalThis, "owned", 0);
  const file = new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name);
  const begin = performance.now();
  try {
    const { text, source, title, published } = await input.textFromFile(file);
    const html = source === "html" ? new DOMParser().parseFromString(await file.text(), "text/html").documentElement.textContent ?? "" : null;
    if (typeof text !== "string" || !["text", "html", "docx", "markdown"].includes(source)) return `no text: ${source}`;
    if (title !== undefined && typeof title !== "string") return `the title is ${title}`;
    if (published !== undefined && !/^\d{4}-\d\d-\d\d$/.test(published)) return `published ${published}`;
    if (html !== null && !within(text, html)) return "words that the page does not have";
    if (html !== null && (text !== text.trim() || / {2}|\u00a0|\n{3}/.test(text))) return "blanks left over";
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.startsWith(name)) return String(error);
  }
  await new Promise((resolve) => setTimeout(resolve));
  if (Reflect.get(globalThis, "owned") !== 0) return "it ran";
  if (document.querySelectorAll("*").length > 4) return "it came into this page";
  return performance.now() - begin > 5000 ? "it took more than five seconds" : "";

  /** Whether the letters of the first come in the second in the same order. @param {string} part @param {string} whole */
  function within(part, whole) {
    let at = 0;
    for (const letter of part.replace(/\s/g, "")) {
      const found = whole.indexOf(letter, at);
      if (found < 0) return false;
      at = found + letter.length;
    }
    return true;
  }
}

/** @param {Random} random */
function made(random) {
  const end = ["html", "html", "docx", "docx", "md", "txt"][random(6)] ?? "";
  if (end === "docx") return { name: "a.docx", bytes: broken(word(random), random) };
  return { name: `a.${end}`, bytes: letters(broken(codes(markup(random, TAGS, [...WHOLE, "# ", "](", "**", "```", "---\n"])), random)) };
}

/** @param {Random} random */
function word(random) {
  const inside = markup(random, WORD_TAGS, ["<!--", "<![CDATA[", "&e;"]);
  const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "&#60;w:p/>">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:x="x">${inside}</w:document>`;
  return zipSync({ [random(9) === 0 ? "other.xml" : "word/document.xml"]: letters(broken(codes(xml), random)) }, { level: random(2) === 0 ? 0 : 6 });
}

/** @param {string} text */
function codes(text) {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** @param {ArrayLike<number>} codes */
function letters(codes) {
  return strToU8(Array.from(codes, (code) => String.fromCharCode(code)).join(""));
}

/**
 * Tags within one another, mostly closed.
 *
 * @param {Random} random
 * @param {string[]} tags
 * @param {string[]} others
 */
function markup(random, tags, others) {
  /** @type {string[]} */
  const open = [];
  let text = "";
  for (let times = random(40); times > 0; times -= 1) {
    const tag = tags[random(tags.length)] ?? "";
    switch (random(6)) {
      case 0: text += others[random(others.length)]; break;
      case 1: text += `</${open.pop() ?? tag}>`; break;
      case 2: text += `<${tag}/>`; break;
      case 3: text += WORDS[random(WORDS.length)]; break;
      case 4: text += `<${tag} ${tags === TAGS ? ATTRIBUTES[random(ATTRIBUTES.length)] : 'xml:space="preserve"'}>`; open.push(tag); break;
      default: text += `<${tag}>${WORDS[random(WORDS.length)]}`; open.push(tag);
    }
    if (random(400) === 0) text += `<${tag}>`.repeat(5000);
  }
  return text + (random(3) === 0 ? "" : open.reverse().map((tag) => `</${tag}>`).join(""));
}

/**
 * Every other one as it is, the others with a few bytes or letters changed, cut out or doubled.
 *
 * @template {Uint8Array | Uint16Array} Row
 * @param {Row} row
 * @param {Random} random
 * @returns {Row}
 */
function broken(row, random) {
  if (random(2) === 0) return row;
  const now = [...row];
  for (let times = 1 + random(4); times > 0 && now.length > 0; times -= 1) {
    const at = random(now.length);
    switch (random(4)) {
      case 0: now[at] = random(256); break;
      case 1: now.splice(at, random(20)); break;
      case 2: now.splice(random(now.length), 0, ...now.slice(at, at + 20)); break;
      default: now.length = at;
    }
  }
  return /** @type {Row} */ (/** @type {any} */ (row.constructor).from(now));
}
