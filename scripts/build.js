/** `npm run build`: the WebAssembly module with its glue (`www/lib/core`), the types (`types`), and the page as one file (`dist`). */

import { rmSync } from "node:fs";
import { oneFile } from "./one-file.js";
import { root, run } from "./run.js";
import { prepare } from "./toolchain.js";

prepare();
run("cargo xtask build");
rmSync(`${root}types`, { recursive: true, force: true });
run("npx tsc --project .");
console.log(await oneFile());
