/**
 * `npm run bench [-- --rounds 3]`: pressmark beside what a page would use instead, all in one run and in turns, so that whatever else the machine does
 * meanwhile falls on all of them alike. Writes the tables of `bench/README.md`.
 */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { output, root, run } from "../scripts/run.js";
import { HOSTILE } from "./hostile.js";
/** @typedef {Record<string, number>} Result */

/** One line a column: the file in `peers`, its heading, what it finds. @type {readonly [peer: string, heading: string, finds: string][]} */
const PEERS = [
  ["pressmark", "pressmark", "quotations, speakers, people, organisations, dates"],
  ["chrono", "chrono-node", "dates"],
  ["compromise", "compromise", "people, organisations, quoted text"],
  ["compromise-dates", "compromise + compromise-dates", "the same and dates"],
  ["compromise-chrono", "compromise + chrono-node", "the same and dates"],
  ["wink", "wink-nlp", "dates as strings"],
];
const SIZES = /** @type {const} */ ({ "1 KB": 1e3, "10 KB": 1e4, "100 KB": 1e5, "1 MB": 1e6, "10 MB": 1e7 });
/** Seconds that one text may take before it is given up, and those that go by before it is begun. */
const PATIENCE = 10;
const WARMING = 5;
/** Code units of the hostile texts that all have to read, and of those for pressmark alone. */
const SHORT = 100_000;
const LONG = 1_000_000;

const { values: { rounds } } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
if (!existsSync(`${root}bench/node_modules`)) run("npm ci --prefix bench --no-audit --no-fund");
if (!existsSync(`${root}www/lib/core/core_bg.wasm`)) run("npm run --silent build");
const { bundle, measureIn, open } = await import("./chromium.js");

/** @type {Map<string, (number | null)[]>} */
const found = new Map();
for (let round = 1; round <= Number(rounds); round += 1) {
  say(`round ${round}`);
  for (const [peer] of PEERS) keep(peer, "node", await one("begin", peer, 120));
}
for (const [name, size] of Object.entries(SIZES)) {
  say(name);
  for (const [peer] of PEERS) keep(peer, name, hopeless(peer, name) ? null : await one("growth", peer, WARMING + PATIENCE, String(size)));
}
say("memory");
keep("pressmark", "flat", await one("flat", "pressmark", 120));
say("typing");
keep("pressmark", "typing", await one("typing", "pressmark", 60));
const bundles = new Map(await Promise.all(PEERS.map(async ([peer]) => /** @type {const} */ ([peer, await bundle(peer)]))));
for (const [peer, { wire }] of bundles) keep(peer, "wire", { kib: wire / 1024 });
const browser = await open();
for (let round = 1; round <= Number(rounds); round += 1) {
  say(`Chromium, round ${round}`);
  for (const [peer, { script }] of bundles) keep(peer, "page", await measureIn(browser, script));
}
const chromium = browser.version();
await browser.close();
say("hostile texts");
const short = new Map();
for (const [peer] of PEERS) short.set(peer, await unfriendly(peer, SHORT));
const [quarter, whole] = [await unfriendly("pressmark", LONG / 4), await unfriendly("pressmark", LONG)];

const file = `${root}bench/README.md`;
const before = readFileSync(file, "utf8");
if (!/<!-- tables -->[^]*<!-- \/tables -->/.test(before)) throw new Error("bench/README.md has no place for the tables");
writeFileSync(file, before.replace(/<!-- tables -->[^]*<!-- \/tables -->/, () => `<!-- tables -->\n${tables()}\n<!-- /tables -->`));
console.log(tables());

