/**
 * Lines → answers, in the same order, by several threads. No more lines are read than the threads have to do, so that an input of any
 * size takes the same memory; and no answer waits for a line to come, so that a program can wait for each answer before it sends the next
 * line.
 *
 * @import { Answered, Settings } from "./line.js"
 */

import { Worker } from "node:worker_threads";

/** How many lines wait for each thread, the one that it reads among them. */
export const AHEAD = 4;

/**
 * @param {AsyncIterable<Uint8Array>} lines
 * @param {number} jobs  how many threads
 * @param {Settings} settings
 * @returns {AsyncGenerator<Answered, void>}
 */
export async function* answers(lines, jobs, settings) {
  const threads = Array.from({ length: jobs }, () => new Thread(settings));
  const input = lines[Symbol.asyncIterator]();
  /** @type {Promise<Answered>[]} */
  const asked = [];
  /** The line that is waited for; null: there are no more. @type {ReturnType<typeof input.next> | null} */
  let coming = input.next();
  try {
    while (coming || asked.length > 0) {
      const next = await first(asked[0], asked.length < AHEAD * jobs ? coming : null);
      if ("line" in next) {
        asked.shift();
        yield next;
      } else if (next.done) {
        coming = null;
      } else {
        asked.push(idlest(threads).ask(next.value));
        coming = input.next();
      }
    }
  } finally {
    for (const thread of threads) thread.end();
  }
}

/**
 * Whichever is there first: the next answer in order, or the next line.
 *
 * @template Line
 * @param {Promise<Answered> | undefined} answer
 * @param {Promise<Line> | null} line
 * @returns {Promise<Answered | Line>}
 */
function first(answer, line) {
  return Promise.race([answer, line].filter((promise) => promise != null));
}

/** @param {Thread[]} threads */
function idlest(threads) {
  return threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least));
}

class Thread {
  #worker;
  /** @type {{ resolve(answer: Answered): void, reject(problem: unknown): void }[]} */
  #waiting = [];
  /** Why it has ended; nothing can be asked then. @type {unknown} */
  #problem = null;

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
    const answer = new Promise((resolve, reject) => (this.#problem ? reject(this.#problem) : this.#waiting.push({ resolve, reject })));
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
    this.#problem ??= problem;
    for (const { reject } of this.#waiting.splice(0)) reject(problem);
  }
}
