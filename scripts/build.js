/** Builds the package: the WebAssembly module with its glue (`www/lib/core`) and the types (`types`). */

import { run } from "./run.js";

run("cargo xtask build");
run("npx tsc --project .");
