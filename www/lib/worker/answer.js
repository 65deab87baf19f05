/**
 * What the worker does: each message gets one answer, in order.
 *
 * @import { AnnotateOptions } from "../types.js"
 * @typedef {{ module: BufferSource | WebAssembly.Module } | { text: string, options: AnnotateOptions }} Message
 * @typedef {{ code?: string, name: string, message: string, option?: string, value?: unknown }} Refusal
 * @typedef {{ version: string } | { words: Uint32Array<ArrayBuffer>, strings: string } | { refusal: Refusal }} Answer
 */

import { run, start } from "../engine.js";

/**
 * @param {Message} message
 * @returns {Promise<Answer>}
 */
export async function answer(message) {
  try {
    if ("module" in message) return { version: await start(message.module) };
    const [words, strings] = run(message.text, message.options);
    return { words: /** @type {Uint32Array<ArrayBuffer>} */ (words), strings };
  } catch (error) {
    const { code, name, message, option, value } = /** @type {Refusal} */ (error);
    return { refusal: { code, name, message, option, value } };
  }
}

/**
 * What goes over without being copied.
 *
 * @param {Answer} answer
 */
export function transferred(answer) {
  return "words" in answer ? [answer.words.buffer] : [];
}
