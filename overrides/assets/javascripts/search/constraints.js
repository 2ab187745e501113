// What a query demands of every passage: filters, phrases, and words that it must not have.

import { chosen } from "./choice.js";
import { placesOfPhrase, placesOfWord } from "./places.js";

/** @import { Passage } from "./data.js" */
/** @import { PassageIndex } from "./index.js" */
/** @import { Query } from "./query.js" */

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @returns {(passage: Passage) => boolean} whether a passage is and has what it must, and has not what it must not
 */
export function allowing(index, query) {
  const sort = query.kind && chosen(Object.keys(index.sorts), query.kind);
  const verdict = query.verdict && chosen(Object.keys(index.verdicts), query.verdict);
  const outcome = query.outcome && chosen(Object.keys(index.outcomes), query.outcome);
  const without = new Set(
    query.without.flatMap((parts) => (parts[1] ? placesOfPhrase(index, parts) : placesOfWord(index, parts[0]))),
  );
  const phrases = query.phrases.map((parts) => new Set(placesOfPhrase(index, parts)));
  return (passage) =>
    (!query.kind || passage.sort === sort) &&
    (!query.verdict || passage.verdict === verdict) &&
    (!query.outcome || passage.outcome === outcome) &&
    !without.has(passage.place) &&
    phrases.every((places) => places.has(passage.place));
}
