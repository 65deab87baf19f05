/**
 * The WebAssembly module out of the package's own JavaScript.
 */
import base64 from "./core/bytes.js";

/** @returns {Uint8Array<ArrayBuffer>} */
export function bytes() {
  const Bytes = /** @type {typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }} */ (Uint8Array);
  return Bytes.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
