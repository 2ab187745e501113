// The fields of a passage, and what a word weighs in each.

/** @import { Passage } from "./data.js" */

// How much a word weighs in each field, and by how much less in one that is longer than others (the weights and the b of
// BM25F; Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
export const FIELDS = {
  title: { weight: 5, b: 0.3 },
  because: { weight: 0.7, b: 0.3 },
  text: { weight: 1, b: 0.2 },
  also: { weight: 2.5, b: 0 },
  around: { weight: 0.8, b: 0 },
};

/**
 * Finds what a word weighs in each field of each passage, by the length of the field beside the usual one.
 *
 * @param {Passage[]} passages which have been read
 */
export function weigh(passages) {
  for (const [field, { weight, b }] of Object.values(FIELDS).entries()) {
    const lengths = passages.map(({ starts, end }) => (starts[field + 1] ?? end) - starts[field] - 1);
    const filled = lengths.filter(Boolean);
    const average = filled.reduce((sum, length) => sum + length, 0) / filled.length;
    for (const { place, weights } of passages) weights.push(weight / (1 - b + b * (lengths[place] / average)));
  }
}
