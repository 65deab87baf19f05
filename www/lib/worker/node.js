/**
 * `pressmark/worker` in Node: the annotator in a thread.
 *
 * @import { AsyncAnnotator, WasmSource } from "../types.js"
 * @import { Ends, Port } from "./line.js"
 */

import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { WorkerAnnotator } from "./client.js";
import { fetched, remembered } from "./source.js";

const script = new URL("./thread-node.js", import.meta.url);
const beside = new URL("../core/core_bg.wasm", import.meta.url);

/**
 * Nothing is started or read before the first call. A thread does not keep the process alive when it has nothing to do.
 *
 * @param {object} [options]
 * @param {Worker | (() => Worker)} [options.worker]  one's own
 * @param {WasmSource} [options.source]  where the module comes from, also a `file:` address; left out: the package's own
 * @returns {AsyncAnnotator}
 */
export function createWorkerAnnotator({ worker = () => new Worker(script), source = beside } = {}) {
  return new WorkerAnnotator({
    open: async (ends) => connect(typeof worker === "function" ? worker() : worker, ends),
    module: remembered(() => (isFile(source) ? readFile(new URL(source)) : fetched(source))),
    replaceable: typeof worker === "function",
  });
}

/**
 * @param {WasmSource} source
 * @returns {source is string | URL}
 */
function isFile(source) {
  return (typeof source === "string" || source instanceof URL) && String(source).startsWith("file:");
}

/**
 * @param {Worker} worker
 * @param {Ends} ends
 * @returns {Port}
 */
function connect(worker, ends) {
  worker.on("message", (answer) => {
    worker.unref();
    ends.answer(answer);
  });
  worker.on("messageerror", ends.failure);
  worker.on("error", ends.failure);
  worker.on("exit", (code) => ends.failure(new Error(`it ended with exit status ${code}`)));
  return {
    postMessage(message) {
      worker.ref();
      worker.postMessage(message);
    },
    terminate: () => worker.terminate(),
  };
}
