/** Builds the package: the WebAssembly module with its glue (`www/lib/core`), the types (`types`), and the page as one file (`dist`). */

import { oneFile } from "./one-file.js";
import { run } from "./run.js";

run("cargo xtask build");
run("npx tsc --project .");
console.log(await oneFile());
