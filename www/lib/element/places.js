/**
 * From places on the page to places in the text, and back.
 */
/** @typedef {{ start: number, end: number }} Range UTF-16 offsets into the article's text */

/**
 * What the reader has selected within `article`.
 *
 * @param {Element} article inside a shadow root
 * @returns {Range | null} null when nothing there is selected
 */
export function selectedRange(article) {
  const selection = getSelection();
  const root = article.getRootNode();
  if (!selection || selection.isCollapsed || !(root instanceof ShadowRoot)) return null;
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || !article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const start = offsetAt(article, range.startContainer, range.startOffset);
  const end = offsetAt(article, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

/**
 * @param {Element} article
 * @param {Node} node
 * @param {number} offset
 */
function offsetAt(article, node, offset) {
  const block = blockOf(article, node);
  if (!block) return node === article ? edge(article, offset) : 0;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + before.toString().length;
}

/**
 * @param {Element} article
 * @param {number} index of a paragraph
 */
function edge(article, index) {
  const next = article.children[index];
  if (next instanceof HTMLElement) return Number(next.dataset.start);
  const last = article.lastElementChild;
  return last instanceof HTMLElement ? Number(last.dataset.start) + (last.textContent ?? "").length : 0;
}

/**
 * @param {Element} article
 * @param {Node} node
 * @returns {HTMLElement | null}
 */
function blockOf(article, node) {
  let block = node;
  while (block.parentNode && block.parentNode !== article) block = block.parentNode;
  return block.parentNode === article && block instanceof HTMLElement ? block : null;
}

/**
 * The first paragraph that is not above the window.
 *
 * @param {Element} article
 * @returns {number} where it begins in the text
 */
export function firstVisible(article) {
  const seen = [...article.children].find((block) => block.getBoundingClientRect().bottom > 80);
  return seen instanceof HTMLElement ? Number(seen.dataset.start) : 0;
}
