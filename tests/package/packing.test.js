/** What is published: exactly these files, with licences, credits and README, in the npm package and in the crate. */

import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

/** @param {string} command */
const lines = (command) => execSync(command, { cwd: root, encoding: "utf8" }).trim().split("\n");
/** What git knows or would take in. @param {string} place */
const sources = (place) => lines(`git ls-files --cached --others --exclude-standard ${place}`);

const ABOUT = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md"];

test("the npm package", () => {
  const [{ files }] = Object.values(JSON.parse(execSync("npm pack --dry-run --json", { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })));
  const library = sources("www/lib");
  const built = ["bytes.js", "core.js", "core_bg.wasm", "thread.js", "version.js"].map((file) => `www/lib/core/${file}`);
  const types = library.filter((file) => /\.(js|ts)$/.test(file)).map((file) => file.replace(/^www\/lib/, "types").replace(/\.(js|ts)$/, ".d.ts"));
  const wanted = [...ABOUT, "package.json", "src/ner/MODEL.md", ...sources("docs"), ...library.filter((file) => !file.endsWith(".ts")), ...built, ...types];
  assert.deepEqual(files.map((/** @type {{ path: string }} */ { path }) => path).sort(), wanted.sort());
});

test("the npm package needs nothing else and runs nothing when it is installed", () => {
  const { dependencies, peerDependencies, optionalDependencies, bundledDependencies, scripts } = manifest;
  assert.deepEqual([dependencies, peerDependencies, optionalDependencies, bundledDependencies], [undefined, undefined, undefined, undefined]);
  assert.deepEqual(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|pack|publish|prepublishOnly)/.test(name)), []);
});

test("the crate", () => {
  const wanted = [...ABOUT, "Cargo.toml", "Cargo.toml.orig", "Cargo.lock", "build.rs", ...sources("src")];
  const packed = lines("cargo package --package pressmark --list --allow-dirty --offline --quiet");
  assert.deepEqual(packed.filter((file) => file !== ".cargo_vcs_info.json").sort(), wanted.sort());
});

test("both have one version, one licence, one description, and the compiler that is asked for is the one that is used", () => {
  const { packages } = JSON.parse(execSync("cargo metadata --no-deps --offline --format-version 1", { cwd: root, encoding: "utf8" }));
  const crate = packages.find((/** @type {{ name: string }} */ { name }) => name === "pressmark");
  assert.deepEqual([crate.version, crate.license, crate.description], [manifest.version, manifest.license.replace(/[()]/g, ""), manifest.description]);
  assert.ok(readFileSync(`${root}rust-toolchain.toml`, "utf8").includes(`channel = "${crate.rust_version}.`), crate.rust_version);
  assert.ok(readFileSync(`${root}README.md`, "utf8").includes(`Rust ${crate.rust_version} or newer`));
});
