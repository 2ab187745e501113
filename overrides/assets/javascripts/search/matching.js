// Which passages have a word, a phrase or a term of the glossary, and how well each of them fits.

import { meaningOf } from "./meaning.js";
import { placesOfPhrase } from "./places.js";
import { alike, raise, valueOf, valuesOf } from "./values.js";

/** @import { PassageIndex } from "./index.js" */
/** @import { Fits } from "./meaning.js" */
/** @import { Query, Unit } from "./query.js" */
/** @import { Use } from "./terms.js" */

/**
 * @typedef {object} Match what a word or a phrase of a query finds
 * @property {string} token as it was typed
 * @property {number} weight in the query: the rarer, the more; nothing for what is in nearly every passage
 * @property {Map<number, number>} values how well passages have it, between 0 and 1, by their places
 * @property {Fits} meant the words that it may mean
 * @property {boolean} [isWeak] whether it belongs to how something is asked, so that it is not missed where it is missing
 */

const OWN = 0.8; // how well the word itself and its forms fit at least, by which its rarity is counted
const PHRASE = 0.9; // how well a passage fits that has the parts of a word, such as c5 and 1, one after the other
const OTHER = 0.6; // and one that has another form of a term, or what is taken for the word
const WEAK = 0.5; // of the weight of a word that belongs to how something is asked

/**
 * @param {PassageIndex} index
 * @param {Unit} unit
 * @param {boolean} isOpen whether it may be unfinished
 * @param {string[][]} synonyms
 * @returns {Match}
 */
function matchUnit(index, { token, word, whole, phrases, isWeak }, isOpen, synonyms) {
  const { lexicon, passages } = index;
  const meant = word ? meaningOf(index, word, isOpen) : new Map();
  const own = valuesOf(index, new Map([...meant].filter(([, fit]) => fit >= OWN)));
  for (const parts of phrases) {
    raise(own, alike(placesOfPhrase(index, parts), PHRASE));
    for (const id of lexicon.idsOf(parts)) meant.set(id, 1);
  }
  for (const id of [...meant.keys(), lexicon.ids.get(whole) ?? -1]) {
    const wholes = index.wholes.get(id) ?? [];
    raise(own, wholes.map(([place, field]) => [place, valueOf(meant.get(id) ?? 1, passages[place].weights[field])]));
  }
  for (const [other, ...more] of synonyms) {
    if (!more.length) { for (const id of lexicon.formsOf(other)) meant.set(id, Math.max(OTHER, meant.get(id) ?? 0)); }
  }
  const values = word ? valuesOf(index, meant) : new Map();
  raise(values, own);
  for (const parts of synonyms) if (parts.length > 1) raise(values, alike(placesOfPhrase(index, parts), OTHER));
  const rarity = index.rarity((own.size ? own : values).keys());
  return { token, weight: isWeak ? WEAK * rarity : rarity, values, meant, isWeak };
}

/**
 * A word that is in nearly every passage only counts by its place among the others.
 *
 * @param {PassageIndex} index
 * @param {Unit} unit
 * @returns {Match}
 */
function matchStopWord({ lexicon }, { token, word }) {
  const meant = new Map(lexicon.idsOf([word]).map((id) => [id, 1]));
  return { token, weight: 0, values: new Map(), meant };
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
  const meant = new Map(index.lexicon.idsOf(parts).map((id) => [id, 1]));
  return { token: parts.join(" "), weight: index.rarity(values.keys()), values, meant };
}

/**
 * @param {PassageIndex} index
 * @param {Query} query
 * @returns {{ matches: Match[], uses: Use<number>[] }} what each word and phrase finds, terms in all their forms; and these terms
 */
export function matchAll(index, { units, phrases, isOpen }) {
  const { terms } = index;
  const isOnlyStops = units.every(({ isStop }) => isStop);
  /** @type {string[][][]} by the places of the words in the query */
  const synonyms = units.map(() => []);
  for (const { meaning, span } of terms.synonymsOf(units)) for (const at of span) synonyms[at] = meaning;
  const matches = units.map((unit, at) => {
    if (unit.isStop && !isOnlyStops) return matchStopWord(index, unit);
    return matchUnit(index, unit, isOpen && at === units.length - 1, synonyms[at]);
  });
  const uses = terms.usedIn(units);
  for (const { meaning: term, span } of uses) {
    for (const { values, meant } of span.map((at) => matches[at])) {
      raise(values, alike(terms.users[term], OTHER));
      for (const id of terms.words[term]) meant.set(id, Math.max(OTHER, meant.get(id) ?? 0));
    }
  }
  return { matches: [...matches, ...phrases.map((parts) => matchPhrase(index, parts))], uses };
}
