// Which passages have a word, a phrase or a term of the glossary, and how well each of them fits.

import { END } from "./index.js";
import { meaningOf } from "./meaning.js";
import { formsOf, placesOfPhrase } from "./places.js";
import { stem } from "./stem.js";
import { usesOf } from "./terms.js";

/** @import { PassageIndex } from "./index.js" */
/** @import { Fits } from "./meaning.js" */
/** @import { Query, Unit } from "./query.js" */
/** @import { Use } from "./terms.js" */

/**
 * @typedef {object} Match what a word or a phrase of a query finds
 * @property {string} token as it was typed
 * @property {number} share of its weight that it has in this query
 * @property {boolean} isCounted whether passages are found by it, and not only put in order
 * @property {Map<number, number>} values how well passages have it, between 0 and 1, by their places
 * @property {Fits} meant the words that it may mean
 */

const SATURATION = 0.7; // the k of BM25F: the smaller, the less a word says that stands there again
const PHRASE = 0.9; // how well a passage fits that has the parts of a word, such as c5 and 1, one after the other
const WEAK = 0.15; // of the weight of a word that belongs to how something is asked
const TERM = 0.7; // and one that has another form of a term
const SYNONYM = 0.5; // and one that has a synonym of the word

/**
 * @param {PassageIndex} index
 * @param {string} word
 * @returns {[id: number, fit: number][]} the word itself, if any passage has it
 */
function exactly(index, word) {
  const id = index.ids.get(word);
  return id === undefined ? [] : [[id, 1]];
}

/**
 * How well a passage has a word: the more often, the better, but ever less so (as in BM25F).
 *
 * @param {number} best how well the best of what it has fits
 * @param {number} weight of all that fits, by how well and where it stands
 * @returns {number} between 0 and 1
 */
function valueOf(best, weight) {
  return (best * weight) / (weight + best * SATURATION);
}

/**
 * @param {PassageIndex} index
 * @param {Fits} meant
 * @returns {Map<number, number>} how well each passage has these words, by its place
 */
function valuesOf({ stream, words: { length }, passages }, meant) {
  const values = new Map();
  const fits = new Float64Array(length);
  for (const [id, fit] of meant) fits[id] = fit;
  for (const { place, starts, end, weights } of passages) {
    let part = 0;
    let best = 0;
    let sum = 0;
    for (let at = starts[0]; at < end; at++) {
      const id = stream[at];
      if (id === END) part++;
      else if (fits[id]) {
        sum += fits[id] * weights[part];
        if (fits[id] > best) best = fits[id];
      }
    }
    if (best) values.set(place, valueOf(best, sum));
  }
  return values;
}

/**
 * @param {PassageIndex} index
 * @param {Unit} unit
 * @param {boolean} isOpen whether it may be unfinished
 * @returns {Match}
 */
function matchUnit(index, { token, word, whole, phrases, isWeak }, isOpen) {
  /** @type {Fits} */
  const meant = word ? meaningOf(index, word, isOpen) : new Map();
  const synonyms = (word && index.synonyms.get(stem(word))) || [];
  for (const [other, ...more] of synonyms) {
    if (!more.length) { for (const id of formsOf(index, other)) meant.set(id, Math.max(SYNONYM, meant.get(id) ?? 0)); }
  }
  const values = word ? valuesOf(index, meant) : new Map();
  const raise = (/** @type {number} */ place, /** @type {number} */ value) => {
    if (value > (values.get(place) ?? 0)) values.set(place, value);
  };
  for (const id of [...meant.keys(), ...exactly(index, whole).map(([id]) => id)]) {
    const places = index.wholes.get(id) ?? [];
    for (let at = 0; at < places.length; at += 2) {
      raise(places[at], valueOf(meant.get(id) ?? 1, index.passages[places[at]].weights[places[at + 1]]));
    }
  }
  for (const parts of synonyms) {
    if (parts.length > 1) { for (const place of placesOfPhrase(index, parts)) raise(place, SYNONYM); }
  }
  for (const parts of phrases) {
    for (const place of placesOfPhrase(index, parts)) raise(place, PHRASE);
    for (const part of parts) for (const [id, fit] of exactly(index, part)) meant.set(id, fit);
  }
  return { token, share: isWeak ? WEAK : 1, isCounted: true, values, meant };
}

/**
 * A word that is in nearly every passage only counts by its place among the others.
 *
 * @param {PassageIndex} index
 * @param {Unit} unit
 * @returns {Match}
 */
function matchStopWord(index, { token, word }) {
  return { token, share: 0, isCounted: false, values: new Map(), meant: new Map(exactly(index, word)) };
}

/**
 * A phrase in quotation marks: the more of a passage it is, the better that fits.
 *
 * @param {PassageIndex} index
 * @param {string[]} parts its words
 * @returns {Match}
 */
function matchPhrase(index, parts) {
  const average = index.length / index.passages.length;
  const fit = (/** @type {number} */ place) => {
    const { starts, end } = index.passages[place];
    return parts.length / (parts.length + (end - starts[0]) / average);
  };
  const values = new Map(placesOfPhrase(index, parts).map((place) => [place, fit(place)]));
  const meant = new Map(parts.flatMap((part) => exactly(index, part)));
  return { token: parts.join(" "), share: 1, isCounted: true, values, meant };
}

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @returns {{ matches: Match[], uses: Use[] }} what each word and phrase finds, terms in all their forms; and these terms
 */
export function matchAll(index, { units, phrases, isOpen }) {
  const isOnlyStops = units.every(({ isStop }) => isStop);
  const matches = units.map((unit, at) => {
    if (unit.isStop && !isOnlyStops) return matchStopWord(index, unit);
    return matchUnit(index, unit, isOpen && at === units.length - 1);
  });
  const uses = usesOf(index.terms, units);
  for (const { term, span } of uses) {
    for (const at of span) {
      const { values, meant } = matches[at];
      for (const place of index.terms.users[term]) values.set(place, Math.max(TERM, values.get(place) ?? 0));
      for (const id of index.terms.words[term]) meant.set(id, Math.max(TERM, meant.get(id) ?? 0));
    }
  }
  return { matches: [...matches, ...phrases.map((parts) => matchPhrase(index, parts))], uses };
}
