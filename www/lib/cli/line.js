/**
 * One line of JSON Lines → the line that answers it.
 *
 * @import { Annotator } from "../types.js"
 * @typedef {{ published?: string, format: string }} Settings
 * @typedef {{ line: string, failed: boolean, note?: string }} Answered  `note`: for standard error
 */

import { FORMATS } from "./formats.js";
import { decoded, messageOf } from "./text.js";

/**
 * @param {Annotator} annotator
 * @param {Uint8Array} line
 * @param {Settings} settings  `published`: for lines that say nothing else
 * @returns {Answered}
 */
export function answerLine(annotator, line, { published, format }) {
  let id = null;
  try {
    const article = parsed(decoded(line));
    id = idOf(article);
    if (typeof article?.text !== "string") throw new Error('expected an object with a string "text"');
    const given = article.published ?? published;
    if (given !== undefined && typeof given !== "string") throw new Error('expected "published" as a string');
    const day = dayOf(given);
    const annotation = annotator.annotate(article.text, { published: day });
    const answer = format === "json" ? { id, ...annotation } : { id, format, content: FORMATS[format]?.write(annotation) };
    return { line: JSON.stringify(answer), failed: false, ...(day !== given && { note: `published ${given} is read as ${day}` }) };
  } catch (error) {
    return { line: JSON.stringify({ id, error: messageOf(error) }), failed: true };
  }
}

/**
 * What is wrong is said in words of our own: those of the engine differ from version to version, and hold pieces of the text.
 *
 * @param {string} line
 */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error("the line is not JSON");
  }
}

/** @param {{ id?: unknown } | null} article */
function idOf(article) {
  const id = article?.id ?? null;
  if (typeof id === "object" && id !== null) throw new Error('expected an "id" that is a string or a number');
  return id;
}

/**
 * Archives hold dates with day and month swapped. Where only that reading is possible, as in 2023-13-10, it is taken.
 *
 * @param {string | undefined} published
 */
function dayOf(published) {
  const swapped = /^(\d{4})-(1[3-9]|2\d|3[01])-(0\d|1[0-2])$/.exec(published ?? "");
  return swapped ? `${swapped[1]}-${swapped[3]}-${swapped[2]}` : published;
}
