/**
 * One text being read: at once where it is short; of a long one the beginning at once, and the rest part by part.
 */
import { carried } from "./carried.js";
import { withRest } from "./unread.js";
/** @import { AnnotateOptions, Annotation, AnnotationPart } from "./types.js" */
/**
 * An engine, here or in a worker.
 *
 * @typedef {object} Reader
 * @property {(text: string, options?: AnnotateOptions) => Annotation | Promise<Annotation>} annotate
 * @property {(text: string, options: AnnotateOptions) => Parts | null} [parts] null: the text is short enough to be read at once
 */
/**
 * @typedef {object} Parts
 * @property {Annotation} first the beginning, read
 * @property {(signal: AbortSignal) => AsyncIterable<AnnotationPart>} all
 */
/** @typedef {{ heard(): void, failed(error: unknown): void }} Listener is told what comes later */

/** Milliseconds without a keystroke after which a long text is read again. */
const PAUSE = 250;

export class Reading {
  #reader;
  #listener;
  #stopping = new AbortController();
  /** What is known so far; null: nothing yet. @type {Annotation | null} */
  answer = null;
  /** How much of the text has been read, 0 to 1. */
  progress = 0;

  /**
   * @param {Reader} reader
   * @param {string} text
   * @param {AnnotateOptions} options
   * @param {Annotation | null} before what was found when the text was another one
   * @param {Listener} listener
   */
  constructor(reader, text, options, before, listener) {
    this.#reader = reader;
    this.#listener = listener;
    this.text = text;
    this.options = options;
    const parts = reader.parts?.(text, options);
    if (parts) this.#begin(parts, before);
    else this.#take(reader.annotate(text, options));
  }

  /** Whether more is to come. */
  get running() {
    return this.progress < 1 && !this.#stopping.signal.aborted;
  }

  /** Reads no further, and tells nothing more. */
  stop() {
    this.#stopping.abort();
  }

  /**
   * @param {Parts} parts
   * @param {Annotation | null} before
   */
  #begin({ first, all }, before) {
    const kept = before && carried(before, this.text);
    this.answer = kept ?? withRest(first, this.text);
    void (kept ? this.#readAgain(all) : this.#readOn(all));
  }

  /** Shows each part. @param {Parts["all"]} all */
  async #readOn(all) {
    await this.#each(all, ({ annotation }) => (this.answer = withRest(annotation, this.text)));
  }

  /** Something is known of the whole text, and only the whole of it is better. @param {Parts["all"]} all */
  async #readAgain(all) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await this.#each(all, ({ annotation, settled }) => settled && (this.answer = annotation));
  }

  /**
   * Where no worker is to be had, the text is read here, all at once.
   *
   * @param {Parts["all"]} all
   * @param {(part: AnnotationPart) => void} take
   */
  async #each(all, take) {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    try {
      for await (const part of all(signal)) {
        if (signal.aborted) return;
        take(part);
        this.progress = part.settled ? 1 : (part.annotation.paragraphs.at(-1)?.end ?? 0) / this.text.length;
        this.#listener.heard();
      }
    } catch {
      if (!signal.aborted) this.#take(Promise.resolve().then(() => this.#reader.annotate(this.text, this.options)));
    }
  }

  /** @param {Annotation | Promise<Annotation>} answer */
  #take(answer) {
    if (answer instanceof Promise) return void this.#await(answer);
    this.answer = answer;
    this.progress = 1;
  }

  /** @param {Promise<Annotation>} answer */
  async #await(answer) {
    const { signal } = this.#stopping;
    try {
      this.#take(await answer);
    } catch (error) {
      if (!signal.aborted) this.#listener.failed(error);
      return;
    }
    if (!signal.aborted) this.#listener.heard();
  }
}
