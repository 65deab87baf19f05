/**
 * The annotator, once its WebAssembly module is there, and what loads it. Each entry point brings its own way to get at the
 * bytes of the module.
 *
 * @import { AnnotateOptions, Annotation, Annotator, RuleDescription, RuleId, WasmSource } from "./types.js"
 */

import { check } from "./check.js";
import { decode } from "./decode.js";
import { withEdits } from "./edits.js";
import * as engine from "./engine.js";
import { PressmarkError } from "./error.js";
import { Session } from "./session.js";

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
  return makeAnnotator(await engine.start(await find()));
}

/**
 * @param {string} version
 * @returns {Annotator}
 */
function makeAnnotator(version) {
  /** @type {Annotator} */
  const annotator = Object.freeze({
    version,
    /** @type {Annotator["annotate"]} */
    annotate(text, options) {
      check(text, options);
      return withEdits(options, (options) => decode(...engine.run(text, options), text, version));
    },
    /** @type {Annotator["session"]} */
    session: (text, options) => new Session(annotator, text, options),
    describeRule,
  });
  return annotator;
}

/**
 * @param {RuleId} rule
 * @returns {RuleDescription | undefined}
 */
function describeRule(rule) {
  const found = engine.describeRule(rule);
  return found && Object.freeze({ title: found[0], text: found[1], example: found[2] });
}
