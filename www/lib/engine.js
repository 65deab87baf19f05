/**
 * The WebAssembly module: started, asked, and its refusals made into errors for people.
 *
 * @import { AnnotateOptions } from "./types.js"
 */

import initialise, * as core from "./core/core.js";
import { PressmarkError } from "./error.js";

/**
 * @param {Parameters<typeof initialise>[0]} source
 * @returns {Promise<string>} its version
 */
export async function start(source) {
  await initialise({ module_or_path: source });
  return core.version();
}

/**
 * The packed annotation of a text, as `decode` reads it.
 *
 * A trap is answered by a new instance and a second try. WebKitGTK 2.50 has been seen to report a memory access out of bounds, once in
 * some fifty thousand texts and for none of them again, where no other engine does.
 *
 * @param {string} text
 * @param {AnnotateOptions | undefined} options
 */
export function run(text, options) {
  try {
    return ask(text, options);
  } catch (problem) {
    if (problem instanceof PressmarkError && problem.code === "engine-failed") return ask(text, options);
    throw problem;
  }
}

/**
 * @param {string} text
 * @param {AnnotateOptions | undefined} options
 */
function ask(text, options) {
  try {
    return core.annotate(text, options);
  } catch (problem) {
    if (problem instanceof WebAssembly.RuntimeError) {
      core.__wbg_reset_state();
      throw new PressmarkError("engine-failed", `the engine stopped at this text and has been started anew: ${problem.message}`, { cause: problem });
    }
    if (!Array.isArray(problem)) throw problem;
    const [code, option, message] = problem;
    const value = options?.[/** @type {keyof AnnotateOptions} */ (option)];
    throw new PressmarkError(code, code === "bad-option" ? `${message}, not ${shown(value)}` : message, { option, value });
  }
}

/** @param {unknown} value */
function shown(value) {
  return typeof value === "object" ? JSON.stringify(value) : typeof value === "string" ? `"${value}"` : String(value);
}

export const { describeRule } = core;
