/**
 * Registers `<press-mark>` and its companions. The only module with a side effect.
 */
import { define } from "./index.js";

define();
