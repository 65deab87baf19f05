/**
 * The text of a Word document, read with what the browser has: a `.docx` is a ZIP archive of XML.
 */
/** @import { TextInput } from "./types.js" */

const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** How much XML is taken: an article of a million words is far below. */
const LIMIT = 64 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * @param {Blob & { readonly name?: string }} file
 * @returns {Promise<TextInput>} rejects with a `TypeError` in words for people when it is no Word document
 */
export async function textFromDocx(file) {
  const name = file.name ?? "This file";
  const xml = await entry(await file.arrayBuffer(), "word/document.xml").catch(() => null);
  const page = xml === null ? null : new DOMParser().parseFromString(xml, "application/xml");
  if (!page || page.querySelector("parsererror")) throw new TypeError(`${name} is not a Word document (.docx) that can be read.`);
  const paragraphs = [...page.getElementsByTagNameNS(WORDS, "p")].map(paragraph);
  return { text: paragraphs.filter(Boolean).join("\n\n"), source: "docx" };
}

/** @param {Element} node */
function paragraph(node) {
  return [...node.getElementsByTagNameNS(WORDS, "*")].map(run).join("").replace(/[ \u00a0]+/g, " ").trim();
}

/** @param {Element} node deleted words are `delText` and so left out */
function run({ localName, textContent }) {
  if (localName === "t") return textContent ?? "";
  if (localName === "tab") return " ";
  return localName === "br" || localName === "cr" ? "\n" : localName === "noBreakHyphen" ? "-" : "";
}

/**
 * One file out of a ZIP archive, as text.
 *
 * @param {ArrayBuffer} archive
 * @param {string} wanted
 * @returns {Promise<string | null>}
 */
async function entry(archive, wanted) {
  const view = new DataView(archive);
  let at = directory(view) ?? view.byteLength;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const end = at + 46 + (name ?? 0);
    if (new TextDecoder().decode(archive.slice(at + 46, end)) === wanted) return inflate(archive, view, at);
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  return null;
}

/**
 * @param {DataView} view
 * @returns {number | null} where the list of files begins
 */
function directory(view) {
  const earliest = Math.max(0, view.byteLength - 65557);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return view.getUint32(at + 16, true);
  }
  return null;
}

/**
 * @param {ArrayBuffer} archive
 * @param {DataView} view
 * @param {number} at
 */
async function inflate(archive, view, at) {
  const local = view.getUint32(at + 42, true);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const bytes = archive.slice(start, start + view.getUint32(at + 20, true));
  return view.getUint16(at + 10, true) === 0 ? new TextDecoder().decode(bytes) : read(new Blob([bytes]).stream());
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} packed */
async function read(packed) {
  const decoder = new TextDecoder();
  let text = "";
  const reader = packed.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > LIMIT) throw new RangeError("the document is too long");
  }
  return text;
}
