// How close together a passage has the words of a query.

/** @import { Passage } from "./data.js" */
/** @import { PassageIndex } from "./index.js" */

/**
 * @param {Int32Array} sequence of the ids of words
 * @param {Set<number>[]} sets the ids that each word of the query may mean
 * @returns {number} words in the longest run of the query's words
 */
function longestRun(sequence, sets) {
  let longest = 0;
  for (let start = 0; start < sequence.length; start++) {
    for (let first = 0; first + longest < sets.length; first++) {
      let at = 0;
      while (first + at < sets.length && sets[first + at].has(sequence[start + at])) at++;
      if (at > longest) longest = at;
    }
  }
  return longest;
}

/**
 * @param {PassageIndex} index
 * @param {Passage} passage
 * @param {Set<number>[]} sets the ids that each word of the query may mean
 * @returns {number} by how much it gains whose title or text has the words together, most if they are all of its title
 */
export function closeness(index, passage, sets) {
  const title = index.said(passage, true);
  const inTitle = longestRun(title, sets) / sets.length;
  const isTitle = inTitle === 1 ? sets.length / Math.max(sets.length, title.length) : 0;
  if (sets.length === 1) return 1 + 0.3 * isTitle;
  return 1 + 0.4 * inTitle + 0.4 * isTitle + 0.5 * (longestRun(index.said(passage, false), sets) / sets.length);
}
