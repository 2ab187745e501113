// The citations that a page or a citation page holds: the reader's style, the day of access, and what a word processor can use of them.

import { recall, remember } from "../shared/storage.js";

const STORED = "citation-style";
const SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

/** @returns {string} the key of the style that the reader chose, if any */
export function chosenStyle() {
  return recall(STORED);
}

/** @param {string} key of the style that the reader chooses */
export function chooseStyle(key) {
  remember(STORED, key);
}

/**
 * Fills in the day of access, which is the reader's today; the build leaves it open.
 *
 * @param {Element} root that holds citations
 */
export function fillAccessed(root) {
  const today = new Date();
  /** @type {Record<string, string>} */
  const words = {
    mon: SHORT_MONTHS[today.getMonth()],
    month: today.toLocaleString("en", { month: "long" }),
    day: String(today.getDate()),
    year: String(today.getFullYear()),
  };
  for (const accessed of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".accessed"))) {
    accessed.textContent = accessed.dataset.form?.replace(/\{(\w+)\}/g, (_, word) => words[word]) ?? "";
  }
}

/** @type {(source: Element) => string} the HTML of a citation with italics and small capitals, without our class names */
export function richText(source) {
  const copy = /** @type {Element} */ (source.cloneNode(true));
  for (const span of copy.querySelectorAll("span")) {
    if (span.className === "small-caps") span.style.fontVariant = "small-caps";
    else span.replaceWith(...span.childNodes);
    span.removeAttribute("class");
  }
  return `<span>${copy.innerHTML}</span>`;
}
