// The part of an address that opens a page at words: https://wicg.github.io/scroll-to-text-fragment/

import { ARTICLE, clean, LETTER, partOf } from "./selection.js";

/** @import { Piece } from "./selection.js" */

/** @typedef {{ text: string, before: string, behind: string }} Run words of one block, and what stands around them */

const WORDS = 8; // at either end of a long quotation
const CONTEXT = [4, 8, 16]; // words around it, where it stands elsewhere as well

/**
 * @param {string} text
 * @returns {string} as it may stand in such an address
 */
function encode(text) {
  const asHex = (/** @type {string} */ mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[-!'()*]/g, asHex);
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} its first words
 */
function first(text, count) {
  return text.split(" ").slice(0, count).join(" ");
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string} its last words
 */
function last(text, count) {
  return text.split(" ").slice(-count).join(" ");
}

/**
 * @param {string} text
 * @returns {string} its letters in small, without white space
 */
function squash(text) {
  return text.replace(/\s+/g, "").toLowerCase();
}

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
    const words = new Intl.Segmenter("en", { granularity: "word" }).segment(text);
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

/**
 * @param {Piece[]} pieces
 * @returns {Run[]} their text, block by block and anew behind every gap
 */
function runsOf(pieces) {
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

/**
 * The words themselves, or the first and the last of many, with words around them where they stand elsewhere as well: the titles of
 * claims, for one, stand in the contents too.
 *
 * @param {Piece[]} pieces that are selected
 * @returns {string} what follows `:~:text=`; nothing where this browser cannot tell words apart
 */
export function textDirective(pieces) {
  if (!("Segmenter" in Intl)) return "";
  const page = squash(document.body.textContent ?? "");
  const isOnce = (/** @type {string} */ text) => page.split(squash(text)).length <= 2;
  const around = (/** @type {Run} */ { before, behind }, /** @type {string} */ start) =>
    CONTEXT.find((count) => isOnce(last(before, count) + start + first(behind, count))) ?? CONTEXT[CONTEXT.length - 1];
  let runs = runsOf(pieces);
  runs = runs.slice(Math.max(0, runs.findIndex(({ text }) => isOnce(first(text, WORDS)))));
  if (!runs.length) return "";
  const [head, foot] = [runs[0], runs[runs.length - 1]];
  const isWhole = head === foot && head.text.split(" ").length <= 2 * WORDS;
  const start = isWhole ? head.text : first(head.text, WORDS);
  const end = isWhole ? "" : last(foot.text, WORDS);
  const count = isOnce(start) ? 0 : around(isWhole ? head : { ...head, behind: "" }, start);
  const all = squash(runs.map(({ text }) => text).join(""));
  const isEnd = isWhole ? !count : all.indexOf(squash(end)) === all.length - squash(end).length;
  const before = count ? last(head.before, count) : "";
  const behind = isEnd ? "" : first(foot.behind, count || WORDS);
  const parts = [before && `${encode(before)}-`, encode(start), end && encode(end), behind && `-${encode(behind)}`];
  return parts.filter(Boolean).join(",");
}
