/** `npm test`: every layer, one line each. Prints a summary, with the last words of what failed; the exit status says whether all passed. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { output, root, run } from "./run.js";
import { prepare } from "./toolchain.js";

/** What is not on every machine: what the summary says of a layer without it, and whether it is there. */
const SHARED = { lack: "no ../shared", there: () => existsSync(`${root}../shared`) };
const DENY = { lack: "no cargo-deny, which is had by `cargo install cargo-deny --locked`", there: () => output("cargo deny --version") !== undefined };

/** One line a layer: name, commands, what it needs. @type {[name: string, commands: string[], needs?: typeof SHARED][]} */
const LAYERS = [
  ["format", ["cargo fmt --all --check"]],
  ["clippy", ["cargo clippy --locked --workspace --all-targets -- -D warnings", "cargo clippy --locked --target wasm32-unknown-unknown --lib --test wasm -- -D warnings"]],
  ["engine", ["cargo test --locked", "RUSTDOCFLAGS=-Dwarnings cargo doc --locked --no-deps"]],
  ["helpers", ["cargo test --locked --package lab --package xtask", "cargo build --locked --profile quick --package lab"]],
  ["build", ["npm run --silent build"]],
  ["types", ["npx tsc --project tests"]],
  ["border", ["cargo build --locked --package xtask --features test-runner --bin wasm-test-runner", "node scripts/test-wasm.js"]],
  ["package", ["node --test --test-reporter=spec tests/package/"]],
  ["archive", ["python3 -m unittest discover --start-directory examples/spark"]],
  ["publish", ["npm publish --dry-run", "cargo publish --package pressmark --dry-run --locked --allow-dirty"]],
  ["page", ["npx playwright test"]],
  ["webkit", ["node scripts/test-webkit.js"]],
  ["dependencies", ["node scripts/audit.js --offline"], DENY],
  ["leak", ["python3 ../shared/score/leak.py"], SHARED],
  ["scores", ["target/quick/lab eval --check"], SHARED],
];

const BROWSERS = {
  "/usr/bin/chromium": "chromium", "/usr/bin/firefox-esr": "firefox-esr",
  "/usr/bin/WebKitWebDriver": "webkit2gtk-driver", "/usr/bin/xvfb-run": "xvfb", "/usr/bin/xauth": "xauth",
};

prepare();
installBrowsers();

/** @type {string[]} */
const summary = [];
let failed = 0;
let skipped = 0;
for (const [name, commands, needs] of LAYERS) {
  console.log(`\n== ${name}`);
  if (needs && !needs.there()) {
    skipped += 1;
    summary.push(`skipped  ${name}: ${needs.lack}`);
    continue;
  }
  const begin = Date.now();
  const { passed, remarks } = await attempts(commands);
  if (!passed) failed += 1;
  summary.push(`${passed ? "passed " : "FAILED "}  ${name} (${Math.round((Date.now() - begin) / 1000)} s)${remarks}`);
}
console.log(`\n${summary.join("\n")}\n\n${LAYERS.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed ? 1 : 0;

/**
 * Runs commands until one fails. What a failing one said last goes into the summary, and which tests passed only when tried again.
 *
 * @param {string[]} commands
 */
async function attempts(commands) {
  let remarks = "";
  for (const command of commands) {
    const { passed, said } = await attempt(command);
    if (!passed || / flaky$/m.test(said)) remarks += `\n    ${command}\n${said.trimEnd().split("\n").slice(-12).join("\n").replaceAll(/^/gm, "    ")}`;
    if (!passed) return { passed, remarks };
  }
  return { passed: true, remarks };
}

/**
 * Runs a command with its output shown, and keeps the end of it.
 *
 * @param {string} command
 */
async function attempt(command) {
  const child = spawn(command, { shell: true, cwd: root, stdio: ["inherit", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      process.stdout.write(text);
      said = (said + text).slice(-4000);
    });
  }
  const [status] = await once(child, "close");
  return { passed: status === 0, said };
}

/** The tests run in the browsers of the system. */
function installBrowsers() {
  const missing = Object.entries(BROWSERS).filter(([path]) => !existsSync(path)).map(([, name]) => name);
  if (missing.length === 0) return;
  if (!output("apt-get --version")) {
    console.error(`The tests need ${Object.keys(BROWSERS).join(", ")}, and there is no apt-get to install them with.`);
    process.exit(1);
  }
  console.log(`Installing ${missing.join(", ")} with apt-get, for the tests in browsers.`);
  const sudo = process.getuid?.() === 0 ? "" : "sudo ";
  run(`${sudo}apt-get update -qq && ${sudo}apt-get install -y -qq --no-install-recommends ${missing.join(" ")} > /dev/null`);
}
