/** pressmark for browsers and bundlers: the WebAssembly module is fetched from beside this file. */

import { entryPoint } from "./annotator.js";

export { applyEdits, EditError } from "./edits.js";
export { PressmarkError } from "./error.js";
export { convertOffsets } from "./offsets.js";
export { Session } from "./session.js";

export const { load, annotate } = entryPoint((source = new URL("./core/core_bg.wasm", import.meta.url)) => source);
