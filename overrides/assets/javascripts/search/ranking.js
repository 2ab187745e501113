// Which passages answer a query, the best first.

import { closeness, soughtBy } from "./closeness.js";
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
 */
/**
 * @typedef {object} Found
 * @property {Passage[]} found the best first
 * @property {Match[]} matches what each word or phrase found
 * @property {Set<number>} marked the ids of all words that were meant
 */

// Of sorts of passages, beside claims and annotations. What cites comes before what is cited, unless that was asked for
// (sources.js).
/** @type {Record<string, number>} */
const RANKS = { page: 0.6, source: 0.1 };
// Of entries of the glossary and the timeline, where more is asked than what a word means.
const ENTRIES = ["term", "event"];
const LESS = 0.55;
// Gained by each number that is no year, up to so many, where a number is asked for.
const NUMBER = 0.15;
const NUMBERS = 3;
const CLOSE = 80; // of the best, those whose words are looked at in their order
const MOSTLY = 0.33; // of the weight of the words that the best has, for a passage to be shown

/**
 * @param {PassageIndex} index
 * @param {Match[]} matches
 * @param {(passage: Passage) => boolean} isAllowed
 * @returns {Score[]} of the passages with any of the words
 */
function scored(index, matches, isAllowed) {
  /** @type {Map<number, Score>} */
  const scores = new Map();
  const all = matches.reduce((sum, { weight }) => sum + weight, 0);
  for (const { values, weight } of matches) {
    for (const [place, value] of values) {
      const passage = index.passages[place];
      if (!isAllowed(passage)) continue;
      const score = scores.get(place) ?? { passage, sum: 0, has: 0 };
      score.sum += weight * value;
      score.has += weight;
      scores.set(place, score);
    }
  }
  for (const score of scores.values()) score.sum *= (RANKS[score.passage.sort] ?? 1) * Math.sqrt(score.has / all);
  return [...scores.values()];
}

/** @type {(scores: Score[]) => Score[]} those that have most of what the best has */
function enough(scores) {
  const passages = scores.filter(({ passage }) => passage.sort !== "source");
  const most = (passages.length ? passages : scores).reduce((best, { has }) => Math.max(best, has), 0);
  return scores.filter(({ has }) => has >= MOSTLY * most);
}

/** @type {(one: Score, other: Score) => number} negative if the one comes first */
function byRank(one, other) {
  return other.sum - one.sum || one.passage.place - other.passage.place;
}

/** @type {(text: string) => number} of numbers in it, without years */
function numbersIn(text) {
  return (text.match(/\d[\d.,]*/g) ?? []).filter((number) => !/^(?:19|20)\d\d[.,]?$/.test(number)).length;
}

/** @type {(index: PassageIndex, scores: Score[], matches: Match[], query: Query) => Passage[]} the best first */
function ordered(index, scores, matches, query) {
  for (const score of scores) {
    if (score.passage.sort === "source") score.sum *= askedFor(score.passage, query);
    if (query.asksMore && ENTRIES.includes(score.passage.sort)) score.sum *= LESS;
  }
  scores.sort(byRank);
  const sought = soughtBy(matches);
  for (const score of scores.slice(0, CLOSE)) {
    score.sum *= closeness(index, score.passage, sought);
    if (query.asksNumber) score.sum *= 1 + NUMBER * Math.min(NUMBERS, numbersIn(score.passage.text));
  }
  return scores.sort(byRank).map(({ passage }) => passage);
}

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @param {Use<number>[]} uses of terms in it
 * @returns {Passage[]} what comes first whatever else is found: the events of a date, the passage of a label, the term that is all that is asked about
 */
function foremost(index, query, uses) {
  const [use] = uses;
  const isTerm = use && !query.asksMore &&
    query.units.every(({ isStop, isWeak }, at) => isStop || isWeak || use.span.includes(at));
  const passages = [
    ...query.anchors.map((anchor) => index.anchors.get(anchor)),
    isTerm && index.terms.definitions[use.meaning],
  ];
  const isDated = (/** @type {Passage} */ { sort, title }) =>
    query.date !== "" && sort === "event" && `${title},`.startsWith(`${query.date},`);
  return [...index.passages.filter(isDated), ...passages.filter((passage) => passage instanceof Object)];
}

/** @type {(index: PassageIndex, query: Query) => Found} */
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
