/**
 * `npm run fuzz -- [--minutes 5] [target…]`: each fuzzer in turn, all of them when none is named. Stops at the first finding, which is then in
 * `fuzz/artifacts`. The corpora in `fuzz/corpus` are kept from run to run.
 */

import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { output, root, run } from "../scripts/run.js";
import { write } from "./seeds.js";

/** What libFuzzer is told about each target. @type {Readonly<Record<string, string>>} */
const ENGINE = { annotate: "-max_len=2048 -timeout=20", packed: "-max_len=2048 -timeout=20", names: "-max_len=1024 -timeout=20", growth: "-max_len=64" };

/** Those written in JavaScript: numbered inputs, always the same for one number. */
const NUMBERED = ["sessions", "json", "input"];

const { values: { minutes }, positionals } = parseArgs({ options: { minutes: { type: "string", default: "5" } }, allowPositionals: true });
const targets = positionals.length > 0 ? positionals : [...Object.keys(ENGINE), ...NUMBERED];
const unknown = targets.find((target) => !(target in ENGINE) && !NUMBERED.includes(target));
if (unknown) throw new Error(`there is no fuzzer ${unknown}; the fuzzers are ${[...Object.keys(ENGINE), ...NUMBERED].join(", ")}`);
const seconds = Math.round(Number(minutes) * 60);

if (targets.some((target) => target in ENGINE) && !output("cargo +nightly fuzz --version")) {
  console.error("The fuzzers need a nightly compiler and cargo-fuzz:\n\n    rustup toolchain install nightly --profile minimal\n    cargo install cargo-fuzz --locked\n");
  process.exit(1);
}
write(`${root}fuzz/corpus/seeds`);
for (const target of targets) {
  console.log(`\n== ${target}, ${minutes} minutes`);
  if (NUMBERED.includes(target)) {
    await count(target);
    continue;
  }
  mkdirSync(`${root}fuzz/corpus/${target}`, { recursive: true });
  // The crate has no unsafe code, so that there is nothing for a sanitizer to see; without one it is several times faster.
  run(`cargo +nightly fuzz run --sanitizer none ${target} fuzz/corpus/${target} fuzz/corpus/seeds/examples -- ` +
    `-max_total_time=${seconds} -dict=fuzz/corpus/seeds/words.dict -print_final_stats=1 ${ENGINE[target]}`);
}

/** From a number that the day gives, so that no two days try the same. Throws at the first finding. @param {string} target */
async function count(target) {
  const { start } = await import(`./targets/${target}.js`);
  const one = await start();
  const first = Math.floor(Date.now() / 1000) % 2 ** 30;
  let seed = first;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; seed += 1) {
    try {
      await one(seed);
    } catch (error) {
      await one.end?.();
      throw new Error(`${target} ${seed}`, { cause: error });
    }
  }
  await one.end?.();
  console.log(`${seed - first} inputs, from ${first}, and nothing found`);
}
