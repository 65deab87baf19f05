/**
 * Lines → answers, in the same order, by several threads. No more lines are read than the threads have to do, so that an input of any
 * size takes the same memory.
 *
 * @import { Answered, Settings } from "./line.js"
 */

import { Worker } from "node:worker_threads";

/** How many lines wait for each thread, the one that it reads among them. */
const AHEAD = 4;

/**
 * @param {AsyncIterable<Uint8Array>} lines
 * @param {number} jobs  how many threads
 * @param {Settings} settings
 * @returns {AsyncGenerator<Answered, void>}
 */
export async function* answers(lines, jobs, settings) {
  const threads = Array.from({ length: jobs }, () => new Thread(settings));
  /** @type {Promise<Answered>[]} */
  const asked = [];
  try {
    for await (const line of lines) {
      const next = /** @type {Thread} */ (threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least)));
      asked.push(next.ask(line));
      if (asked.length >= AHEAD * jobs) yield /** @type {Answered} */ (await asked.shift());
    }
    for (const answer of asked) yield await answer;
  } finally {
    for (const thread of threads) thread.end();
  }
}

class Thread {
  #worker;
  /** @type {{ resolve(answer: Answered): void, reject(problem: unknown): void }[]} */
  #waiting = [];

  /** @param {Settings} settings */
  constructor(settings) {
    this.#worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: settings });
    this.#worker.on("message", (answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (problem) => this.#fail(problem));
    this.#worker.on("exit", (code) => this.#fail(new Error(`a thread ended with exit status ${code}`)));
  }

  get busy() {
    return this.#waiting.length;
  }

  /**
   * @param {Uint8Array} line
   * @returns {Promise<Answered>}
   */
  ask(line) {
    const answer = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    answer.catch(() => {}); // It is heard when its turn comes.
    this.#worker.postMessage(line);
    return answer;
  }

  end() {
    this.#waiting = [];
    this.#worker.terminate();
  }

  /** @param {unknown} problem */
  #fail(problem) {
    for (const { reject } of this.#waiting.splice(0)) reject(problem);
  }
}
