/**
 * The line to one worker: one message at a time, and the answer to it. After a break-down, or when a worker was stopped in the middle of
 * an answer, the next message starts another.
 *
 * @import { Answer, Message } from "./answer.js"
 * @typedef {{ postMessage(message: Message): void, terminate(): unknown }} Port
 * @typedef {{ answer(answer: Answer): void, failure(problem: unknown): void }} Ends  what the worker calls
 * @typedef {{ open: (ends: Ends) => Promise<Port>, module: () => Promise<BufferSource | WebAssembly.Module>, replaceable: boolean }} Exchange
 *   how a worker is started, what it runs, and whether another can be started
 */

import { PressmarkError } from "../error.js";

export class Line {
  #exchange;
  /** @type {Port | null} */
  #port = null;
  /** @type {{ resolve(answer: Answer): void, reject(problem: unknown): void } | null} */
  #waiting = null;
  /** Of which worker the answers count. */
  #call = 0;
  /** Why the last worker was hung up on. @type {unknown} */
  #reason = null;

  /** @param {Exchange} exchange */
  constructor(exchange) {
    this.#exchange = exchange;
  }

  /**
   * @param {Message} message
   * @param {AbortSignal} signal  stops the worker, where another can be started
   * @returns {Promise<Answer>}
   */
  async ask(message, signal) {
    if (!this.#port) await this.#start();
    signal.throwIfAborted();
    const stop = () => this.#exchange.replaceable && this.hangUp(signal.reason);
    signal.addEventListener("abort", stop);
    try {
      return await this.#send(message);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** Whatever the worker is doing, it stops. @param {unknown} reason */
  hangUp(reason) {
    this.#call += 1;
    this.#reason = reason;
    this.#port?.terminate();
    this.#port = null;
    this.#waiting?.reject(reason);
  }

  async #start() {
    const module = await this.#exchange.module().catch(notLoaded);
    this.#port = await this.#connect();
    try {
      const begun = await this.#send({ module });
      if ("refusal" in begun) notLoaded(begun.refusal);
    } catch (problem) {
      this.hangUp(problem);
      throw problem;
    }
  }

  /** A worker that has been hung up on is heard no more. */
  async #connect() {
    if (this.#call > 0 && !this.#exchange.replaceable) throw broken(new Error("it has ended, and only a function can start another"));
    const call = (this.#call += 1);
    const mine = () => call === this.#call;
    const ends = {
      answer: (/** @type {Answer} */ answer) => mine() && this.#waiting?.resolve(answer),
      failure: (/** @type {unknown} */ problem) => mine() && this.hangUp(broken(problem)),
    };
    const port = await this.#exchange.open(ends).catch((problem) => {
      throw broken(problem);
    });
    if (mine()) return port;
    port.terminate();
    throw this.#reason;
  }

  /**
   * @param {Message} message
   * @returns {Promise<Answer>}
   */
  #send(message) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      if (!this.#port) return reject(this.#reason);
      try {
        this.#port.postMessage(message);
      } catch (cause) {
        reject(new PressmarkError("bad-option", `the options cannot be sent to a worker: ${words(cause)}`, { cause }));
      }
    });
  }
}

/** @param {unknown} cause */
export function broken(cause) {
  return new PressmarkError("worker-failed", `the worker broke down: ${words(cause)}`, { cause });
}

/**
 * @param {unknown} cause
 * @returns {never}
 */
function notLoaded(cause) {
  throw new PressmarkError("load-failed", `the WebAssembly module could not be loaded: ${words(cause)}`, { cause });
}

/** @param {unknown} cause */
function words(cause) {
  return typeof cause === "object" && cause && "message" in cause && cause.message ? String(cause.message) : "its script could not be loaded";
}
