// All words of all passages in their order, read when the search is first opened. No list is kept of where each word
// stands: to go through all of them takes less time than a reader's finger, and making such lists more than a blink.

import { stem } from "./stem.js";
import { Terms } from "./terms.js";
import { formOf, plainWord, readToken, tokensOf } from "./words.js";

/** @import { Data, Passage } from "./data.js" */
/** @typedef {number | { ids: number[], whole: number }} Known the id of a simple word; of another token those of its parts and the whole */

const STEP = 100; // passages that are read at a time
const BESIDES = 150; // words that a passage may have besides its letters: more than there ever are

// How much a word weighs in each field of a passage, and by how much less in one that is longer than others (the weights
// and the b of BM25F; Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
const FIELDS = {
  title: { weight: 5, b: 0.3 },
  because: { weight: 1.5, b: 0.3 },
  text: { weight: 1, b: 0.3 },
  also: { weight: 4, b: 0.3 },
  around: { weight: 0.5, b: 0 },
};
export const END = -1; // after each part of a passage

export class PassageIndex {
  /** @param {Data} data */
  constructor({ pages, sorts, verdicts, outcomes, forms, synonyms, passages }) {
    this.pages = pages;
    this.sorts = sorts;
    this.verdicts = verdicts;
    this.outcomes = outcomes;
    /** @type {string[]} by their ids */
    this.words = [];
    /** @type {Map<string, number>} of words */
    this.ids = new Map();
    /** @type {string[]} each word as it first stands in the text, by its id */
    this.shown = [];
    /** @type {number[]} how often each word stands there, by its id */
    this.counts = [];
    /** @type {Map<string, number[]>} the ids of words by their first letter */
    this.beginnings = new Map();
    /** @type {string[]} of each word, by its id, as it is asked for */
    this.stems = [];
    /** @type {Map<number, number[]>} by the id of a word of several parts, such as c5+1: passage, part, passage, part … */
    this.wholes = new Map();
    /** @type {Map<string, Known>} what each token is read as */
    this.tokens = new Map();
    /** @type {Passage[]} */
    this.passages = passages.map(([page, anchor, sort, verdict, outcome, title, because, text, also, terms], place) => {
      const label = /^(?:claim|annotation|figure)-(.+)$/.exec(anchor)?.[1] ?? "";
      const said = { sort, verdict, outcome, title, because, text, also, terms };
      return { place, page, anchor, ...said, label, starts: [], end: 0, weights: [] };
    });
    this.anchors = new Map(this.passages.map((passage) => [passage.anchor, passage]));
    this.written = forms;
    /** @type {Map<string, string[][]>} the parts of other words for the same thing, by the stem of a word */
    this.synonyms = new Map();
    for (const group of synonyms.map((words) => words.map((word) => formOf(word).split(" ")))) {
      for (const [word, ...more] of group) {
        if (more.length) continue;
        const its = stem(word);
        this.synonyms.set(its, [...(this.synonyms.get(its) ?? []), ...group.filter(([first]) => first !== word)]);
      }
    }
    const lengths = this.passages.map(({ title, because, text, also }) =>
      (title + because + text + also).length + BESIDES
    );
    this.stream = new Int32Array(lengths.reduce((sum, length) => sum + length, 0)); // the ids of all words, passage by passage
    this.length = 0; // of the stream
    this.terms = new Terms([], [], this.ids); // until it is filled
  }

  /**
   * Reads all passages.
   *
   * @param {() => Promise<unknown> | void} pause lets the page get on with other things between the steps
   */
  async fill(pause) {
    for (const passage of this.passages) {
      this.#add(passage);
      if (passage.place % STEP === 0) await pause();
    }
    this.#weigh();
    this.terms = new Terms(this.written, this.passages, this.ids);
  }

  /** Finds what a word weighs in each part of each passage, by the length of the part beside the usual one. */
  #weigh() {
    for (const [part, { weight, b }] of Object.values(FIELDS).entries()) {
      const lengths = this.passages.map(({ starts, end }) => (starts[part + 1] ?? end) - starts[part] - 1);
      const filled = lengths.filter(Boolean);
      const average = filled.reduce((sum, length) => sum + length, 0) / filled.length;
      for (const { place, weights } of this.passages) weights.push(weight / (1 - b + b * (lengths[place] / average)));
    }
  }

  /**
   * @param {Passage} annotation
   * @returns {Passage | undefined} the claim that it is about
   */
  claimOf({ label }) {
    return this.anchors.get(`claim-${label.replace(/[a-z]+$/, "")}`);
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
    return (this.stems[id] ??= stem(this.words[id]));
  }

  /**
   * @param {Passage} passage
   * @param {boolean} isTitle
   * @returns {Int32Array} the ids of the words of its title, or of all that it says
   */
  said({ starts: [start, because, , , around] }, isTitle) {
    return this.stream.subarray(start, isTitle ? because - 1 : around);
  }

  /**
   * @param {string} word
   * @param {string} shown the word as it stands in the text
   * @returns {number} its id
   */
  #id(word, shown) {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.ids.set(word, id);
    this.words.push(word);
    this.shown.push(shown);
    this.counts.push(0);
    const beginning = this.beginnings.get(word[0]);
    if (beginning) beginning.push(id);
    else this.beginnings.set(word[0], [id]);
    return id;
  }

  /**
   * @param {string} token that was not read before
   * @returns {Known}
   */
  #read(token) {
    const plain = plainWord(token);
    /** @type {Known} */
    let known;
    if (plain) known = this.#id(plain, token);
    else {
      const { parts, whole } = readToken(token);
      const ids = parts.map((part) => this.#id(part, parts.length > 1 ? part : token));
      known = { ids, whole: whole ? this.#id(whole, token) : -1 };
    }
    this.tokens.set(token, known);
    return known;
  }

  /** @param {number} id of the word that comes next */
  #put(id) {
    this.stream[this.length++] = id;
    this.counts[id]++;
  }

  /** @param {Passage} passage to be read */
  #add(passage) {
    const { title, because, text, also } = passage;
    const parts = { title, because, text, also, around: this.#around(passage) };
    for (const [part, name] of /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS)).entries()) {
      passage.starts.push(this.length);
      for (const token of tokensOf(parts[name])) {
        const known = this.tokens.get(token) ?? this.#read(token);
        if (typeof known === "number") this.#put(known);
        else {
          for (const id of known.ids) this.#put(id);
          if (known.whole < 0) continue;
          const places = this.wholes.get(known.whole) ?? [];
          this.wholes.set(known.whole, [...places, passage.place, part]);
        }
      }
      this.stream[this.length++] = END;
    }
    passage.end = this.length;
  }

  /**
   * What a passage does not say itself: its number, its kind or verdict and outcome, the title of the claim that it is about.
   *
   * @param {Passage} passage
   * @returns {string}
   */
  #around(passage) {
    const { sort, label, verdict, outcome } = passage;
    const more = sort === "claim" ? [this.verdicts[verdict], this.outcomes[outcome]] : [this.claimOf(passage)?.title];
    return [this.sorts[sort], label, ...more].filter(Boolean).join(" ");
  }
}
