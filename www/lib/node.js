/** pressmark for Node: the WebAssembly module is read from disk, and so are `file:` addresses that are given to `load`. */

import { readFile } from "node:fs/promises";
import { entryPoint } from "./annotator.js";

export { applyEdits, EditError } from "./edits.js";
export { PressmarkError } from "./error.js";
export { convertOffsets } from "./offsets.js";
export { Session } from "./session.js";

const beside = new URL("./core/core_bg.wasm", import.meta.url);

export const { load, annotate } = entryPoint((source = beside) => {
  const address = typeof source === "string" || source instanceof URL ? String(source) : "";
  return address.startsWith("file:") ? readFile(new URL(address)) : source;
});
