/** pressmark for Node: the WebAssembly module is read from disk. */

import { readFile } from "node:fs/promises";
import { entryPoint } from "./annotator.js";

export { applyEdits, EditError } from "./edits.js";
export { PressmarkError } from "./error.js";
export { Session } from "./session.js";

export const { load, annotate } = entryPoint(() => readFile(new URL("./core/core_bg.wasm", import.meta.url)));
