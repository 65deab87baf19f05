/** What `pressmark` and `pressmark/inline` are to TypeScript: the same calls and the same shapes. */

import type { AnnotateOptions, Annotation, Annotator, AsyncOptions, WasmSource } from "./types.js";

export { applyEdits, EditError } from "./edits.js";
export { PressmarkError } from "./error.js";
export { convertOffsets } from "./offsets.js";
export { Session } from "./session.js";
export type { Parts, Reader } from "./reading.js";
export type { ErrorCode } from "./error.js";
export type * from "./types.js";

/**
 * Fetches and compiles the WebAssembly module, once; later calls give the same promise. Nothing is fetched before.
 *
 * Throws a `PressmarkError` ("load-failed") when there is no module to be had, for instance without a network; the next call
 * tries again.
 *
 * @example
 * ```js
 * import { load } from "pressmark";
 *
 * const annotator = await load();
 * const { quotes, entities } = annotator.annotate("“We will appeal,” said Ada Quill.");
 * console.log(quotes[0].kind, entities.find(({ id }) => id === quotes[0].speaker).name);
 * ```
 *
 * ```text
 * direct Ada Quill
 * ```
 *
 * @param source where to find the module; left out: beside this file, or, with `pressmark/inline`, inside it
 */
export declare function load(source?: WasmSource): Promise<Annotator>;

/**
 * Loads, then reads one article: for a first try in one line. Throws what `load` and `Annotator.annotate` throw.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 *
 * const { dates } = await annotate("It closed on Friday.", { published: "2024-05-14" });
 * console.log(dates[0].value);
 * ```
 *
 * ```text
 * 2024-05-10
 * ```
 */
export declare function annotate(text: string, options?: AnnotateOptions & AsyncOptions): Promise<Annotation>;
