/** Checks what must be there before anything can be built, and fetches what can be fetched without asking. */

import { existsSync, statSync } from "node:fs";
import { output, root, run } from "./run.js";

const RUST = `Rust is missing: pressmark's engine is written in it and built on this machine. Install it with rustup, see https://rustup.rs:

    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh

then open a new terminal and try again. Debian has no package of rustup that is new enough.`;

const LINKER = `A C linker is missing, which Rust needs. On Debian and Ubuntu:

    apt-get install build-essential

then try again.`;

/** Leaves with a plain message when something is missing that a person has to install. */
export function prepare() {
  if (Number(process.versions.node.split(".")[0]) < 20) leave(`Node ${process.versions.node} is too old: pressmark needs Node 20 or newer, see https://nodejs.org.`);
  if (!output("cargo --version") || !output("rustup --version")) leave(RUST);
  if (process.platform !== "win32" && !output("cc --version")) leave(LINKER);
  run("rustup target add wasm32-unknown-unknown");
  if (!isInstalled()) run("npm ci --no-audit --no-fund");
}

/** Whether `node_modules` is there and no older than the lock file. */
function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

/** @param {string} message */
function leave(message) {
  console.error(message);
  process.exit(1);
}
