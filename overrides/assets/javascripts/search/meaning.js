// Which words of the index a typed word may mean, by their ids, each with how well it fits, between 0 and 1.

import { distance } from "./distance.js";
import { rules } from "./language.js";

/** @import { PassageIndex } from "./index.js" */
/** @typedef {Map<number, number>} Fits how well words fit, by their ids */

const FORM = 0.85; // another form of the word
const OPEN = 0.8; // the beginning of a word that may be unfinished
const BEGUN = 0.6; // and of any other
const POOR = 0.55; // what is no better is looked for among misspellings too
const WRONG = 0.1; // is lost with every wrong letter
const FORM_OF_NEAR = 0.4; // another form of a word that is only near
const WRONG_FIRST = 0.5; // letters more for a wrong first letter, which is rarer than any other
const SHORTEST = 4; // letters of a word that may be misspelt
const LONG = 7; // letters from which two may be wrong

/** @type {(word: string, other: string) => boolean} whether the other goes on from it */
function isBegun(word, other) {
  if (word.length < 2 || other.length <= word.length || !other.startsWith(word)) return false;
  return !/^\d/.test(word) || other[word.length] === ".";
}

/**
 * @param {PassageIndex} index
 * @param {string} word that was typed
 * @param {boolean} isOpen whether it may be unfinished
 * @returns {Fits}
 */
export function meaningOf(index, word, isOpen) {
  /** @type {Fits} */
  const fits = new Map();
  /** @type {Fits} */
  const begun = new Map();
  const isNumber = /^\d/.test(word);
  const its = rules.stem(word);
  for (const id of index.lexicon.beginningAs(word)) {
    const other = index.lexicon.words[id];
    if (other === word) fits.set(id, 1);
    else if (!isNumber && index.lexicon.stemOf(id) === its) fits.set(id, FORM);
    else if (isBegun(word, other)) begun.set(id, (isOpen ? OPEN : BEGUN) * Math.sqrt(word.length / other.length));
  }
  if (isOpen || !fits.size) { for (const [id, fit] of begun) fits.set(id, fit); }
  if (isNumber || [...fits.values()].some((fit) => fit > POOR)) return fits;
  for (const [id, fit] of near(index, word, word.length < LONG ? 1 : 2)) if (!fits.has(id)) fits.set(id, fit);
  return fits;
}

/**
 * @param {PassageIndex} index
 * @param {string} word
 * @param {number} most letters that may be wrong
 * @returns {Fits} the words with the fewest wrong letters, and their other forms
 */
function near(index, word, most) {
  /** @type {Fits} */
  const fits = new Map();
  if (word.length < SHORTEST) return fits;
  /** @type {[id: number, wrong: number][]} */
  const found = [];
  let least = most;
  for (const [id, other] of index.lexicon.words.entries()) {
    const wrong = other.length < 3 ? Infinity : distance(word, other, least);
    if (wrong === Infinity) continue;
    least = wrong;
    found.push([id, wrong + (other[0] === word[0] ? 0 : WRONG_FIRST)]);
  }
  const best = found.filter(([, wrong]) => wrong <= least + WRONG_FIRST);
  for (const [nearest] of best) {
    const its = index.lexicon.stemOf(nearest);
    for (const id of index.lexicon.beginningAs(its)) if (index.lexicon.stemOf(id) === its) fits.set(id, FORM_OF_NEAR);
  }
  for (const [id, wrong] of best) fits.set(id, OPEN - WRONG * wrong);
  return fits;
}

/**
 * @param {PassageIndex} index
 * @param {string} word that no passage has
 * @returns {string} of all words the one that is most like it, if any is
 */
export function likestWord(index, word) {
  for (let most = 2; most <= word.length / 2 + 1; most++) {
    const [best] = [...near(index, word, most)].sort(([, one], [, other]) => other - one);
    if (best) return index.lexicon.words[best[0]];
  }
  return "";
}
