// The part of an address that opens a page at words: https://wicg.github.io/scroll-to-text-fragment/

import { runsOf } from "./runs.js";

/** @import { Run } from "./runs.js" */
/** @import { Piece } from "./selection.js" */

const WORDS = 8; // at either end of a long quotation
const CONTEXT = [4, 8, 16]; // words around it, where it stands elsewhere as well

/** @type {(text: string) => string} as it may stand in such an address */
function encode(text) {
  const asHex = (/** @type {string} */ mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[-!'()*]/g, asHex);
}

/** @type {(text: string, count: number) => string} its first words */
function first(text, count) {
  return text.split(" ").slice(0, count).join(" ");
}

/** @type {(text: string, count: number) => string} its last words */
function last(text, count) {
  return text.split(" ").slice(-count).join(" ");
}

/** @type {(text: string) => string} its letters in small, without white space */
function squash(text) {
  return text.replace(/\s+/g, "").toLowerCase();
}

/**
 * The words themselves, or the first and the last of many, with words around them where they stand elsewhere as well: the titles of
 * claims, for one, stand in the contents too.
 *
 * @param {Piece[]} pieces that are selected
 * @returns {string} what follows `:~:text=`
 */
export function textDirective(pieces) {
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
