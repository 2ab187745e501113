// All words of all passages in their order, read when the search is first opened, and where each of them stands.

import { passageOf } from "./data.js";
import { FIELDS, weigh } from "./fields.js";
import { addNames } from "./labels.js";
import { rules, useLanguage } from "./language.js";
import { Lexicon } from "./lexicon.js";
import { Postings } from "./postings.js";
import { titleOf } from "./sources.js";
import { Terms } from "./terms.js";
import { plainWord, readToken, tokensOf } from "./words.js";

/** @import { Data, Passage } from "./data.js" */
/** @typedef {number | { ids: number[], whole: number }} Known the id of a simple word; of another token those of its parts and the whole */

const STEP = 100; // passages that are read at a time
const BESIDES = 150; // words that a passage may have besides its letters: more than there ever are
const END = -1; // after each field of a passage, and after each way to write it

export class PassageIndex {
  /** @param {Data} data */
  constructor({ language, annotation, pages, sorts, verdicts, outcomes, forms, synonyms, passages }) {
    useLanguage(language);
    addNames(sorts.figure, annotation, sorts.claim);
    this.annotation = annotation;
    this.pages = pages;
    this.sorts = sorts;
    this.verdicts = verdicts;
    this.outcomes = outcomes;
    this.lexicon = new Lexicon();
    /** @type {Map<number, [place: number, field: number][]>} of passages, by the id of a word of several parts, such as c5+1 */
    this.wholes = new Map();
    /** @type {Map<string, Known>} what each token is read as */
    this.tokens = new Map();
    this.passages = passages.map(passageOf);
    this.size = this.passages.filter(({ sort }) => sort !== "source").length;
    this.anchors = new Map(this.passages.map((passage) => [passage.anchor, passage]));
    this.written = { forms, synonyms };
    for (const passage of this.passages) passage.around = this.#around(passage);
    const lengths = this.passages.map(({ title, because, text, also, around }) =>
      (title + because + text + also + around).length + BESIDES
    );
    this.stream = new Int32Array(lengths.reduce((sum, length) => sum + length, 0)); // the ids of all words, passage by passage
    this.length = 0; // of the stream
    this.postings = new Postings(new Int32Array(), 0); // until it is filled, as are these
    this.placeAt = new Int32Array(); // the passage to which each word of the stream belongs
    this.terms = new Terms([], this.lexicon, [], []);
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
    weigh(this.passages);
    this.stream = this.stream.slice(0, this.length);
    this.placeAt = new Int32Array(this.length);
    for (const { place, starts, end } of this.passages) this.placeAt.fill(place, starts[0], end);
    this.postings = new Postings(this.stream, this.lexicon.words.length);
    this.terms = new Terms(this.passages, this.lexicon, this.written.forms, this.written.synonyms);
  }

  /** @type {(annotation: Passage) => Passage | undefined} the claim that it is about */
  claimOf({ label }) {
    return this.anchors.get(`claim-${label.replace(/[a-z]+$/, "")}`);
  }

  /**
   * @param {Iterable<number>} places of passages that have something
   * @returns {number} how much it says to have it: the fewer have it, the more (the idf of BM25). Works cited do not count.
   */
  rarity(places) {
    let count = 0;
    for (const place of places) if (this.passages[place].sort !== "source") count++;
    return Math.log(1 + this.size / (count + 0.5));
  }

  /** @type {(id: number) => number} how much a word says, counted by how often it stands anywhere */
  rarityOf(id) {
    if (rules.stopWords.has(this.lexicon.words[id])) return 0;
    return Math.log(1 + this.size / (this.postings.of(id).length + 0.5));
  }

  /** @type {(token: string) => Known} of a token that was not read before */
  #read(token) {
    const plain = plainWord(token);
    /** @type {Known} */
    let known;
    if (plain) known = this.lexicon.add(plain, token);
    else {
      const { parts, whole } = readToken(token);
      const ids = parts.map((part) => this.lexicon.add(part, parts.length > 1 ? part : token));
      known = { ids, whole: whole ? this.lexicon.add(whole, token) : -1 };
    }
    this.tokens.set(token, known);
    return known;
  }

  /**
   * @param {string} text
   * @param {number} place of the passage
   * @param {number} field
   */
  #put(text, place, field) {
    for (const token of tokensOf(text)) {
      const known = this.tokens.get(token) ?? this.#read(token);
      if (typeof known === "number") {
        this.stream[this.length++] = known;
        continue;
      }
      for (const id of known.ids) this.stream[this.length++] = id;
      if (known.whole < 0) continue;
      const places = this.wholes.get(known.whole);
      if (places) places.push([place, field]);
      else this.wholes.set(known.whole, [[place, field]]);
    }
    this.stream[this.length++] = END;
  }

  /** @param {Passage} passage to be read */
  #add(passage) {
    const { place, starts } = passage;
    for (const [field, name] of /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS)).entries()) {
      starts.push(this.length);
      for (const part of name === "also" ? passage.also.split("; ") : [passage[name]]) this.#put(part, place, field);
    }
    passage.end = this.length;
  }

  /**
   * What it does not say itself: its number, its kind or verdict and outcome, the titles of its claim and of works cited.
   *
   * @param {Passage} passage
   * @returns {string}
   */
  #around(passage) {
    const { sort, label, verdict, outcome, cites } = passage;
    const titles = cites.map((place) => titleOf(this.passages[place].text));
    const more = sort === "claim" ? [this.verdicts[verdict], this.outcomes[outcome]] : [this.claimOf(passage)?.title];
    return [this.sorts[sort], label, ...more, ...titles].filter(Boolean).join(" ");
  }
}