function tables() {
  /** @type {[what: string, key: string, digits: number, absent?: string][]} */
  const rows = [
    ["download, brotli, KiB", "wire.kib", 0],
    ["Node: load", "node.load", 0],
    ["Node: first article", "node.first", 1],
    ["Node: article of 3 KB, steady", "node.steady", 2],
    .../** @type {[string, string, number][]} */ (Object.keys(SIZES).map((name) => [`Node: ${name}`, `${name}.ms`, 1])),
    ["Node: most memory held at 1 MB, MiB", "1 MB.peak", 0, "–"],
    ["Node: most memory held at 10 MB, MiB", "10 MB.peak", 0, "–"],
    ["Chromium: load", "page.load", 0],
    ["Chromium: first article", "page.first", 1],
    ["Chromium: article of 3 KB, steady", "page.steady", 2],
    ["Chromium: 1 MB", "page.megabyte", 0],
  ];
  const head = `| | ${PEERS.map(([, heading]) => heading).join(" | ")} |\n|---|${PEERS.map(() => "---|").join("")}`;
  const finds = `| finds | ${PEERS.map(([, , finds]) => finds).join(" | ")} |`;
  const body = rows.map(([what, key, digits, absent = `over ${PATIENCE} s, or not tried`]) => `| ${what} | ${PEERS.map(([peer]) => cell(median(`${peer}.${key}`), median(`pressmark.${key}`), digits, absent)).join(" | ")} |`);
  const worst = `| Node: worst hostile text of 100 KB | ${PEERS.map(([peer]) => worstOf(short.get(peer))).join(" | ")} |`;
  return [
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, Chromium ${chromium}, ${output("git log -1 --format=%h") ?? "no commit"}. Milliseconds where nothing else is said; in brackets, times what pressmark takes.`,
    [head, finds, ...body, worst].join("\n"),
    `Per byte, pressmark takes ${ratio("10 MB", "100 KB").toFixed(2)} times as long at 10 MB as at 100 KB. A keystroke in an article of 10 KB takes ${median("pressmark.typing.ms")?.toFixed(2)} ms.`,
    `The memory of the module is ${median("pressmark.flat.first")?.toFixed(1)} MiB after 100 articles and ${median("pressmark.flat.last")?.toFixed(1)} MiB after 10,000.`,
    `Hostile texts of 1 MB, pressmark in Node; the last column is that time over four times that of a quarter of the text, so 1 is linear.`,
    `| | ms | |\n|---|---|---|\n${Object.keys(HOSTILE).map((name) => `| ${name} | ${whole.get(name)?.toFixed(0) ?? "–"} | ${((whole.get(name) ?? NaN) / (4 * (quarter.get(name) ?? NaN))).toFixed(2)} |`).join("\n")}`,
  ].join("\n\n");
}

/**
 * @param {number | null} value
 * @param {number | null} own
 * @param {number} digits
 * @param {string} absent
 */
function cell(value, own, digits, absent) {
  if (value === null) return absent;
  return value === own || own === null ? value.toFixed(digits) : `${value.toFixed(digits)} (${times(value / own)})`;
}

/** @param {number} ratio */
function times(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
}

/** @param {Map<string, number | null>} all */
function worstOf(all) {
  const over = [...all].filter(([, ms]) => ms === null).map(([name]) => name);
  if (over.length > 0) return `over ${PATIENCE} s: ${over.join(", ")}`;
  const [name, ms] = [...all].reduce((worst, next) => ((next[1] ?? 0) > (worst[1] ?? 0) ? next : worst));
  return `${ms?.toFixed(0)} (${name})`;
}

/** @param {keyof typeof SIZES} large @param {keyof typeof SIZES} small */
function ratio(large, small) {
  return ((median(`pressmark.${large}.ms`) ?? NaN) / SIZES[large]) / ((median(`pressmark.${small}.ms`) ?? NaN) / SIZES[small]);
}

/** @param {string} peer @param {string} what @param {Result | Record<string, number | null> | null} result */
function keep(peer, what, result) {
  if (!result) found.set(`${peer}.${what}`, [null]);
  for (const [name, value] of Object.entries(result ?? {})) {
    const key = `${peer}.${what}.${name}`;
    found.set(key, [...(found.get(key) ?? []), value]);
  }
}

/** @param {string} key */
function median(key) {
  const values = (found.get(key) ?? []).filter((value) => value !== null).sort((a, b) => a - b);
  return values[values.length >> 1] ?? null;
}

/** Who gave up a shorter text is not asked to read a longer one. @param {string} peer @param {string} size */
function hopeless(peer, size) {
  const sizes = Object.keys(SIZES);
  return sizes.slice(0, sizes.indexOf(size)).some((shorter) => found.has(`${peer}.${shorter}`));
}

/**
 * One measurement, or nothing when it takes too long or breaks down.
 *
 * @param {string} kind
 * @param {string} peer
 * @param {number} seconds
 * @param {string[]} rest
 * @returns {Promise<Result | null>}
 */
async function one(kind, peer, seconds, ...rest) {
  const { status, stdout } = spawnSync("node", ["--expose-gc", `${root}bench/measure.js`, kind, peer, ...rest], { encoding: "utf8", timeout: seconds * 1000, stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? JSON.parse(stdout) : null;
}

/**
 * Each hostile text; who takes too long for one begins anew with the next.
 *
 * @param {string} peer
 * @param {number} length
 * @returns {Promise<Map<string, number | null>>}
 */
async function unfriendly(peer, length) {
  const names = Object.keys(HOSTILE);
  /** @type {Map<string, number | null>} */
  const all = new Map();
  for (let next = names[0]; next; next = names[all.size]) {
    const child = spawn("node", [`${root}bench/measure.js`, "hostile", peer, String(length), next], { stdio: ["ignore", "pipe", "ignore"] });
    const stop = () => child.kill("SIGKILL");
    let alarm = setTimeout(stop, PATIENCE * 1000);
    for await (const line of createInterface(child.stdout)) {
      clearTimeout(alarm);
      alarm = setTimeout(stop, PATIENCE * 1000);
      const { name, ms } = JSON.parse(line);
      all.set(name, ms);
    }
    clearTimeout(alarm);
    const reached = names[all.size];
    if (reached) all.set(reached, null);
  }
  return all;
}

/** @param {string} what */
function say(what) {
  console.error(what);
}
