/**
 * The article's text out of what people have: a page, a clipboard, a file.
 *
 * Foreign HTML is parsed into an inert document: nothing in it runs, nothing loads, and only its text comes out.
 */
import { textFromDocx } from "./docx.js";
import { textFromMarkdown } from "./markdown.js";
/** @import { TextInput } from "./types.js" */

const BLOCKS = new Set(("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
  "HEADER HR HTML LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL O:P").split(" "));
const DROPPED = new Set(("AUDIO BUTTON CANVAS DATALIST DIALOG EMBED FIGCAPTION HEAD IFRAME INPUT LINK MATH META NAV NOSCRIPT OBJECT " +
  "O:P SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO XML").split(" "));

/**
 * Parses into an inert document: nothing runs, nothing loads. Paragraphs are kept; scripts, styles and captions are not.
 *
 * @example
 * ```html
 * <script type="module">
 *   import { textFromHTML } from "/pressmark/input.js";
 *
 *   const { text, title } = textFromHTML("<title>Ferry</title><p>It sank.<style>p { color: red }</style><p>Nobody was hurt.");
 *   console.log(title, JSON.stringify(text));
 * </script>
 * ```
 *
 * ```text
 * Ferry "It sank.\n\nNobody was hurt."
 * ```
 *
 * @param {string} html
 * @returns {TextInput}
 */
export function textFromHTML(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const title = page.querySelector("title")?.textContent?.trim();
  const published = publicationDate(page);
  return { text: textFromNode(page.body), source: "html", ...(title && { title }), ...(published && { published }) };
}

/**
 * The text below a node, one blank line between blocks.
 *
 * @example
 * ```html
 * <article id="story"><h1>Ferry</h1><p>It <b>sank</b>.</p></article>
 * <script type="module">
 *   import { textFromNode } from "/pressmark/input.js";
 *
 *   console.log(JSON.stringify(textFromNode(document.getElementById("story"))));
 * </script>
 * ```
 *
 * ```text
 * "Ferry\n\nIt sank."
 * ```
 *
 * @param {Node} node
 * @returns {string}
 */
export function textFromNode(node) {
  /** @type {string[]} */
  const paragraphs = [""];
  walk(node, paragraphs, false);
  return paragraphs.map(tidy).filter(Boolean).join("\n\n");
}

/**
 * @param {Node} node
 * @param {string[]} paragraphs the last one is being written
 * @param {boolean} verbatim inside `<pre>`
 */
function walk(node, paragraphs, verbatim) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) write(paragraphs, spaced(child.nodeValue ?? "", verbatim));
    if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) element(/** @type {Element} */ (child), paragraphs, verbatim);
  }
}

/**
 * @param {Element} node
 * @param {string[]} paragraphs
 * @param {boolean} verbatim
 */
function element(node, paragraphs, verbatim) {
  const name = node.nodeName.toUpperCase();
  if (name === "BR") return write(paragraphs, "\n");
  if (DROPPED.has(name) || node.hasAttribute("hidden") || node.getAttribute("aria-hidden") === "true") return;
  const block = BLOCKS.has(name);
  if (block) paragraphs.push("");
  walk(node, paragraphs, verbatim || name === "PRE");
  if (block) paragraphs.push("");
}

/**
 * @param {string[]} paragraphs
 * @param {string} text
 */
function write(paragraphs, text) {
  paragraphs[paragraphs.length - 1] += text;
}

/**
 * @param {string} text
 * @param {boolean} verbatim
 */
function spaced(text, verbatim) {
  return verbatim ? text : text.replace(/[ \t\n\r\f]+/g, " ");
}

/** @param {string} paragraph */
function tidy(paragraph) {
  return paragraph.replace(/\u00a0/g, " ").replace(/ {2,}/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{2,}/g, "\n\n").trim();
}

/**
 * @param {Document} page
 * @returns {string | undefined} `2024-05-14`
 */
