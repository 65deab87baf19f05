/** Texts on which every engine has to say the same: the gold ones, and many that nobody would write. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generator } from "./random.js";
/** @import { Random } from "./random.js" */

/** @typedef {{ id: string, text: string, published?: string }} Article */

const root = fileURLToPath(new URL("..", import.meta.url));
const GOLD = ["gold/acceptance.jsonl", "gold/articles.jsonl", "gold/cases.jsonl", "corpora/wikinews/dev.jsonl"];

/** Whole chapters of the specification, with the braces still in. @type {readonly Article[]} */
export const chapters = readdirSync(`${root}tests/spec`).map((file) => ({ id: file, text: readFileSync(`${root}tests/spec/${file}`, "utf8") }));

/** The files of gold texts, and where they lie; `there` is false in a checkout without `../shared`. */
export const gold = GOLD.map((name) => ({ name, file: `${root}../shared/${name}`, there: existsSync(`${root}../shared/${name}`) }));

/**
 * The texts of a file, with the day of publication given, and with it left to be found.
 *
 * @param {string} file
 * @returns {Article[]}
 */
export function read(file) {
  const articles = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  return articles.flatMap(({ id, text, dct }) => [{ id, text }, { id, text, published: dct ?? undefined }]);
}

const ODD = ["", " ", "\0", "\r\n", "\t", "“", "”", "‘", "’", "\"", "'", "—", "-", "(", ")", ".", ",", "…", "🚢", "\uD83D", "\uDEA2", "e\u0301", "ß", "İ", "\u200b", "\u202e", "שלום", "北京", "１", "½", "\n\n", "x".repeat(90)];

/**
 * Lines of the specification, cut, joined and strewn with odd letters; the same each time.
 *
 * @param {number} count
 * @returns {Article[]}
 */
export function invented(count) {
  const random = generator(20240514);
  const lines = chapters.flatMap(({ text }) => text.split("\n")).filter((line) => line.length > 20);
  return Array.from({ length: count }, (_, number) => ({ id: `invented ${number}`, text: text(lines, random) }));
}

/**
 * @param {readonly string[]} lines
 * @param {Random} random
 */
function text(lines, random) {
  const parts = Array.from({ length: 1 + random(4) }, () => {
    const line = lines[random(lines.length)] ?? "";
    const start = random(3) > 0 ? 0 : random(line.length);
    return line.slice(start, start + 10 + random(200)) + (ODD[random(ODD.length)] ?? "");
  });
  const whole = parts.join(["\n\n", "\n", " ", ""][random(4)]);
  const at = random(whole.length + 1);
  return whole.slice(0, at) + (ODD[random(ODD.length)] ?? "") + whole.slice(at + random(3));
}
