/** What the page consists of, for its service worker: `www/files.js`, with a version made from the contents. */

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { root } from "./run.js";

const WWW = `${root}www/`;
const BESIDE = ["index.html", "page.css", "icon.svg", "manifest.json"];

export async function files() {
  const { metafile } = await build({
    entryPoints: [`${WWW}page.js`], absWorkingDir: root, bundle: true, format: "esm", splitting: true, outdir: "out", write: false, metafile: true, logLevel: "error",
  });
  const all = [...BESIDE, ...Object.keys(metafile.inputs).map((file) => relative(WWW, `${root}${file}`)).sort()];
  const hash = createHash("sha256");
  for (const file of all) hash.update(file).update(await readFile(`${WWW}${file}`));
  await writeFile(`${WWW}files.js`, `const VERSION = "${hash.digest("hex").slice(0, 16)}";\nconst FILES = ${JSON.stringify(["./", ...all], null, 1)};\n`);
}
