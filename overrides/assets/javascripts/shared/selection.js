// What both halves of quoting know of a selection.

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

/**
 * @param {Piece} piece
 * @returns {string} its text
 */
export function partOf({ node, start, end }) {
  return node.data.slice(start, end);
}

/**
 * @param {string} text
 * @returns {string} the text in one line, without hyphens and breaks that are not seen
 */
export function clean(text) {
  return text.replace(/[\u00AD\u200B]/g, "").replace(/\s+/g, " ").trim();
}
