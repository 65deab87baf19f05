/** pressmark with the WebAssembly module inside the JavaScript: nothing is fetched, so it works under `connect-src 'none'`. */

import { entryPoint } from "./annotator.js";
import { bytes } from "./bytes.js";

export { applyEdits, EditError } from "./edits.js";
export { PressmarkError } from "./error.js";
export { convertOffsets } from "./offsets.js";
export { Session } from "./session.js";

export const { load, annotate } = entryPoint((source) => source ?? bytes());
