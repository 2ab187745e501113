// Which passages answer a query, the best first.

import { closeness } from "./closeness.js";
import { allowing } from "./constraints.js";
import { matchAll } from "./matching.js";
import { askedFor } from "./sources.js";

/** @import { Passage } from "./data.js" */
/** @import { PassageIndex } from "./index.js" */
/** @import { Match } from "./matching.js" */
/** @import { Query } from "./query.js" */
/** @import { Use } from "./terms.js" */

/**
 * @typedef {object} Score of a passage
 * @property {Passage} passage
 * @property {number} sum of what its words weigh
 * @property {number} has of the weight of all words
 * @property {boolean} isWhole whether it has every word
 */
/**
 * @typedef {object} Found
 * @property {Passage[]} found the best first
 * @property {Match[]} matches what each word or phrase found
 * @property {Set<number>} marked the ids of all words that were meant
 */

const COVER = 2; // the power of the share of the words' weight that a passage has: what lacks a rare word falls behind
// Of sorts of passages; of annotations: 1. What cites comes before what is cited, unless that was asked for (sources.js).
/** @type {Record<string, number>} */
const RANKS = { claim: 1.35, term: 1.25, figure: 1.1, event: 1, page: 0.6, source: 0.2 };
const CLOSE = 80; // of the best, those whose words are looked at in their order
const SURE = 0.4; // how well a word must fit for its place to count
const FEW = 5; // passages with every word
const MOSTLY = 0.5; // of the weight of all words

/**
 * @param {PassageIndex} index
 * @param {Match[]} matches
 * @param {(passage: Passage) => boolean} isAllowed
 * @returns {Score[]} of the passages with any of the words: the rarer a word, the more it weighs
 */
function scored(index, matches, isAllowed) {
  /** @type {Map<number, Score>} */
  const scores = new Map();
  let all = 0;
  let slight = 0; // of it, what may be missing from a passage that has every word
  for (const { values, share, isCounted } of matches) {
    if (!isCounted) continue;
    const weight = share * Math.log(1 + index.passages.length / (values.size + 0.5));
    all += weight;
    if (share < 1) slight += weight;
    for (const [place, value] of values) {
      const passage = index.passages[place];
      if (!isAllowed(passage)) continue;
      const score = scores.get(place) ?? { passage, sum: 0, has: 0, isWhole: false };
      score.sum += weight * value;
      score.has += weight;
      scores.set(place, score);
    }
  }
  for (const score of scores.values()) {
    score.isWhole = score.has > all - slight - 1e-6;
    score.sum *= (RANKS[score.passage.sort] ?? 1) * (score.has / all) ** COVER;
  }
  return [...scores.values()];
}

/**
 * @param {Score[]} scores
 * @returns {Score[]} all that have every word; where they are few, also those that have most of what the best has
 */
function enough(scores) {
  const whole = scores.filter(({ isWhole }) => isWhole);
  if (whole.length > FEW) return whole;
  const most = scores.reduce((best, { has }) => Math.max(best, has), 0);
  return scores.filter(({ has }) => has >= MOSTLY * most);
}

/**
 * @param {Score} one
 * @param {Score} other
 * @returns {number} negative if the one comes first
 */
function byRank(one, other) {
  return (
    other.sum - one.sum || one.passage.place - other.passage.place
  );
}

/**
 * @param {PassageIndex} index
 * @param {Score[]} scores
 * @param {Match[]} matches
 * @param {Query} query
 * @returns {Passage[]} the best first
 */
function ordered(index, scores, matches, query) {
  for (const score of scores) if (score.passage.sort === "source") score.sum *= askedFor(score.passage, query);
  scores.sort(byRank);
  const sets = matches.map(({ meant }) => new Set([...meant].filter(([, fit]) => fit >= SURE).map(([id]) => id)));
  for (const score of scores.slice(0, CLOSE)) score.sum *= closeness(index, score.passage, sets);
  return scores.sort(byRank).map(({ passage }) => passage);
}

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @param {Use[]} uses of terms in it
 * @returns {Passage[]} what comes first whatever else is found: the events of a date, the passage of a label, the term that is all of the query
 */
function foremost(index, query, uses) {
  const [use, ...others] = uses;
  const isTerm = use && !others.length && use.span.length === query.units.length;
  const passages = [
    ...query.anchors.map((anchor) => index.anchors.get(anchor)),
    isTerm && index.terms.definitions[use.term],
  ];
  const isDated = (/** @type {Passage} */ { sort, title }) =>
    query.date !== "" && sort === "event" && `${title},`.startsWith(`${query.date},`);
  return [...index.passages.filter(isDated), ...passages.filter((passage) => passage instanceof Object)];
}

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @returns {Found}
 */
export function findPassages(index, query) {
  const isAllowed = allowing(index, query);
  const { matches, uses } = matchAll(index, query);
  const isFiltered = query.kind || query.verdict || query.outcome;
  const found = matches.length
    ? ordered(index, enough(scored(index, matches, isAllowed)), matches, query)
    : index.passages.filter((passage) => isFiltered && isAllowed(passage));
  const first = foremost(index, query, uses).filter(isAllowed);
  const marked = new Set(matches.flatMap(({ meant }) => [...meant.keys()]));
  return { found: [...first, ...found.filter((passage) => !first.includes(passage))], matches, marked };
}
