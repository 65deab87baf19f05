import { load as start } from "../../www/lib/index.js";

export async function load() {
  const annotator = await start("/core_bg.wasm");
  return (/** @type {string} */ text) => annotator.annotate(text);
}
