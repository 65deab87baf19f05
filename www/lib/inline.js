/** pressmark with the WebAssembly module inside the JavaScript: nothing is fetched, so it works under `connect-src 'none'`. */

import { entryPoint } from "./annotator.js";
import base64 from "./core/bytes.js";

export { PressmarkError } from "./error.js";

export const { load, annotate } = entryPoint(() => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
