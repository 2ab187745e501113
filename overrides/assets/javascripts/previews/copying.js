// Copies of what stands on pages of the site.

import { readPage } from "../shared/pages.js";

/**
 * @param {URL} url an address in a page
 * @returns {Document | Promise<Document>} that page, which may be this one
 */
export function pageAt(url) {
  const [path] = url.href.split("#");
  return path === location.href.split("#")[0] ? document : readPage(path).then(({ page }) => page);
}

/**
 * A copy without ids, with addresses that hold on this page.
 *
 * @template {Element} Kind
 * @param {Kind} source of which page ever
 * @param {URL} url of that page
 * @param {boolean} [isPlain] whether it is to have no links
 * @returns {Kind}
 */
export function copy(source, url, isPlain = false) {
  const made = document.importNode(source, true);
  for (const part of [made, ...made.querySelectorAll("*")]) {
    part.removeAttribute("id");
    if (!part.matches("a[href]")) continue;
    if (isPlain) part.replaceWith(...part.childNodes);
    else part.setAttribute("href", new URL(part.getAttribute("href") ?? "", url).href);
  }
  return made;
}

/**
 * @param {Element} source
 * @param {string} selector
 * @returns {Element} the first such element in the source
 * @throws {Error} if there is none: the page is not as this script knows it
 */
export function within(source, selector) {
  const found = source.querySelector(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
}

/** @type {(source: Element, url: URL) => Element[]} the text of a passage, without its heading and what is said about it */
export function textOf(source, url) {
  const parts = [...source.children].filter(({ className, tagName }) => !className && !/^H\d$/.test(tagName));
  return parts.map((part) => copy(part, url, true));
}
