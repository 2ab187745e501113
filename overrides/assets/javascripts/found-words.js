// Where a result of the search opens, the words that were looked for are marked, in that passage alone.

import { showAddress } from "./shared/address-bar.js";
import { element } from "./shared/element.js";

const PARAMETER = "h"; // by which the theme hands on the words of a search
const MOST = 20; // words
const PASSAGES = "section.claim, aside.annotation, figure, .entry, .event, .reference";
const LETTER = "[\\p{L}\\p{N}]";

/**
 * Where words stand in an element.
 *
 * @param {Element} passage
 * @param {string[]} words
 * @returns {Range[]} in the order of the text
 */
function places(passage, words) {
  const letters = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<!${LETTER})(?:${letters})(?!${LETTER})`, "giu");
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest("script, style, svg, button, select")) continue;
    for (const { index, 0: word } of node.data.matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      found.push(range);
    }
  }
  return found;
}

const address = new URL(location.href);
const words = (address.searchParams.get(PARAMETER) ?? "").split(" ").filter(Boolean).slice(0, MOST);
const target = document.getElementById(address.hash.slice(1));
const passage = target?.closest(PASSAGES) ?? document.querySelector("article");

// So that what is copied from the address bar is the passage's own.
if (address.searchParams.has(PARAMETER)) {
  address.searchParams.delete(PARAMETER);
  showAddress(address);
}
if (words.length && passage) {
  // The last first, since marking one cuts its text in two.
  for (const range of places(passage, words).reverse()) range.surroundContents(element("mark", { class: "found" }));
}
