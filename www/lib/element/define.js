/**
 * Registers `<press-mark>` and its companions. The only module with a side effect.
 */
/** @typedef {import("./entry.js").PressMarkEventMap} PressMarkEventMap so that TypeScript knows the elements by their tags */
import { define } from "./index.js";

define();
