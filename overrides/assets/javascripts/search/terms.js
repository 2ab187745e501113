// Expressions that are known as a whole: the terms of the glossary in all their forms, and words taken for one another.

import { rules } from "./language.js";
import { formOf } from "./words.js";

/** @import { Passage } from "./data.js" */
/** @import { Lexicon } from "./lexicon.js" */
/** @import { Unit } from "./query.js" */
/**
 * @template Meaning
 * @typedef {{ meaning: Meaning, span: number[] }} Use an expression, and the places of its words in a query
 */

const LONGEST = 7; // words of an expression
const DEFINING = ["term", "page"]; // sorts of passages that say what the word means which is their title

export class Terms {
  /**
   * @param {Passage[]} passages
   * @param {Lexicon} lexicon
   * @param {string[][]} written the ways to write each term, its title first
   * @param {string[][]} synonyms words and phrases that are taken for one another, group by group
   */
  constructor(passages, lexicon, written, synonyms) {
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
      return new Set(lexicon.idsOf(known.filter((word) => !rules.stopWords.has(word))));
    });
    for (const passage of passages) {
      for (const term of passage.terms) this.users[term].push(passage.place);
      const term = DEFINING.includes(passage.sort) ? this.forms.get(formOf(passage.title)) : undefined;
      if (term !== undefined) this.definitions[term] ??= passage;
    }
    /** @type {Map<string, string[][]>} the words of what is taken for an expression, by its stems */
    this.synonyms = new Map();
    for (const group of synonyms.map((words) => words.map((word) => formOf(word).split(" ")))) {
      for (const words of group) {
        const key = words.map(rules.stem).join(" ");
        this.synonyms.set(key, [...(this.synonyms.get(key) ?? []), ...group.filter((other) => other !== words)]);
      }
    }
  }

  /** @type {(units: Unit[]) => Use<number>[]} the terms among them in whatever form */
  usedIn(units) {
    return usesOf(units, (parts) => this.forms.get(parts.join(" ")));
  }

  /** @type {(units: Unit[]) => Use<string[][]>[]} what is taken for words and phrases among them */
  synonymsOf(units) {
    return usesOf(units, (parts) => this.synonyms.get(parts.map(rules.stem).join(" ")));
  }
}

/**
 * @template Meaning
 * @param {Unit[]} units
 * @param {(parts: string[]) => Meaning | undefined} meaningOf what words mean as a whole, if anything
 * @returns {Use<Meaning>[]} the longest first, none over another
 */
function usesOf(units, meaningOf) {
  /** @type {Use<Meaning>[]} */
  const found = [];
  const taken = new Set();
  for (let length = Math.min(LONGEST, units.length); length > 0; length--) {
    for (let start = 0; start + length <= units.length; start++) {
      const span = Array.from({ length }, (_, at) => start + at);
      const meaning = meaningOf(units.slice(start, start + length).flatMap(({ parts }) => parts));
      if (meaning === undefined || span.some((at) => taken.has(at))) continue;
      for (const at of span) taken.add(at);
      found.push({ meaning, span });
    }
  }
  return found;
}
