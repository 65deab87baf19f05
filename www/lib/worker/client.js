/**
 * The annotator whose work is done by a worker. Texts go over, packed annotations come back; they are unpacked here, so that nothing has
 * to be cloned.
 *
 * @import { AnnotateOptions, Annotation, AnnotationPart, AsyncAnnotator, AsyncOptions } from "../types.js"
 * @import { Answer, Refusal } from "./answer.js"
 * @import { Exchange } from "./line.js"
 */

import { check } from "../check.js";
import { version } from "../core/version.js";
import { decode } from "../decode.js";
import { difference } from "../delta.js";
import { applyEdits, withoutEdits } from "../edits.js";
import { PressmarkError } from "../error.js";
import { nothing } from "../unread.js";
import { broken, Line } from "./line.js";
import { beginnings } from "./beginnings.js";

/** @implements {AsyncAnnotator} */
export class WorkerAnnotator {
  #line;
  /** When everything asked for so far is done. */
  #busy = Promise.resolve();
  #disposed = new AbortController();

  /** @param {Exchange} exchange */
  constructor(exchange) {
    this.#line = new Line(exchange);
  }

  get version() {
    return version;
  }

  /**
   * @param {string} text
   * @param {AnnotateOptions & AsyncOptions} [options]
   * @returns {Promise<Annotation>}
   */
  async annotate(text, { signal, ...options } = {}) {
    check(text, options);
    return this.#read(text, text, options, this.#stopped(signal));
  }

  /**
   * @param {string} text
   * @param {AnnotateOptions & AsyncOptions} [options]
   * @returns {AsyncGenerator<AnnotationPart, void>}
   */
  async *stream(text, { signal, ...options } = {}) {
    check(text, options);
    const left = new AbortController();
    const stopped = AbortSignal.any([this.#stopped(signal), left.signal]);
    const ends = beginnings(text);
    const read = (/** @type {number} */ turn) => this.#read(text, text.slice(0, ends[turn]), options, stopped);
    try {
      let before = nothing(text, []);
      let next = read(0);
      for (let turn = 0; turn < ends.length; turn += 1) {
        const annotation = await next;
        if (turn + 1 < ends.length) (next = read(turn + 1)).catch(() => {}); // Its failure is heard in the next turn.
        yield part(before, annotation, turn + 1, ends.length);
        before = annotation;
      }
    } finally {
      left.abort();
    }
  }

  dispose() {
    const reason = new PressmarkError("disposed", "this annotator has been disposed of");
    this.#disposed.abort(reason);
    this.#line.hangUp(reason);
  }

  [Symbol.dispose]() {
    this.dispose();
  }

  /** @param {AbortSignal | undefined} signal */
  #stopped(signal) {
    return signal ? AbortSignal.any([signal, this.#disposed.signal]) : this.#disposed.signal;
  }

  /**
   * @param {string} whole
   * @param {string} text  its beginning, or all of it
   * @param {AnnotateOptions} options
   * @param {AbortSignal} signal
   */
  async #read(whole, text, options, signal) {
    const answer = await abortable(this.#inTurn(() => this.#line.ask({ text, options: withoutEdits(options) }, signal), signal), signal);
    return applyEdits(unpacked(answer, whole), options.edits ?? []).annotation;
  }

  /**
   * @param {() => Promise<Answer>} ask
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  #inTurn(ask, signal) {
    const answer = this.#busy.then(() => {
      signal.throwIfAborted();
      return ask();
    });
    this.#busy = answer.then(() => {}, () => {});
    return answer;
  }
}

/**
 * @param {Answer} answer
 * @param {string} text
 */
function unpacked(answer, text) {
  if ("refusal" in answer) throw thrown(answer.refusal);
  if (!("words" in answer)) throw broken(new Error("it answered what was not asked"));
  return decode(answer.words, answer.strings, text, version);
}

/** @param {Refusal} refusal */
function thrown({ code, name, message, option, value }) {
  return code ? new PressmarkError(/** @type {import("../error.js").ErrorCode} */ (code), message, { option, value }) : broken(new Error(`${name}: ${message}`));
}

/**
 * @param {Annotation} before
 * @param {Annotation} annotation
 * @param {number} revision
 * @param {number} last
 * @returns {AnnotationPart}
 */
function part(before, annotation, revision, last) {
  return Object.freeze({
    annotation,
    paragraphs: Object.freeze(/** @type {const} */ ([before.paragraphs.length, annotation.paragraphs.length - 1])),
    settled: revision === last,
    delta: difference(before, annotation, revision),
  });
}

/**
 * Rejects at once when the signal is aborted, whether or not its turn has come.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function abortable(promise, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
