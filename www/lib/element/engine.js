/**
 * The engine that the elements of a page share.
 */
/** @import { Annotator, AsyncAnnotator } from "../types.js" */

/** @type {Promise<Annotator> | null} */
let shared = null;

/**
 * The build that carries its own bytes, so that it works under `connect-src 'none'`; loaded once, when first asked for.
 *
 * @returns {Promise<Annotator>}
 */
export function sharedEngine() {
  shared ??= import("../inline.js").then(({ load }) => load());
  shared.catch(() => (shared = null));
  return shared;
}
