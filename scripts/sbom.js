/**
 * `npm run sbom`: what is inside, as CycloneDX: `artefacts/sbom/npm.json` (the package: nothing but itself), `crate.json` (the library, and so the
 * WebAssembly module), `command.json` (the native command) and `development.json` (what npm builds and tests with).
 */

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { output, root, run } from "./run.js";

const PLACE = `${root}artefacts/sbom`;
/** Where cargo-cyclonedx leaves one file for each member of the workspace, and what becomes of it. */
const MEMBERS = { ".": "crate.json", command: "command.json", xtask: null, lab: null };

if (output("cargo cyclonedx --version") === undefined) {
  console.error("cargo-cyclonedx is missing, which takes some minutes to build:\n\n    cargo install cargo-cyclonedx --locked\n");
  process.exit(1);
}
mkdirSync(PLACE, { recursive: true });
run("cargo cyclonedx --quiet --format json --spec-version 1.5 --target all --override-filename sbom");
for (const [member, name] of Object.entries(MEMBERS)) {
  const file = `${root}${member}/sbom.json`;
  if (name) renameSync(file, `${PLACE}/${name}`);
  else rmSync(file);
}
writeFileSync(`${PLACE}/npm.json`, npm("--omit dev --workspaces=false"));
writeFileSync(`${PLACE}/development.json`, npm(""));
console.log("artefacts/sbom: npm.json, crate.json, command.json, development.json");

/** @param {string} options */
function npm(options) {
  const sbom = output(`npm sbom --sbom-format cyclonedx --package-lock-only ${options}`);
  if (!sbom) throw new Error("npm sbom failed; npm 10 or newer has it");
  return `${sbom}\n`;
}
