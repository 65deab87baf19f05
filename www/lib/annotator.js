/**
 * The annotator, once its WebAssembly module is there, and what loads it. Each entry point brings its own way to get at the
 * bytes of the module.
 *
 * @import { AnnotateOptions, Annotator, RuleDescription, RuleId, WasmSource } from "./types.js"
 */

import initialise, * as core from "./core/core.js";
import { decode } from "./decode.js";
import { PressmarkError } from "./error.js";

/** UTF-16 code units in the longest text that is read: two Bibles. With a mark in every line that takes 1.4 GB. */
export const LONGEST_TEXT = 8 * 1024 * 1024;

/**
 * `load` and `annotate` for one entry point; entry.ts says what they promise.
 *
 * @param {(source?: WasmSource) => WasmSource | Promise<BufferSource>} find  the module, from what the caller gives, if anything
 * @returns {Pick<typeof import("./entry.js"), "load" | "annotate">}
 */
export function entryPoint(find) {
  /** @type {Promise<Annotator> | undefined} */
  let loading;

  /** @type {typeof import("./entry.js").load} */
  function load(source) {
    loading ??= start(() => find(source)).catch((cause) => {
      loading = undefined;
      throw new PressmarkError("load-failed", `the WebAssembly module could not be loaded: ${cause?.message ?? cause}`, { cause });
    });
    return loading;
  }

  /** @type {typeof import("./entry.js").annotate} */
  async function annotate(text, { signal, ...options } = {}) {
    signal?.throwIfAborted();
    const annotator = await load();
    signal?.throwIfAborted();
    return annotator.annotate(text, options);
  }

  return { load, annotate };
}

/** @param {() => WasmSource | Promise<BufferSource>} find */
async function start(find) {
  await initialise({ module_or_path: await find() });
  return makeAnnotator();
}

/** @returns {Annotator} */
function makeAnnotator() {
  const version = core.version();
  return Object.freeze({
    version,
    /** @type {Annotator["annotate"]} */
    annotate(text, options) {
      check(text, options);
      const [words, strings] = run(text, options);
      return decode(words, strings, text, version);
    },
    describeRule,
  });
}

/**
 * @param {unknown} text
 * @param {unknown} options
 */
function check(text, options) {
  if (typeof text !== "string") throw new TypeError(`expected the text as a string, not ${text === null ? "null" : typeof text}`);
  if (options !== undefined && (typeof options !== "object" || options === null)) throw new TypeError("expected the options as an object");
  if (text.length > LONGEST_TEXT) {
    throw new PressmarkError("text-too-long", `the text has ${text.length} UTF-16 code units; ${LONGEST_TEXT} is the most that is read at once`);
  }
}

/**
 * @param {string} text
 * @param {AnnotateOptions | undefined} options
 */
function run(text, options) {
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

/**
 * @param {RuleId} rule
 * @returns {RuleDescription | undefined}
 */
function describeRule(rule) {
  const found = core.describeRule(rule);
  return found && Object.freeze({ title: found[0], text: found[1], example: found[2] });
}
