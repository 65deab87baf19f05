#!/usr/bin/env node
/**
 * The command `pressmark`: a text → its annotation as JSON, or JSON Lines → JSON Lines.
 *
 * @import { Readable } from "node:stream"
 * @import { Annotator } from "./types.js"
 */

import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { load } from "./node.js";

const USAGE = `pressmark – who said what, which organisations, which dates

  pressmark [FILE]            reads a text (UTF-8; standard input without FILE), writes its annotation as JSON
  pressmark --jsonl [FILE]    reads lines {"id","text","published"}, writes lines {"id", …annotation} in the same order;
                              a line that cannot be read is answered by {"id","error"}, and the exit status is 1

  --published DATE            when the article was published: 2024-05-14
  --pretty                    indented JSON
  --help, --version
`;

/** Bytes that are no UTF-8 are an error, not question marks. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

process.exitCode = await main();

async function main() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        published: { type: "string" },
        pretty: { type: "boolean" },
        jsonl: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
    if (positionals.length > 1) throw new Error(`expected one file, not ${positionals.length}`);
    if (values.help) return write(USAGE);
    const annotator = await load();
    if (values.version) return write(`${annotator.version}\n`);
    const [file = "-"] = positionals;
    const input = file === "-" ? process.stdin : createReadStream(file);
    if (values.jsonl) return await annotateLines(annotator, input, values.published);
    const annotation = annotator.annotate(decoded(await buffer(input)), { published: values.published });
    return write(`${JSON.stringify(annotation, null, values.pretty ? 2 : 0)}\n`);
  } catch (error) {
    process.stderr.write(`pressmark: ${messageOf(error)}\n`);
    return 1;
  }
}

/**
 * @param {Annotator} annotator
 * @param {Readable} input
 * @param {string | undefined} published  for lines that say nothing else
 */
async function annotateLines(annotator, input, published) {
  let status = 0;
  for await (const line of lines(input)) {
    const answer = annotateLine(annotator, line, published);
    if ("error" in answer) status = 1;
    await write(`${JSON.stringify(answer)}\n`);
  }
  return status;
}

/**
 * @param {Annotator} annotator
 * @param {Buffer} line
 * @param {string | undefined} published
 */
function annotateLine(annotator, line, published) {
  let id = null;
  try {
    const article = JSON.parse(decoded(line));
    id = article?.id ?? null;
    if (typeof article?.text !== "string") throw new Error('expected an object with a string "text"');
    return { id, ...annotator.annotate(article.text, { published: dayOf(article.published ?? published) }) };
  } catch (error) {
    return { id, error: messageOf(error) };
  }
}

/**
 * Archives hold dates with day and month swapped. Where only that reading is possible, as in 2023-13-10, it is taken, and
 * standard error says so.
 *
 * @param {string | undefined} published
 */
function dayOf(published) {
  const swapped = /^(\d{4})-(1[3-9]|2\d|3[01])-(0\d|1[0-2])$/.exec(published ?? "");
  if (!swapped) return published;
  const day = `${swapped[1]}-${swapped[3]}-${swapped[2]}`;
  process.stderr.write(`pressmark: published ${published} is read as ${day}\n`);
  return day;
}

/**
 * The lines of a stream of bytes; what follows the last line end is a line unless it is empty.
 *
 * @param {AsyncIterable<Buffer>} chunks
 */
async function* lines(chunks) {
  /** @type {Buffer[]} */
  let begun = [];
  for await (let chunk of chunks) {
    for (let end; (end = chunk.indexOf(0x0a)) >= 0; chunk = chunk.subarray(end + 1)) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)]);
      begun = [];
    }
    if (chunk.length > 0) begun.push(chunk);
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error("the input is not valid UTF-8");
  }
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

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
