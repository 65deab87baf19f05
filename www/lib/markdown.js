/**
 * The text of a Markdown file: its words without its signs.
 *
 * No pattern reads further than to where another could begin, so that all of them together take linear time, whatever the file.
 */
/** @import { TextInput } from "./types.js" */

/**
 * @param {string} source
 * @returns {TextInput}
 */
export function textFromMarkdown(source) {
  const [, front = "", body = ""] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(source.replace(/\r\n?/g, "\n")) ?? [];
  const title = /^title:(.+)$/m.exec(front)?.[1]?.trim().replace(/^["']|["']$/g, "");
  const published = /^(?:date|published):\s*["']?(\d{4}-\d\d-\d\d)/m.exec(front)?.[1];
  return { text: plain(body).trim(), source: "markdown", ...(title && { title }), ...(published && { published }) };
}

/** @param {string} body */
function plain(body) {
  return body
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, "")
    .replace(/^(```|~~~).*$/gm, "")
    .replace(/!\[[^[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g, "")
    .replace(/\[([^[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])/g, "$1")
    .replace(/^#{1,6}[ \t]+(.+)$/gm, (_, words) => heading(words))
    .replace(/^(=+|-{3,}|\*{3,})$/gm, "")
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, "")
    .replace(/^[ \t]*[-*+][ \t]+/gm, "")
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2")
    .replace(/(?<![\w*\\])\*(?=\S)([^*\n\\]+?)\*(?![\w*])/g, "$1")
    .replace(/(?<![\w\\])_(?=\S)([^_\n\\]+?)_(?!\w)/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}

/** Without the signs that may close it. @param {string} words */
function heading(words) {
  let end = words.length;
  while (words[end - 1] === "#") end -= 1;
  return words.slice(0, end).trimEnd();
}
