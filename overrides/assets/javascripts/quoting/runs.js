// Selected words block by block, as a browser that looks for text sees them, with what stands around them.

import { ARTICLE, clean, LETTER, partOf } from "./selection.js";

/** @import { Piece } from "./selection.js" */

/** @typedef {{ text: string, before: string, behind: string }} Run words of one block, and what stands around them */

/**
 * The block of a text as a browser that looks for text sees it: by how elements are laid out, not by their names.
 *
 * @param {Node} node
 * @returns {Element | null}
 */
function blockOf(node) {
  let at = node.parentElement;
  while (at && /^(inline|contents|ruby)/.test(getComputedStyle(at).display)) at = at.parentElement;
  return at;
}

/**
 * The text of a block before or behind a point in it.
 *
 * @param {Text} node
 * @param {number} offset of the point in the node, in characters
 * @param {boolean} isBehind
 * @returns {{ text: string, beyond: () => string }} the text, and a way to that of the next block if this one has no more
 */
function beside(node, offset, isBehind) {
  const ours = (/** @type {Node} */ text) =>
    text.parentElement?.closest(".quote") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const article = node.parentElement?.closest(ARTICLE) ?? document.body;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, ours);
  walker.currentNode = node;
  const block = blockOf(node);
  const step = () => /** @type {Text | null} */ (isBehind ? walker.nextNode() : walker.previousNode());
  let text = isBehind ? node.data.slice(offset) : node.data.slice(0, offset);
  let next = step();
  while (next && blockOf(next) === block) {
    text = isBehind ? text + next.data : next.data + text;
    next = step();
  }
  const after = next;
  const beyond = () => {
    if (clean(text) || !after) return clean(text);
    return beside(after, isBehind ? 0 : after.length, isBehind).beyond();
  };
  return { text, beyond };
}

/**
 * The selected text of one block, its edges moved to those of whole words, with what stands before and behind it.
 *
 * @param {Piece[]} pieces of the block
 * @returns {Run}
 */
function runOf(pieces) {
  const [start, end] = [pieces[0], pieces[pieces.length - 1]];
  const before = beside(start.node, start.start, false);
  const behind = beside(end.node, end.end, true);
  const text = before.text + pieces.map(partOf).join("") + behind.text;
  let from = before.text.length;
  let to = text.length - behind.text.length;
  while (from < to && !LETTER.test(text[from])) from += 1;
  while (from < to && !LETTER.test(text[to - 1])) to -= 1;
  if (from < to) {
    const words = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(text);
    const final = /** @type {Intl.SegmentData} */ (words.containing(to - 1));
    from = /** @type {Intl.SegmentData} */ (words.containing(from)).index;
    to = final.index + final.segment.length;
  }
  return {
    text: clean(text.slice(from, to)),
    before: clean(text.slice(0, from)) || before.beyond(),
    behind: clean(text.slice(to)) || behind.beyond(),
  };
}

/** @type {(pieces: Piece[]) => Run[]} their text, block by block and anew behind every gap */
export function runsOf(pieces) {
  /** @type {Piece[][]} */
  const runs = [];
  /** @type {Element | null | undefined} */
  let block;
  for (const piece of pieces) {
    const its = blockOf(piece.node);
    if (!partOf(piece).trim() && its !== block) continue;
    if (piece.gap || its !== block) runs.push([]);
    block = its;
    runs[runs.length - 1].push(piece);
  }
  return runs.map(runOf).filter(({ text }) => text);
}
