// In which passages words stand.

import { stem } from "./stem.js";

/** @import { PassageIndex } from "./index.js" */

/**
 * @param {PassageIndex} index
 * @param {string[]} parts words
 * @returns {number[]} the places of the passages in which they stand one after the other, just as they are
 */
export function placesOfPhrase({ ids, stream, length, passages }, parts) {
  const wanted = parts.map((part) => ids.get(part));
  /** @type {number[]} */
  const found = [];
  if (wanted.includes(undefined)) return found;
  let at = 0; // of the passage
  for (let start = 0; start < length; start++) {
    if (stream[start] !== wanted[0] || wanted.some((id, after) => stream[start + after] !== id)) continue;
    while (passages[at].end <= start) at++;
    if (found.at(-1) !== at) found.push(at);
  }
  return found;
}

/**
 * @param {PassageIndex} index
 * @param {string} word
 * @returns {number[]} the places of the passages that have it or another form of it
 */
export function placesOfWord(index, word) {
  return formsOf(index, word).flatMap((id) => placesOfPhrase(index, [index.words[id]]));
}

/**
 * @param {PassageIndex} index
 * @param {string} word
 * @returns {number[]} the ids of its forms
 */
export function formsOf(index, word) {
  const its = stem(word);
  return index.beginningAs(word).filter((id) => index.stemOf(id) === its);
}
