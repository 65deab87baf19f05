/** Bytes that come in and errors that go out. */

/** Bytes that are no UTF-8 are an error, not question marks. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** @param {Uint8Array} bytes */
export function decoded(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error("the input is not valid UTF-8");
  }
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The lines of a stream of bytes; what follows the last line end is a line unless it is empty.
 *
 * @param {AsyncIterable<Buffer>} chunks
 */
export async function* lines(chunks) {
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
