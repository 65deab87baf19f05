/** `npm run sizes`: writes into the README what each entry point weighs in a page, bundled and minified; a table between two remarks. */

import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "./run.js";

/** @type {Readonly<Record<string, string>>} */
const ENTRIES = {
  "`pressmark`, the script": 'export { load } from "./index.js"',
  "`pressmark/inline`, module and all": 'export { load } from "./inline.js"',
  "`pressmark/element`, without the annotator": 'export { define } from "./element/index.js"',
  "`pressmark/export`, all writers": 'export * from "./export/index.js"',
  "`pressmark/export`, `toCSV` alone": 'export { toCSV } from "./export/index.js"',
  "`pressmark/input`": 'export * from "./input.js"',
};

const rows = [["the WebAssembly module", readFileSync(`${root}www/lib/core/core_bg.wasm`)], ...(await Promise.all(Object.entries(ENTRIES).map(bundle)))]
  .map(([name, bytes]) => `| ${name} | ${[bytes, gzipSync(bytes), brotliCompressSync(bytes)].map(({ length }) => (length / 1000).toFixed(length < 1e5 ? 1 : 0)).join(" | ")} |`);

const file = `${root}README.md`;
const table = `<!-- sizes -->\n| kB | raw | gzip | brotli |\n|---|---|---|---|\n${rows.join("\n")}\n<!-- /sizes -->`;
const before = readFileSync(file, "utf8");
if (!/<!-- sizes -->/.test(before)) throw new Error("the README has no place for the table");
writeFileSync(file, before.replace(/<!-- sizes -->[^]*<!-- \/sizes -->/, () => table));
console.log(table);

/**
 * @param {[name: string, code: string]} entry
 * @returns {Promise<[string, Uint8Array]>}
 */
async function bundle([name, contents]) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}www/lib` }, bundle: true, minify: true, write: false, format: "esm", target: "es2022", splitting: true, outdir: "out",
  });
  const [entry] = outputFiles; // what it imports only when it is needed is not counted
  if (!entry) throw new Error(`${name} is empty`);
  return [name, entry.contents];
}
