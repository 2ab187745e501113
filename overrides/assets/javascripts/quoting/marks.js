// The words of a quotation, with the quotation marks of American style, or else those of the language of the page.

import { escape } from "../shared/escape.js";
import { gettext } from "../shared/texts.js";
import { clean, LINE, partOf } from "./selection.js";

/** @import { Piece } from "./selection.js" */

const [OPENING, CLOSING] = gettext("“%(words)s”", { words: "\n" }).split("\n");
const ITALIC = ["\uE000", "\uE001"]; // stand for <em> while the marks are set

/**
 * @param {string} words of a quotation
 * @returns {string} the same as HTML, in which italics are emphasis
 */
export function withItalics(words) {
  return escape(words).replaceAll(ITALIC[0], "<em>").replaceAll(ITALIC[1], "</em>");
}

/**
 * @param {string} words of a quotation
 * @returns {string} the same as plain text
 */
export function withoutItalics(words) {
  return words.replace(/[\uE000\uE001]/g, "");
}

/**
 * Sets the marks within a quotation: the text's own double marks become single ones, and single ones within those double; a mark
 * whose other half was not selected gets it.
 *
 * @param {string} text
 * @returns {string}
 */
function requote(text) {
  if (OPENING !== "“" || CLOSING !== "”") return text; // the rules of other languages are not known
  let isInner = false;
  let isInnermost = false;
  let start = "";
  const marked = text
    .replace(/(^|[\s([{“‘–—\uE000])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/(^|[\s([{“‘–—\uE000])'(?=[\p{L}\uE000])/gu, "$1‘")
    .replace(/'/g, "’")
    .replace(/[“”‘]|’(?!\p{L})/gu, (mark) => {
      if (mark === "“") {
        isInner = true;
        return "‘";
      }
      if (mark === "”") {
        if (!isInner) start = "‘";
        isInner = false;
        return "’";
      }
      if (isInner && mark === "‘") {
        isInnermost = true;
        return "“";
      }
      if (!isInnermost) return mark;
      isInnermost = false;
      return "”";
    });
  return start + marked + (isInner ? "’" : "");
}

/** @type {(pieces: Piece[]) => string[]} the paragraphs of a quotation: each begins with a mark, the last also ends with one */
export function quotationOf(pieces) {
  let text = "";
  /** @type {Element | null | undefined} */
  let line;
  /** @type {Element | null | undefined} whose marks the browser draws, so that they are in no text node */
  let quoted;
  /** @type {Element | null | undefined} of a table, which nothing divides from the next but a rule */
  let cell;
  for (const piece of pieces) {
    const parent = piece.node.parentElement;
    const [itsLine, itsQuoted, itsCell] = [LINE, "q", "td, th"].map((part) => parent?.closest(part));
    if (quoted && quoted !== itsQuoted) text += CLOSING;
    if (line && line !== itsLine) text += "\n";
    else if (line && cell !== itsCell) text += " ";
    if (itsQuoted && quoted !== itsQuoted) text += OPENING;
    [line, quoted, cell] = [itsLine, itsQuoted, itsCell];
    const words = partOf(piece).replace(/\s+/g, " ");
    text += parent?.closest("em, i") && words.trim() ? ITALIC.join(words) : words;
  }
  const paragraphs = requote(quoted ? text + CLOSING : text).split("\n").map(clean).filter(Boolean);
  return paragraphs.map((words, at) => OPENING + words + (at === paragraphs.length - 1 ? CLOSING : ""));
}
