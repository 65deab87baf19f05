/** The page as one file: `dist/pressmark.html`, with everything inside, to be kept and opened without a network. */

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "vite";
import { root } from "./run.js";

const WWW = `${root}www/`;

/** @returns {Promise<string>} where the file was written */
export async function oneFile() {
  const [page, style, script] = await Promise.all([readFile(`${WWW}index.html`, "utf8"), readFile(`${WWW}page.css`, "utf8"), bundle()]);
  const file = `${root}dist/pressmark.html`;
  await mkdir(`${root}dist`, { recursive: true });
  await writeFile(file, assemble(page, style, script));
  return file;
}

/**
 * Script and style are let in by what they are, not by where they come from: a changed copy does not run.
 *
 * @param {string} page
 * @param {string} style
 * @param {string} script
 */
function assemble(page, style, script) {
  return swap(page, [
    [`script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self' blob:`, `script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; worker-src blob:`],
    [`<link rel="icon" href="icon.svg">\n<link rel="manifest" href="manifest.json">`, `<link rel="icon" href="data:,">`],
    [/** @type {RegExpExecArray} */ (/ *<p id="one-file">.*\n/.exec(page))[0], ""],
    [/** @type {RegExpExecArray} */ (/ What the page leaves with your browser.*(?=<\/p>)/.exec(page))[0], ""],
    ["; after the first visit it even opens without a network", ""],
    [`<link rel="stylesheet" href="page.css">`, `<style>${style}</style>`],
    [`<script type="module" src="page.js"></script>`, ""],
    [`</body>`, `<script type="module">${script}</script>\n</body>`],
  ]);
}

/**
 * @param {string} page
 * @param {[was: string, now: string][]} changes
 */
function swap(page, changes) {
  return changes.reduce((page, [was, now]) => {
    if (!page.includes(was)) throw new Error(`index.html does not have ${was}`);
    return page.replace(was, () => now);
  }, page);
}

/** @param {string} text */
function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

async function bundle() {
  const built = await build({
    configFile: false, logLevel: "error", root: WWW,
    build: { write: false, target: "es2023", modulePreload: false, rollupOptions: { input: `${WWW}page.js`, output: { format: "es", codeSplitting: false } } },
  });
  const [{ output }] = /** @type {{ output: { type: string, code: string }[] }[]} */ ([built].flat());
  const chunks = output.filter(({ type }) => type === "chunk");
  if (chunks.length !== 1 || !chunks[0]) throw new Error(`the page was bundled into ${chunks.length} scripts`);
  return chunks[0].code.replaceAll("</script", "<\\/script");
}
