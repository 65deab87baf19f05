/**
 * From marks, which may overlap in any way, to a tree, which may not: a mark that crosses the end of another is cut there.
 */
/** @import { Mark } from "./marks.js" */

/** @typedef {{ mark: Mark, first: boolean, last: boolean, children: Branch[] }} Piece `first` and `last`: whether the mark begins, ends here */
/** @typedef {string | Piece} Branch */

/**
 * The marks of one stretch of text as a tree.
 *
 * ```text
 * [a (b a] b)   →   [a (b)] (b)
 * ```
 *
 * @param {string} text
 * @param {readonly Mark[]} marks in text order, an outer one before those inside it
 * @param {{ readonly start: number, readonly end: number }} stretch
 * @returns {Branch[]}
 */
export function nest(text, marks, stretch) {
  const sweep = new Sweep(text, stretch);
  for (const mark of marks) sweep.open(mark);
  return sweep.finish();
}

/**
 * The marks that reach into each stretch. One walk, however many there are of both.
 *
 * @template {{ readonly start: number, readonly end: number }} T
 * @param {readonly T[]} marks in text order
 * @param {readonly { readonly start: number, readonly end: number }[]} stretches in text order, apart from each other
 * @returns {T[][]}
 */
export function byStretch(marks, stretches) {
  let next = 0;
  /** @type {T[]} */
  let open = [];
  return stretches.map((stretch) => {
    for (let mark = marks[next]; mark && mark.start < stretch.end; mark = marks[next += 1]) open.push(mark);
    open = open.filter(({ end }) => end > stretch.start);
    return open;
  });
}

/** Walks through the text once, with the marks that are open at this place on a stack. */
class Sweep {
  /** @type {Branch[]} */
  #root = [];
  /** @type {Piece[]} */
  #open = [];
  #at;

  /**
   * @param {string} text
   * @param {{ readonly start: number, readonly end: number }} stretch
   */
  constructor(text, { start, end }) {
    this.text = text;
    this.end = end;
    this.#at = start;
  }

  /** @param {Mark} mark */
  open(mark) {
    const start = Math.max(mark.start, this.#at);
    if (start >= Math.min(mark.end, this.end)) return;
    this.#closeUntil(start);
    this.#advance(start);
    this.#push({ mark, first: mark.start === start, last: true, children: [] });
  }

  finish() {
    this.#closeUntil(this.end);
    this.#advance(this.end);
    for (const piece of this.#open) piece.last = false;
    return this.#root;
  }

  /** @param {number} offset */
  #closeUntil(offset) {
    for (;;) {
      const next = this.#open.reduce((least, { mark }) => Math.min(least, mark.end), Infinity);
      if (next > offset) return;
      this.#advance(next);
      this.#close(next);
    }
  }

  /**
   * Closes every mark that ends at `offset`; those opened inside it and going on are cut.
   *
   * @param {number} offset
   */
  #close(offset) {
    const outermost = this.#open.findIndex(({ mark }) => mark.end <= offset);
    const cut = this.#open.splice(outermost).filter(({ mark }) => mark.end > offset);
    for (const piece of cut) piece.last = false;
    for (const { mark } of cut) this.#push({ mark, first: false, last: true, children: [] });
  }

  /** @param {Piece} piece */
  #push(piece) {
    this.#children().push(piece);
    this.#open.push(piece);
  }

  /** @param {number} offset */
  #advance(offset) {
    if (offset > this.#at) this.#children().push(this.text.slice(this.#at, offset));
    this.#at = Math.max(this.#at, offset);
  }

  #children() {
    return this.#open.at(-1)?.children ?? this.#root;
  }
}
