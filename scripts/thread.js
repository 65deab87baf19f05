/** The worker's script as a string: `www/lib/core/thread.js`, from which `pressmark/worker` makes its worker. */

import { writeFile } from "node:fs/promises";
import { build } from "vite";
import { root } from "./run.js";

const CORE = `${root}www/lib/core/`;

export async function thread() {
  const built = await build({
    configFile: false, logLevel: "error", root: `${root}www`,
    build: { write: false, target: "es2023", lib: { entry: `${root}www/lib/worker/thread.js`, formats: ["es"] } },
  });
  const [{ output }] = /** @type {{ output: { type: string, code: string }[] }[]} */ ([built].flat());
  if (output.length !== 1 || !output[0]) throw new Error(`the worker was bundled into ${output.length} files`);
  await writeFile(`${CORE}thread.js`, `export default ${JSON.stringify(output[0].code)};\n`);
  await writeFile(`${CORE}thread.d.ts`, "declare const script: string;\nexport default script;\n");
}
