// What is copied with a selection: the words in quotation marks, the citation of their passage in the reader's style, and an
// address that opens at the words. Fetched by quote.js with the first selection.

import { chosenStyle, fillAccessed, richText } from "./shared/citations.js";
import { element } from "./shared/element.js";
import { ARTICLE, clean, LINE, partOf } from "./shared/selection.js";
import { readSheet } from "./shared/sheets.js";
import { textDirective } from "./shared/text-fragment.js";

/** @import { Piece } from "./shared/selection.js" */

const PASSAGE = ".claim, .annotation";
const ITALIC = ["\uE000", "\uE001"]; // stand for <em> while the marks are set

/**
 * @param {string} text
 * @returns {string} the same as HTML
 */
function escape(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

// --- The words ---

/**
 * Sets the marks within a quotation: the text's own double marks become single ones, and single ones within those double; a mark
 * whose other half was not selected gets it.
 *
 * @param {string} text
 * @returns {string}
 */
function requote(text) {
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

/**
 * The paragraphs of a quotation: each begins with a mark, the last also ends with one.
 *
 * @param {Piece[]} pieces
 * @returns {string[]}
 */
function quotationOf(pieces) {
  let text = "";
  /** @type {Element | null | undefined} */
  let line;
  /** @type {Element | null | undefined} whose marks the browser draws, so that they are in no text node */
  let quoted;
  for (const piece of pieces) {
    const parent = piece.node.parentElement;
    const [itsLine, itsQuoted] = [parent?.closest(LINE), parent?.closest("q")];
    if (quoted && quoted !== itsQuoted) text += "”";
    if (line && line !== itsLine) text += "\n";
    if (itsQuoted && quoted !== itsQuoted) text += "“";
    [line, quoted] = [itsLine, itsQuoted];
    const words = partOf(piece).replace(/\s+/g, " ");
    text += parent?.closest("em, i") && words.trim() ? ITALIC.join(words) : words;
  }
  const paragraphs = requote(quoted ? `${text}”` : text).split("\n").map(clean).filter(Boolean);
  return paragraphs.map((words, at) => `“${words}${at === paragraphs.length - 1 ? "”" : ""}`);
}

// --- The passage ---

/**
 * @param {Piece} piece
 * @returns {Element | null | undefined} the claim or annotation that it is in
 */
function passageOf({ node }) {
  return node.parentElement?.closest(PASSAGE);
}

/**
 * @param {Piece[]} pieces
 * @returns {(Element | null | undefined)[]} the passages that they are in, each once; nothing stands for what is in none
 */
function passagesOf(pieces) {
  return [...new Set(pieces.filter((piece) => partOf(piece).trim()).map(passageOf))];
}

/**
 * @param {Element} passage
 * @returns {string} the anchor at which it opens, such as claim-8
 */
function anchorOf(passage) {
  return passage.id || (passage.getAttribute("aria-labelledby") ?? "");
}

/**
 * @param {Element[]} passages one or more, in order
 * @returns {string} claim 8, claims 8–9, annotations 8a–8c, or claim 8 to annotation 9b
 */
function nameOf(passages) {
  const ends = [passages[0], passages[passages.length - 1]];
  const [first, last] = ends.map((passage) => anchorOf(passage).split("-"));
  if (passages.length === 1) return first.join(" ");
  const isRow = first[0] === last[0] && (first[0] === "claim" || parseInt(first[1], 10) === parseInt(last[1], 10));
  return isRow ? `${first[0]}s ${first[1]}–${last[1]}` : `${first.join(" ")} to ${last.join(" ")}`;
}

/**
 * @param {Piece} piece
 * @returns {string} the id to open where the words are not found: of the passage or the entry, else of the heading above
 */
function idOf({ node }) {
  for (let at = node.parentElement; at && !at.matches(ARTICLE); at = at.parentElement) {
    if (at.matches(PASSAGE)) return anchorOf(at);
    if (at.id && !at.matches("a, h1")) return at.id;
    for (let above = /** @type {Element | null} */ (at); above; above = above.previousElementSibling) {
      if (above.matches("h2[id], h3[id]")) return above.id;
    }
  }
  return "";
}

/**
 * @param {Piece[]} pieces
 * @returns {string} the address that opens at them; nothing where there is no page that others have
 */
function addressOf(pieces) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href;
  const page = canonical ?? (location.protocol === "file:" ? "" : location.href.split("#")[0]);
  const directive = textDirective(pieces);
  const fragment = idOf(pieces[0]) + (directive ? `:~:text=${directive}` : "");
  return page && fragment ? `${page}#${fragment}` : page;
}

// --- What is copied ---

/** @type {Map<string, Promise<Element | undefined>>} by their addresses */
const sheets = new Map();

/**
 * @param {Element} passage
 * @returns {Promise<Element | undefined>} the sheet on which it is cited; nothing if it cannot be had, when the page's own serves
 */
function sheetOf(passage) {
  const link = /** @type {HTMLAnchorElement | null} */ (passage.querySelector(".cite__open"));
  if (!link) return Promise.resolve(undefined);
  const known = sheets.get(link.href);
  if (known) return known;
  const reading = readSheet(link.href).catch(() => {
    sheets.delete(link.href); // so that it is tried again
    return undefined;
  });
  sheets.set(link.href, reading);
  return reading;
}

/**
 * @param {Element | null | undefined} root that holds citations
 * @returns {{ text: string, html: string, address: string }} that of the reader's style, and the address that it names
 */
function citationIn(root) {
  const styles = /** @type {HTMLElement[]} */ ([...root?.querySelectorAll(".cite__style") ?? []]);
  const chosen = styles.find(({ dataset }) => dataset.style === chosenStyle()) ?? styles[0];
  const found = chosen?.querySelector(".cite__string")?.cloneNode(true);
  const string = found ? /** @type {Element} */ (found) : element("p", {}, document.title);
  fillAccessed(string);
  return {
    text: clean(string.textContent ?? ""),
    html: richText(string),
    address: root?.querySelector("[data-copy=address]")?.textContent ?? "",
  };
}

/**
 * What is copied with a selection. One passage is cited itself. Several, or more than passages, are cited by their page, and named
 * beside the quotation.
 *
 * @param {Piece[]} pieces that are selected
 * @returns {Promise<{ text: string, html: string, name: string }>} plain, rich, and what was cited
 */
export async function compose(pieces) {
  const all = passagesOf(pieces);
  const passages = all.filter((passage) => passage instanceof Element);
  const sheet = all.length === 1 && passages.length ? await sheetOf(passages[0]) : undefined;
  const names = passages.length ? nameOf(passages) : "";
  const locator = names && !sheet ? ` (${passages.length < all.length ? "in part " : ""}${names})` : "";
  const quotation = quotationOf(pieces);
  quotation[quotation.length - 1] += locator;
  const citation = citationIn(sheet ?? document.querySelector("section.cite"));
  const address = addressOf(pieces);
  const rich = quotation.map((words) => escape(words).replaceAll(ITALIC[0], "<em>").replaceAll(ITALIC[1], "</em>"));
  const named = escape(citation.address);
  const isNamed = named && citation.html.includes(named);
  const link = (/** @type {string} */ words) => `<a href="${escape(address)}">${words}</a>`;
  rich.push(isNamed && address ? citation.html.replace(named, () => link(named)) : citation.html);
  if (address && !isNamed) rich.push(link(escape(address)));
  const plain = quotation.map((words) => words.replace(/[\uE000\uE001]/g, ""));
  return {
    text: [...plain, citation.text, address].filter(Boolean).join("\n"),
    html: rich.map((words) => `<p>${words}</p>`).join(""),
    name: sheet ? names : `this page${locator}`,
  };
}

/**
 * Fetches what a press will need, the sheet of a single passage.
 *
 * @param {Piece[]} pieces that are selected
 */
export function prepare(pieces) {
  const [passage, ...others] = passagesOf(pieces);
  if (passage && !others.length) sheetOf(passage);
}
