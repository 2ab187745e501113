// In which passages words stand.

/** @import { PassageIndex } from "./index.js" */

/**
 * @param {PassageIndex} index
 * @param {string[]} parts words
 * @returns {number[]} the places of the passages in which they stand one after the other, just as they are
 */
export function placesOfPhrase({ lexicon, stream, placeAt, postings }, parts) {
  const wanted = parts.map((part) => lexicon.ids.get(part));
  if (wanted[0] === undefined || wanted.includes(undefined)) return [];
  /** @type {number[]} */
  const found = [];
  for (const start of postings.of(wanted[0])) {
    if (wanted.some((id, after) => stream[start + after] !== id)) continue;
    if (found.at(-1) !== placeAt[start]) found.push(placeAt[start]);
  }
  return found;
}

/** @type {(index: PassageIndex, word: string) => number[]} the places of the passages that have it or another form of it */
export function placesOfWord(index, word) {
  return index.lexicon.formsOf(word).flatMap((id) => placesOfPhrase(index, [index.lexicon.words[id]]));
}
