// What is copied with a selection: the words in quotation marks, the citation of their passage in the reader's style, and an
// address that opens at the words. Fetched by quote.js with the first selection.

import { chosenStyle, fillAccessed, richText } from "./citing/citations.js";
import { readCitationPage } from "./citing/citation-pages.js";
import { quotationOf, withItalics, withoutItalics } from "./quoting/marks.js";
import { copiedOf, idOf, nameOf, passagesOf } from "./quoting/passages.js";
import { clean } from "./quoting/selection.js";
import { textDirective } from "./quoting/text-fragment.js";
import { element } from "./shared/element.js";
import { escape } from "./shared/escape.js";
import { gettext } from "./shared/texts.js";

/** @import { Piece } from "./quoting/selection.js" */

/** @type {(pieces: Piece[]) => string} the address that opens at them; nothing where there is no page that others have */
function addressOf(pieces) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href;
  const page = canonical ?? (location.protocol === "file:" ? "" : location.href.split("#")[0]);
  const directive = textDirective(pieces);
  const fragment = idOf(pieces[0]) + (directive ? `:~:text=${directive}` : "");
  return page && fragment ? `${page}#${fragment}` : page;
}

/**
 * @param {Element} passage
 * @returns {Promise<Element | undefined>} the citation page on which it is cited; nothing if it cannot be had, when the page's own serves
 */
function citationPageOf(passage) {
  const link = /** @type {HTMLAnchorElement | null} */ (passage.querySelector(".cite__open"));
  return link ? readCitationPage(link.href).catch(() => undefined) : Promise.resolve(undefined);
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
    address: root?.querySelector("a[data-copy]")?.textContent ?? "",
  };
}

/**
 * What is copied with a selection. One passage is cited itself. Several, or more than passages, are cited by their page, and named
 * beside the quotation.
 *
 * @param {Piece[]} pieces that are selected
 * @returns {Promise<{ text: string, html: string, said: string }>} plain, rich, and what is said of it
 */
export async function compose(pieces) {
  const all = passagesOf(pieces);
  const passages = all.filter((passage) => passage instanceof Element);
  const citationPage = all.length === 1 && passages.length ? await citationPageOf(passages[0]) : undefined;
  let named = passages.length && !citationPage ? nameOf(passages) : "";
  if (named && passages.length < all.length) named = gettext("in part %(passages)s", { passages: named });
  const quotation = quotationOf(pieces);
  if (named) quotation[quotation.length - 1] += ` (${named})`;
  const citation = citationIn(citationPage ?? document.querySelector("section.cite"));
  const address = addressOf(pieces);
  const rich = quotation.map(withItalics);
  const its = escape(citation.address);
  const isNamed = its && citation.html.includes(its);
  const link = (/** @type {string} */ words) => `<a href="${escape(address)}">${words}</a>`;
  rich.push(isNamed && address ? citation.html.replace(its, () => link(its)) : citation.html);
  if (address && !isNamed) rich.push(link(escape(address)));
  const plain = quotation.map(withoutItalics);
  return {
    text: [...plain, citation.text, address].filter(Boolean).join("\n"),
    html: rich.map((words) => `<p>${words}</p>`).join(""),
    said: copiedOf(citationPage && passages[0], named),
  };
}

/**
 * Fetches what a press will need, the citation page of a single passage.
 *
 * @param {Piece[]} pieces that are selected
 */
export function prepare(pieces) {
  const [passage, ...others] = passagesOf(pieces);
  if (passage && !others.length) citationPageOf(passage);
}
