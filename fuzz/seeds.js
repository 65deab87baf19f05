/** What the fuzzers begin with: the examples of the specification, and the words that the rules look for. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "../scripts/run.js";

/** Lists that rules read; names are too many to be of use. */
const LISTS = ["quote/cues", "quote/words", "timex/words", "timex/tense", "segment/abbreviations", "segment/calendar", "segment/starters", "coref/kinds", "coref/heads"];
const MARKS = ["“", "”", "‘", "’", "«", "»", "„", "‚", '"', "'", "(", ")", "[", "]", ". ", ", ", "; ", ": ", " - ", " – ", " — ", "…", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u0000",
  "\u200b", "\u202e", "\u0301", "🚢", "İ", "ß", "ﬁ", "שלום", "Ada Quill", "Otto Brand", "the Harbour Board", "(HB)", "Mr. ", "U.S.", "OSTERBY", "5/4/2024", "2024-05-14", "31", "14:05", "1990s"];

/** The texts of the blocks in `tests/spec`, without their braces. */
export function examples() {
  const chapters = readdirSync(`${root}tests/spec`).map((file) => readFileSync(`${root}tests/spec/${file}`, "utf8"));
  return chapters.flatMap((chapter) => [...chapter.matchAll(/^```text.*\n([^]*?)^```/gm)].map(([, block = ""]) => plain(block)));
}

/** Marks may nest; the innermost go first. @param {string} block */
function plain(block) {
  let text = block;
  for (let before = ""; before !== text;) [before, text] = [text, text.replace(/\{([^{}]*)\|[^{}|]*\}/g, "$1")];
  return text;
}

/** Words and marks that lead deep into the rules. */
export function words() {
  const listed = LISTS.flatMap((list) => readFileSync(`${root}src/${list}.txt`, "utf8").trimEnd().split("\n").map((line) => line.split("\t")[0] ?? ""));
  return [...new Set([...MARKS, ...listed])];
}

/**
 * Writes them as libFuzzer wants them: a file for each example, and a dictionary.
 *
 * @param {string} folder
 */
export function write(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/examples`, { recursive: true });
  examples().forEach((text, place) => writeFileSync(`${folder}/examples/${place}`, text));
  writeFileSync(`${folder}/words.dict`, words().map((word) => `"${escaped(word)}"\n`).join(""));
}

/** @param {string} word */
function escaped(word) {
  return [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
