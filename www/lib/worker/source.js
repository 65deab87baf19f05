/**
 * The WebAssembly module that a worker is sent, from whatever says where it is.
 *
 * @import { WasmSource } from "../types.js"
 */

/**
 * @param {WasmSource} source
 * @returns {Promise<BufferSource | WebAssembly.Module>}
 */
export async function fetched(source) {
  if (source instanceof WebAssembly.Module || source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  const answer = typeof source === "string" || source instanceof URL || source instanceof Request ? await fetch(source) : await source;
  if (!answer.ok) throw new Error(`${answer.url} was answered by ${answer.status}`);
  return answer.arrayBuffer();
}

/**
 * The same promise each time, but not a failed one.
 *
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
export function remembered(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () =>
    (made ??= make().catch((problem) => {
      made = undefined;
      throw problem;
    }));
}
