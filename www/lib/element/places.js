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
 * Selects a stretch of the text, and brings it into view.
 *
 * @param {Element} article
 * @param {Range} range
 */
export function selectRange(article, { start, end }) {
  const from = pointAt(article, start);
  const to = pointAt(article, end);
  if (!from || !to) return;
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  to.node.parentElement?.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Element} article
 * @param {number} offset
 * @returns {{ node: Node, offset: number } | null}
 */
function pointAt(article, offset) {
  const block = [...article.children].findLast((block) => block instanceof HTMLElement && Number(block.dataset.start) <= offset);
  if (!(block instanceof HTMLElement)) return null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset - Number(block.dataset.start);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
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
