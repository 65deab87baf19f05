/**
 * `pressmark/worker`: the annotator off the main thread.
 *
 * The worker is made from a string inside this package, and so are the bytes of the module. A worker made so keeps to the page's own
 * content security policy, which must let `blob:` workers in (`worker-src blob:`).
 *
 * @import { AsyncAnnotator, WasmSource } from "../types.js"
 * @import { Ends, Port } from "./line.js"
 */

import { WorkerAnnotator } from "./client.js";
import { fetched, remembered } from "./source.js";

/**
 * An annotator in a worker of its own; in Node, in a thread. Nothing is started or fetched before the first call.
 *
 * @example
 * ```js
 * import { createWorkerAnnotator } from "pressmark/worker";
 *
 * const annotator = createWorkerAnnotator();
 * const text = "“No,” said Ada Quill.\n\n".repeat(1000);
 * for await (const { annotation, settled } of annotator.stream(text)) {
 *   if (settled) console.log(annotation.quotes.length);
 * }
 *
 * const stop = new AbortController();
 * const asked = annotator.annotate(text, { signal: stop.signal });
 * stop.abort(new Error("not needed any more"));
 * await asked.catch(({ message }) => console.log(message));
 * annotator.dispose();
 * ```
 *
 * ```text
 * 1000
 * not needed any more
 * ```
 *
 * @param {object} [options]
 * @param {Worker | (() => Worker)} [options.worker]  one's own, whose script imports `pressmark/worker/thread`: for a policy without
 *   `blob:`. A function can start another when one breaks down or its work is aborted.
 * @param {WasmSource} [options.source]  where the module comes from; left out: inside this package
 * @returns {AsyncAnnotator}
 */
export function createWorkerAnnotator({ worker, source } = {}) {
  const open = worker === undefined ? ownScript : typeof worker === "function" ? worker : () => worker;
  return new WorkerAnnotator({
    open: (ends) => connect(open, ends),
    module: remembered(async () => (source === undefined ? (await import("../bytes.js")).bytes() : fetched(source))),
    replaceable: worker === undefined || typeof worker === "function",
  });
}

/**
 * @param {() => Worker | Promise<Worker>} open
 * @param {Ends} ends
 * @returns {Promise<Port>}
 */
async function connect(open, ends) {
  const worker = await open();
  worker.addEventListener("message", ({ data }) => ends.answer(data));
  worker.addEventListener("messageerror", () => ends.failure(new Error("its answer could not be read")));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    ends.failure(event);
  });
  return worker;
}

async function ownScript() {
  const { default: script } = await import("../core/thread.js");
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address, { type: "module", name: "pressmark" });
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
