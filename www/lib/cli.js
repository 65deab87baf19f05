#!/usr/bin/env node
/**
 * The command `pressmark`: texts → annotations in any format, or JSON Lines → JSON Lines.
 *
 * @import { Annotator } from "./types.js"
 * @import { Format } from "./cli/formats.js"
 * @typedef {{ published?: string, format: string, out?: string, jobs: number, from: number }} Wanted
 */

import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { files } from "./cli/articles.js";
import { FORMATS } from "./cli/formats.js";
import { answers } from "./cli/pool.js";
import { decoded, lines, messageOf } from "./cli/text.js";
import { load } from "./node.js";

const USAGE = `pressmark – who said what, which organisations, which dates

  pressmark [FILE]            reads a text (UTF-8; standard input without FILE), writes its annotation
  pressmark --out FOLDER FILE|FOLDER…
                              reads each text, and the .txt and .md in each folder; writes one file for each
  pressmark --jsonl [FILE]    reads lines {"id","text","published"}, writes lines {"id", …annotation} in the same order;
                              a line that cannot be read is answered by {"id","error"}, and the exit status is 1

  --published DATE            when the article was published: 2024-05-14
  --format FORMAT             ${Object.keys(FORMATS).join(", ").replace(/(.{60}[^ ]*) /g, "$1\n                              ")};
                              json without it. With --jsonl others than json are lines {"id","format","content"}
  --pretty                    --format pretty
  --jobs N                    --jsonl: how many threads; as many as there are processors without it
  --from LINE                 --jsonl: begins with this line, to go on after an interruption
  --help, --version
`;

process.exitCode = await main();

async function main() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        published: { type: "string" },
        format: { type: "string" },
        out: { type: "string" },
        pretty: { type: "boolean" },
        jsonl: { type: "boolean" },
        jobs: { type: "string" },
        from: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
    if (values.help) return write(USAGE);
    const wanted = {
      published: values.published, out: values.out,
      format: formatOf(values.format ?? (values.pretty ? "pretty" : "json")),
      jobs: counting("--jobs", values.jobs, availableParallelism()), from: counting("--from", values.from, 1),
    };
    if (!values.jsonl && (values.jobs ?? values.from) !== undefined) throw new Error("--jobs and --from are for --jsonl");
    if (values.jsonl && values.out !== undefined) throw new Error("--jsonl writes to standard output, not into a folder");
    if (values.out !== undefined && positionals.length === 0) throw new Error("--out: expected the files and folders to read");
    if (values.out === undefined && positionals.length > 1) throw new Error(`expected one file, not ${positionals.length}; several are written into a folder: --out FOLDER`);
    if (values.jsonl) return await annotateLines(positionals[0] ?? "-", wanted);
    const annotator = await load();
    if (values.version) return write(`${annotator.version}\n`);
    return values.out === undefined ? await annotateOne(annotator, positionals[0] ?? "-", wanted) : await annotateFiles(annotator, positionals, wanted);
  } catch (error) {
    process.stderr.write(`pressmark: ${messageOf(error)}\n`);
    return 1;
  }
}

/** @param {string} name */
function formatOf(name) {
  if (!Object.hasOwn(FORMATS, name)) throw new Error(`there is no format ${name}; there are ${Object.keys(FORMATS).join(", ")}`);
  return name;
}

/**
 * @param {string} option
 * @param {string | undefined} value
 * @param {number} otherwise
 */
function counting(option, value, otherwise) {
  if (value !== undefined && !/^[1-9]\d{0,14}$/.test(value)) throw new Error(`${option}: expected a number from 1 up, not ${value}`);
  return value === undefined ? otherwise : Number(value);
}

/**
 * @param {Annotator} annotator
 * @param {string} file
 * @param {Wanted} wanted
 */
async function annotateOne(annotator, file, { published, format }) {
  const annotation = annotator.annotate(decoded(await buffer(input(file))), { published });
  return write(FORMATS[format]?.write(annotation) ?? "");
}

/**
 * @param {Annotator} annotator
 * @param {readonly string[]} places
 * @param {Wanted} wanted
 */
async function annotateFiles(annotator, places, { published, format: name, out = "" }) {
  const format = /** @type {Format} */ (FORMATS[name]);
  const targets = format.beside ? [format, format.beside] : [format];
  await mkdir(out, { recursive: true });
  /** @type {Map<string, string>} */
  const written = new Map();
  const progress = reporter("text");
  let status = 0;
  const complain = (/** @type {string} */ place, /** @type {unknown} */ error) => {
    process.stderr.write(`pressmark: ${place}: ${messageOf(error)}\n`);
    status = 1;
    return [];
  };
  const all = [];
  for (const place of places) all.push(...(await files(place).catch((error) => complain(place, error))));
  const read = new Set(all.map((file) => resolve(file)));
  for (const file of all) {
    try {
      const name = join(out, basename(file).replace(/\.(txt|md)$/i, ""));
      if (written.has(name)) throw new Error(`${name}${format.end} is already written, from ${written.get(name)}`);
      const lost = targets.find(({ end }) => read.has(resolve(name + end)));
      if (lost) throw new Error(`${name}${lost.end} is one of the texts to read and is not written over: choose another folder`);
      const annotation = annotator.annotate(decoded(await readFile(file)), { published });
      for (const { end, write } of targets) await writeFile(name + end, write(annotation));
      written.set(name, file);
      progress.at(written.size);
    } catch (error) {
      complain(file, error);
    }
  }
  progress.end();
  return status;
}

/**
 * @param {string} file
 * @param {Wanted} wanted
 */
async function annotateLines(file, { published, format, jobs, from }) {
  let status = 0;
  let line = from;
  const progress = reporter("line");
  try {
    for await (const answer of answers(after(lines(input(file)), from - 1), jobs, { published, format })) {
      if (answer.note) process.stderr.write(`pressmark: line ${line}: ${answer.note}\n`);
      if (answer.failed) status = 1;
      await write(`${answer.line}\n`);
      progress.at(line);
      line += 1;
    }
  } catch (error) {
    throw new Error(`${messageOf(error)}; go on with --from ${line}`);
  } finally {
    progress.end();
  }
  return status;
}

/** @param {string} file */
function input(file) {
  return file === "-" ? process.stdin : createReadStream(file);
}

/**
 * @template T
 * @param {AsyncIterable<T>} items
 * @param {number} skipped
 */
async function* after(items, skipped) {
  let left = skipped;
  for await (const item of items) {
    if (left > 0) left -= 1;
    else yield item;
  }
}

/**
 * Says on a terminal how far the work is, twice a second, and at the end.
 *
 * @param {string} what is counted
 * @returns {{ at(count: number): void, end(): void }}
 */
function reporter(what) {
  if (!process.stderr.isTTY) return { at() {}, end() {} };
  let last = 0;
  let reached = 0;
  return {
    at(count) {
      reached = count;
      if (performance.now() - last < 500) return;
      last = performance.now();
      process.stderr.write(`\r${what} ${count}`);
    },
    end: () => void process.stderr.write(`\r${what} ${reached}\n`),
  };
}

/**
 * Waits until it is written, so that a slow reader slows the work down instead of filling the memory.
 *
 * @param {string} text
 * @returns {Promise<number>} the exit status
 */
function write(text) {
  return new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done(0))));
}
