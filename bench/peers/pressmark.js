import { load as start } from "../../www/lib/node.js";

export async function load() {
  const annotator = await start();
  return (/** @type {string} */ text) => annotator.annotate(text);
}
