/** What may be asked of the engine; looked at before the text goes anywhere. */

import { PressmarkError } from "./error.js";

/** UTF-16 code units in the longest text that is read: more than two Bibles. With a mark in every line that takes 1.6 GB; see DESIGN.md. */
export const LONGEST_TEXT = 10 * 1024 * 1024;

/**
 * @param {unknown} text
 * @param {unknown} options
 */
export function check(text, options) {
  if (typeof text !== "string") throw new TypeError(`expected the text as a string, not ${text === null ? "null" : typeof text}`);
  if (options !== undefined && (typeof options !== "object" || options === null)) throw new TypeError("expected the options as an object");
  if (text.length > LONGEST_TEXT) {
    throw new PressmarkError("text-too-long", `the text has ${text.length} UTF-16 code units; ${LONGEST_TEXT} is the most that is read at once`);
  }
}
