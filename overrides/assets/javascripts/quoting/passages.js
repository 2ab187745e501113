// The claims and annotations that a selection is in, and what they are called.

import { gettext } from "../shared/texts.js";
import { ARTICLE, partOf } from "./selection.js";

/** @import { Piece } from "./selection.js" */

const PASSAGE = ".claim, .annotation";

/** @type {(piece: Piece) => Element | null | undefined} the claim or annotation that it is in */
function passageOf({ node }) {
  return node.parentElement?.closest(PASSAGE);
}

/**
 * @param {Piece[]} pieces
 * @returns {(Element | null | undefined)[]} the passages that they are in, each once; nothing stands for what is in none
 */
export function passagesOf(pieces) {
  return [...new Set(pieces.filter((piece) => partOf(piece).trim()).map(passageOf))];
}

/** @type {(passage: Element) => string} the anchor at which it opens, such as claim-8 */
function anchorOf(passage) {
  return passage.id || (passage.getAttribute("aria-labelledby") ?? "");
}

/**
 * @param {Element[]} passages one or more, in order
 * @returns {string} claim 8, claims 8–9, annotations 8a–8c, or claim 8 to annotation 9b
 */
export function nameOf(passages) {
  const ends = [passages[0], passages[passages.length - 1]];
  const [[kind, first], [lastKind, last]] = ends.map((passage) => anchorOf(passage).split("-"));
  const names = [[kind, first], [lastKind, last]].map(([its, label]) =>
    its === "claim" ? gettext("claim %(label)s", { label }) : gettext("annotation %(label)s", { label })
  );
  if (passages.length === 1) return names[0];
  if (kind === lastKind && kind === "claim") return gettext("claims %(first)s–%(last)s", { first, last });
  const isRow = kind === lastKind && parseInt(first, 10) === parseInt(last, 10);
  if (isRow) return gettext("annotations %(first)s–%(last)s", { first, last });
  return gettext("%(first)s to %(last)s", { first: names[0], last: names[1] });
}

/**
 * @param {Element | undefined} passage that is cited itself; else it is its page
 * @param {string} named the passages that are named beside the quotation, if any
 * @returns {string} what is said once it is copied
 */
export function copiedOf(passage, named) {
  const [kind, label] = passage ? anchorOf(passage).split("-") : [];
  if (kind === "claim") return gettext("Copied with the citation of claim %(label)s", { label });
  if (kind) return gettext("Copied with the citation of annotation %(label)s", { label });
  if (named) return gettext("Copied with the citation of this page (%(passages)s)", { passages: named });
  return gettext("Copied with the citation of this page");
}

/**
 * @param {Piece} piece
 * @returns {string} the id to open where the words are not found: of the passage or the entry, else of the heading above
 */
export function idOf({ node }) {
  for (let at = node.parentElement; at && !at.matches(ARTICLE); at = at.parentElement) {
    if (at.matches(PASSAGE)) return anchorOf(at);
    if (at.id && !at.matches("a, h1")) return at.id;
    for (let above = /** @type {Element | null} */ (at); above; above = above.previousElementSibling) {
      if (above.matches("h2[id], h3[id]")) return above.id;
    }
  }
  return "";
}
