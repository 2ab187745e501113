// The terms of the glossary in all their forms.

import { formOf, STOP_WORDS } from "./words.js";

/** @import { Passage } from "./data.js" */
/** @import { Unit } from "./query.js" */
/** @typedef {{ term: number, span: number[] }} Use a term of the glossary, and the places of its words in a query */

const LONGEST = 7; // words of a term

export class Terms {
  /**
   * @param {string[][]} written the ways to write each term, its title first
   * @param {Passage[]} passages
   * @param {Map<string, number>} ids of words
   */
  constructor(written, passages, ids) {
    /** @type {Map<string, number>} terms, by each of their forms */
    this.forms = new Map();
    /** @type {number[][]} the places of the passages that use each term */
    this.users = written.map(() => []);
    /** @type {(Passage | undefined)[]} of each term */
    this.definitions = [];
    /** @type {Set<number>[]} the ids of the words by which one knows each term */
    this.words = written.map((ways, term) => {
      const forms = ways.map(formOf);
      for (const form of forms) this.forms.set(form, term);
      const known = [...forms[0].split(" "), ...forms.filter((form) => !form.includes(" "))];
      const found = known.filter((word) => !STOP_WORDS.has(word)).map((word) => ids.get(word));
      return new Set(found.filter((id) => id !== undefined));
    });
    for (const passage of passages) {
      for (const term of passage.terms) this.users[term].push(passage.place);
      const term = passage.sort === "term" ? this.forms.get(formOf(passage.title)) : undefined;
      if (term !== undefined) this.definitions[term] = passage;
    }
  }
}

/**
 * @param {Terms} terms
 * @param {Unit[]} units
 * @returns {Use[]} those among them in whatever form, the longest first, none over another
 */
export function usesOf(terms, units) {
  /** @type {Use[]} */
  const found = [];
  const taken = new Set();
  for (let length = Math.min(LONGEST, units.length); length > 0; length--) {
    for (let start = 0; start + length <= units.length; start++) {
      const span = Array.from({ length }, (_, at) => start + at);
      const term = terms.forms.get(units.slice(start, start + length).flatMap(({ parts }) => parts).join(" "));
      if (term === undefined || span.some((at) => taken.has(at))) continue;
      for (const at of span) taken.add(at);
      found.push({ term, span });
    }
  }
  return found;
}