function publicationDate(page) {
  const stated = [
    ...page.querySelectorAll('meta[property="article:published_time"], meta[name="date"], meta[itemprop="datePublished"], time[itemprop="datePublished"]'),
  ].map((element) => element.getAttribute("content") ?? element.getAttribute("datetime"));
  const linked = [...page.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? "")?.[1]);
  return [...stated, ...linked].flatMap((value) => /^\d{4}-\d\d-\d\d/.exec(value ?? "")?.[0] ?? [])[0];
}

/**
 * What was pasted or dropped: a file, else HTML where plain text lost the paragraphs, else plain text.
 *
 * @example
 * ```html
 * <div id="here"></div>
 * <script type="module">
 *   import { textFromDataTransfer } from "/pressmark/input.js";
 *
 *   const here = document.getElementById("here");
 *   here.addEventListener("drop", async ({ dataTransfer }) => console.log((await textFromDataTransfer(dataTransfer)).text));
 *
 *   const dataTransfer = new DataTransfer();
 *   dataTransfer.setData("text/plain", "It sank.");
 *   here.dispatchEvent(new DragEvent("drop", { dataTransfer }));
 * </script>
 * ```
 *
 * ```text
 * It sank.
 * ```
 *
 * @param {DataTransfer} data
 * @returns {Promise<TextInput>}
 */
export async function textFromDataTransfer(data) {
  const [file] = data.files;
  return file ? textFromFile(file) : textFromClipboard(data);
}

/**
 * As {@link textFromDataTransfer} for text alone, at once.
 *
 * @example
 * ```html
 * <script type="module">
 *   import { textFromClipboard } from "/pressmark/input.js";
 *
 *   const data = new DataTransfer();
 *   data.setData("text/plain", "It sank. Nobody was hurt.");
 *   data.setData("text/html", "<p>It sank.</p><p>Nobody was hurt.</p>");
 *   console.log(JSON.stringify(textFromClipboard(data)));
 * </script>
 * ```
 *
 * ```text
 * {"text":"It sank.\n\nNobody was hurt.","source":"html"}
 * ```
 *
 * @param {DataTransfer} data
 * @returns {TextInput}
 */
export function textFromClipboard(data) {
  const text = data.getData("text/plain").replace(/\r\n?/g, "\n");
  const html = data.getData("text/html");
  if (!html || /\n\s*\n/.test(text.trim())) return { text, source: "text" };
  const read = textFromHTML(html);
  return read.text.includes("\n\n") || !text ? read : { text, source: "text" };
}

/**
 * Reads `.txt`, `.md`, `.html` and `.docx`; anything else is taken for text.
 *
 * @example
 * ```html
 * <script type="module">
 *   import { textFromFile } from "/pressmark/input.js";
 *
 *   const file = new File(["# Ferry\n\nIt *sank*."], "ferry.md");
 *   console.log(JSON.stringify(await textFromFile(file)));
 * </script>
 * ```
 *
 * ```text
 * {"text":"Ferry\n\nIt sank.","source":"markdown"}
 * ```
 *
 * @param {Blob & { readonly name?: string }} file
 * @returns {Promise<TextInput>} rejects with a `TypeError` in words for people when the file is no text
 */
export async function textFromFile(file) {
  const name = (file.name ?? "").toLowerCase();
  if (name.endsWith(".docx")) return textFromDocx(file);
  const text = decode(new Uint8Array(await file.arrayBuffer()), file.name ?? "This file");
  if (/\.(html?|xhtml)$/.test(name) || file.type === "text/html") return textFromHTML(text);
  if (/\.(md|markdown)$/.test(name)) return textFromMarkdown(text);
  return { text: text.replace(/\r\n?/g, "\n"), source: "text" };
}

/**
 * UTF-8, UTF-16 with a byte order mark, else what Windows wrote before.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new TypeError(`${name} is not a text. Files ending in .txt, .md, .html and .docx can be opened.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
