// How a passage has the words of a query: in their order, or as its title or other words for it.

/** @import { Passage } from "./data.js" */
/** @import { PassageIndex } from "./index.js" */
/** @import { Match } from "./matching.js" */

/**
 * @typedef {object} Sought the words of a query
 * @property {number[]} weights
 * @property {Map<number, number>} bits by the id of a word those of the query that it may stand for, one bit each
 */

const MOST = 31; // words of a query, by their bits
const SURE = 0.4; // how well a word must fit for its place to count
const RUN = 1.6; // gained if all words of the query are one after the other
const LIKE = 4; // and if they are all of its title, or of other words for it
const SHARP = 3; // how much less is gained for a part: the power of its share

/** @type {(matches: Match[]) => Sought} */
export function soughtBy(matches) {
  const bits = new Map();
  for (const [place, { meant }] of matches.slice(0, MOST).entries()) {
    for (const [id, fit] of meant) if (fit >= SURE) bits.set(id, (bits.get(id) ?? 0) | (1 << place));
  }
  return { weights: matches.slice(0, MOST).map(({ weight }) => weight), bits };
}

/**
 * @param {number[]} weights
 * @param {number} has the words of the query that are there, as bits
 * @returns {number} what they weigh
 */
function weightOf(weights, has) {
  return weights.reduce((sum, weight, place) => (has & (1 << place) ? sum + weight : sum), 0);
}

/**
 * @param {number[]} words those of the query that each word may stand for
 * @param {Sought} sought
 * @returns {number} words in the longest run of the query's words
 */
function longestRun(words, { weights }) {
  let longest = 0;
  let runs = weights.map(() => 0); // that end at each word of the query
  for (const word of words) {
    runs = runs.map((_, place) => (word & (1 << place) ? (runs[place - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...runs);
  }
  return longest;
}

/**
 * @param {PassageIndex} index
 * @param {Int32Array} sequence ids of words, in parts
 * @param {Sought} sought
 * @returns {number} the share of their weight that a part and the query have in common, at best (the index of Jaccard)
 */
function likeness(index, sequence, { weights, bits }) {
  const all = weightOf(weights, -1);
  let [best, has, others] = [0, 0, 0];
  for (const id of sequence) {
    const word = bits.get(id) ?? 0;
    has |= word;
    if (id >= 0) others += word ? 0 : index.rarityOf(id);
    else {
      best = Math.max(best, weightOf(weights, has) / (all + others));
      [has, others] = [0, 0];
    }
  }
  return best;
}

/** @type {(index: PassageIndex, passage: Passage, sought: Sought) => number} by how much it gains */
export function closeness(index, { starts: [start, because, , also, around] }, sought) {
  if (!weightOf(sought.weights, -1)) return 1;
  const said = Array.from(index.stream.subarray(start, around), (id) => sought.bits.get(id) ?? 0);
  const like = [[start, because], [also, around]].map(([from, to]) =>
    likeness(index, index.stream.subarray(from, to), sought)
  );
  const words = sought.weights.length;
  const run = words > 1 ? longestRun(said, sought) / words : 0;
  return 1 + LIKE * Math.max(...like) ** SHARP + RUN * run;
}
