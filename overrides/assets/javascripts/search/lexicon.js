// The words of all passages, each known by a number.

import { rules } from "./language.js";

export class Lexicon {
  constructor() {
    /** @type {string[]} by their ids */
    this.words = [];
    /** @type {Map<string, number>} of words */
    this.ids = new Map();
    /** @type {string[]} each word as it first stands in the text, by its id */
    this.shown = [];
    /** @type {Map<string, number[]>} the ids of words by their first letter */
    this.beginnings = new Map();
    /** @type {string[]} of each word, by its id, as it is asked for */
    this.stems = [];
  }

  /**
   * @param {string} word
   * @param {string} shown the word as it stands in the text
   * @returns {number} its id
   */
  add(word, shown) {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.ids.set(word, id);
    this.words.push(word);
    this.shown.push(shown);
    const beginning = this.beginnings.get(word[0]);
    if (beginning) beginning.push(id);
    else this.beginnings.set(word[0], [id]);
    return id;
  }

  /**
   * @param {string} word
   * @returns {number[]} the ids of the words with the same first letter; another form of it, or one begun with it, is among them
   */
  beginningAs(word) {
    return this.beginnings.get(word[0]) ?? [];
  }

  /**
   * @param {number} id of a word
   * @returns {string} its stem
   */
  stemOf(id) {
    return (this.stems[id] ??= rules.stem(this.words[id]));
  }

  /** @type {(word: string) => number[]} the ids of its forms */
  formsOf(word) {
    const its = rules.stem(word);
    return this.beginningAs(word).filter((id) => this.stemOf(id) === its);
  }

  /** @type {(words: string[]) => number[]} the ids of those that are known */
  idsOf(words) {
    return words.map((word) => this.ids.get(word)).filter((id) => id !== undefined);
  }
}
