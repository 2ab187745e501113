// How what is typed may go on.

/** @import { PassageIndex } from "./index.js" */
/** @import { Match } from "./matching.js" */
/** @import { Query } from "./query.js" */

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @param {Match[]} matches
 * @returns {string[]} how the last word may go on, in the letters that were typed, if it may
 */
export function suggest(index, query, matches) {
  const last = /[\p{L}\p{N}]+$/u.exec(query.text)?.[0] ?? "";
  const match = matches.at(-1);
  if (!query.isOpen || last.length < 2 || !match) return [];
  const typed = last.toLowerCase();
  const shown = (/** @type {number} */ id) => index.lexicon.shown[id].toLowerCase().replace(/['’]s$/, "");
  const begun = [...match.meant.keys()].filter((id) => index.postings.of(id).length && shown(id).startsWith(typed));
  if (!begun.length) return [];
  const likeliest = begun.reduce((best, id) =>
    index.postings.of(id).length > index.postings.of(best).length ? id : best
  );
  return [last + shown(likeliest).slice(last.length)];
}
