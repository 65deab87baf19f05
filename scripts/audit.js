/**
 * `npm run audit`: whether anything that is depended on has a known weakness, a licence that we cannot take, or comes from elsewhere than the
 * registries. With `--offline`, only what needs no database of others: that is a layer of `npm test`. Crates for other systems than
 * this are fetched for it where they are not there yet.
 *
 * A question without an answer (no network, no tool) counts as a failure.
 */

import { parseArgs } from "node:util";
import { output, run } from "./run.js";

/** One line a question: what is asked, the command. */
const OFFLINE = /** @type {const} */ ([
  ["Rust: licences, sources, bans", "cargo deny --workspace --locked check licenses sources bans"],
]);
const ONLINE = /** @type {const} */ ([
  ["Rust: advisories", "cargo deny --workspace --locked check advisories"],
  ["npm: what is shipped", "npm audit --omit=dev"],
  ["npm: what it is built and tested with", "npm audit"],
]);

const { values: { offline } } = parseArgs({ options: { offline: { type: "boolean", default: false } } });
if (output("cargo deny --version") === undefined) {
  console.error("cargo-deny is missing, which takes some minutes to build:\n\n    cargo install cargo-deny --locked\n");
  process.exit(1);
}
const failed = [...OFFLINE, ...(offline ? [] : ONLINE)].filter(([what, command]) => !passes(what, command));
for (const [what] of failed) console.error(`failed, or could not be asked: ${what}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @param {string} what @param {string} command */
function passes(what, command) {
  console.log(`\n== ${what}`);
  try {
    run(command);
    return true;
  } catch {
    return false;
  }
}
