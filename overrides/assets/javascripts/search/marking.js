// The text of results as HTML, with the words marked that were meant.

import { escape } from "../shared/escape.js";
import { rules } from "./language.js";
import { fold, readToken, TOKEN, tokensOf } from "./words.js";

/** @import { PassageIndex } from "./index.js" */

const WORDS = 32; // of a passage's text
const LEAD = 5; // words before the first that is marked
const MARKED = 8; // words that are marked where a result opens
const OPENING = /[\s([“‘]+$/; // what would open something that is left out

export class MarkedText {
  /**
   * @param {PassageIndex} index
   * @param {Set<number>} meant the ids of the words to be marked
   */
  constructor(index, meant) {
    this.index = index;
    this.meant = meant;
    /** @type {Record<string, boolean>} the words that were marked, up to a number */
    this.terms = {};
  }

  /** @type {(token: string) => boolean} whether it is one of the words to be marked */
  #isMeant(token) {
    const known = this.index.tokens.get(token);
    if (typeof known === "number") return this.meant.has(known);
    const { parts, whole } = readToken(token);
    const has = (/** @type {string} */ word) => this.meant.has(this.index.lexicon.ids.get(word) ?? -1);
    return parts.some((part) => has(part) && !(parts.length > 1 && rules.stopWords.has(part))) ||
      (whole !== "" && has(whole));
  }

  /** @type {(text: string) => string} all of it */
  whole(text) {
    let done = 0;
    let html = "";
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (!this.#isMeant(token) || rules.stopWords.has(fold(token))) continue;
      html += `${escape(text.slice(done, index))}<mark>${escape(token)}</mark>`;
      done = index + token.length;
      if (Object.keys(this.terms).length < MARKED) this.terms[token.toLowerCase()] = true;
    }
    return html + escape(text.slice(done));
  }

  /** @type {(text: string) => string} the part of it where most of the words stand */
  snippet(text) {
    const tokens = tokensOf(text);
    /** @type {[at: number, word: string][]} the place of each word that is meant, and the word */
    const hits = [];
    for (const [at, token] of tokens.entries()) {
      const word = this.#isMeant(token) ? fold(token) : "";
      if (word && !rules.stopWords.has(word)) hits.push([at, word]);
    }
    let best = 0;
    let most = 0;
    for (const [first] of hits) {
      const within = hits.filter(([at]) => at >= first && at < first + WORDS - LEAD - 1);
      const { size } = new Set(within.map(([, word]) => word));
      if (size > most) [most, best] = [size, first];
    }
    const first = Math.max(0, tokens.length - best < WORDS ? tokens.length - WORDS : best - LEAD);
    const last = Math.min(tokens.length, first + WORDS);
    let end = 0;
    const starts = tokens.slice(0, last + 1).map((token) => {
      const start = text.indexOf(token, end);
      end = start + token.length;
      return start;
    });
    const shown = text.slice(first ? starts[first] : 0, starts[last]).replace(OPENING, "");
    return (first ? "… " : "") + this.whole(shown) + (last < tokens.length ? " …" : "");
  }
}
