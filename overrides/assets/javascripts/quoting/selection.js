// The parts of a page that are selected, as far as they are quoted.

/**
 * @typedef {object} Piece a part of a text node that is selected
 * @property {Text} node
 * @property {number} start of the part, in characters
 * @property {number} end of the part, in characters
 * @property {boolean} gap whether something selected before it was left out
 */

export const ARTICLE = ".md-content__inner";
export const LINE = "p, li, dt, dd, tr, h1, h2, h3, h4, caption, figcaption, blockquote, pre, div, section, aside";
export const LETTER = /[\p{L}\p{N}]/u;
// What the edition sets around its text is never quoted, nor the letters of a drawing, or not where the selection only runs over it.
const NEVER =
  ".claim__number, .annotation__label, .annotation__date, .cite__open, .cite, .quote, .visually-hidden, form, button, summary, svg";
const PASSING =
  `.claim__facts, .claim__at, .claim__events, .annotation__facts, .event__claims, .entry__facts, .entry__kind,
  .reference__facts, .reference__basis, .reference__uses`;

/** @type {(piece: Piece) => string} its text */
export function partOf({ node, start, end }) {
  return node.data.slice(start, end);
}

/** @type {(text: string) => string} the text in one line, without hyphens and breaks that are not seen */
export function clean(text) {
  return text.replace(/[\u00AD\u200B]/g, "").replace(/\s+/g, " ").trim();
}

/**
 * @param {Text} node
 * @param {Range} range that is selected
 * @returns {boolean} whether it is part of a quotation
 */
function isQuoted(node, range) {
  const parent = node.parentElement;
  const around = parent?.closest(PASSING);
  if (!parent || parent.closest(NEVER) || (around && !around.contains(range.commonAncestorContainer))) return false;
  return parent.checkVisibility();
}

/**
 * The text nodes of a range, each with the part that is selected.
 *
 * @param {Range} range
 * @returns {Piece[]} in the order of the text, without white space at either end
 */
export function piecesOf(range) {
  const top = range.commonAncestorContainer;
  const walker = document.createTreeWalker(top instanceof Text ? top.parentElement ?? top : top, NodeFilter.SHOW_TEXT);
  /** @type {Piece[]} */
  const pieces = [];
  let gap = false;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (range.comparePoint(node, 0) > 0) break;
    if (!range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    const isBlank = !node.data.slice(start, end).trim();
    if (isBlank && !pieces.length) continue; // a press on a paragraph ends at the start of the next
    const isKept = isQuoted(node, range);
    if (isKept) pieces.push({ node, start, end, gap });
    gap = isKept ? false : gap || !isBlank;
  }
  while (pieces.length && !partOf(pieces[pieces.length - 1]).trim()) pieces.pop();
  if (!pieces.length) return pieces;
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  first.start += partOf(first).search(/\S/);
  last.end -= partOf(last).length - partOf(last).trimEnd().length;
  return pieces;
}
