/** `npm run build`: the WebAssembly module with its glue (`www/lib/core`), the types (`types`), the list of the page's files, and the page as one file (`dist`). */

import { rmSync } from "node:fs";
import { root, run } from "./run.js";
import { prepare } from "./toolchain.js";

prepare();
run("cargo xtask build");
const { thread } = await import("./thread.js"); // not before vite is there
await thread();
rmSync(`${root}types`, { recursive: true, force: true });
run("npx tsc --project .");
const { files } = await import("./files.js");
await files();
const { oneFile } = await import("./one-file.js");
console.log(await oneFile());
