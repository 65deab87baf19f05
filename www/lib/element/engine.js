/**
 * The engine that the elements of a page share.
 */
import { beginnings } from "../worker/beginnings.js";
/** @import { Reader } from "../reading.js" */
/** @import { Annotator, AsyncAnnotator } from "../types.js" */
/** @typedef {Reader & Partial<Pick<Annotator, "describeRule">>} Engine */

/** Characters above which a text is read by the worker, part by part; below, it is read between two frames or little more. */
const LONG = 200_000;

/** @type {Promise<Engine> | null} */
let shared = null;

/**
 * The build that carries its own bytes, so that it works under `connect-src 'none'`; loaded once, when first asked for. The worker's
 * script is loaded with it, so that nothing is requested later, and started for the first long text.
 *
 * @returns {Promise<Engine>}
 */
export function sharedEngine() {
  shared ??= Promise.all([import("../inline.js"), import("../worker/index.js"), import("../core/thread.js")])
    .then(async ([{ load }, { createWorkerAnnotator }]) => withWorker(await load(), createWorkerAnnotator()));
  shared.catch(() => (shared = null));
  return shared;
}

/**
 * @param {Annotator} annotator
 * @param {AsyncAnnotator} worker
 * @returns {Engine}
 */
function withWorker(annotator, worker) {
  return {
    annotate: annotator.annotate,
    describeRule: annotator.describeRule,
    parts(text, options) {
      if (text.length <= LONG) return null;
      const first = annotator.annotate(text.slice(0, beginnings(text)[0]), options);
      return { first, all: (signal) => worker.stream(text, { ...options, signal }) };
    },
  };
}
