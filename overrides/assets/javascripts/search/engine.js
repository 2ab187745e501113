// The answer to what was typed, in the form in which the theme shows it.

import { escape } from "../shared/escape.js";
import { PassageIndex } from "./index.js";
import { MarkedText } from "./marking.js";
import { likestWord } from "./meaning.js";
import { readQuery } from "./query.js";
import { findPassages } from "./ranking.js";
import { suggest } from "./suggestion.js";

/** @import { Data, Passage } from "./data.js" */
/** @import { Match } from "./matching.js" */
/** @import { Query, Unit } from "./query.js" */
/** @import { Found } from "./ranking.js" */

/**
 * @typedef {object} Item a result as the theme shows it
 * @property {string} location its address below that of the site
 * @property {string} title as HTML
 * @property {string} text as HTML
 * @property {Record<string, boolean>} terms the words that it has, to be marked where it opens, or has not
 * @property {number} score the highest of the first group opens at Enter; without one it is only the page of others
 */
/**
 * @typedef {object} Answer
 * @property {Item[][]} items in groups, each below the title of a page
 * @property {string[]} suggest how the last word may go on
 * @property {number} count of passages found
 * @property {boolean} isNearest whether none was found, and these are only like what was asked for
 */

const MOST = 30; // passages shown

export class SearchEngine {
  /** @param {PassageIndex} index which has been filled */
  constructor(index) {
    this.index = index;
  }

  /**
   * @param {Data} data the published index
   * @param {() => Promise<unknown> | void} [pause] lets the page get on with other things meanwhile
   * @returns {Promise<SearchEngine>}
   */
  static async open(data, pause = () => {}) {
    const index = new PassageIndex(data);
    await index.fill(pause);
    return new SearchEngine(index);
  }

  /** @type {(typed: string) => Answer} */
  answer(typed) {
    const query = readQuery(typed);
    const asks = query.units.length || query.phrases.length || query.kind || query.verdict || query.outcome;
    const result = findPassages(this.index, query);
    const isNearest = !result.found.length && Boolean(asks);
    const { found, matches, marked } = isNearest ? this.#nearest(query) : result;
    const shown = found.slice(0, MOST).map((passage) => ({
      page: passage.page,
      item: this.#item(passage, matches, marked),
    }));
    const count = isNearest ? 0 : found.length;
    return { items: this.#grouped(shown), suggest: suggest(this.index, query, matches), count, isNearest };
  }

  /**
   * Asks with fewer demands: phrases as words, then without filters, then with what is joined as words, such as gas/oil, and at
   * last the words with the likest letters.
   *
   * @param {Query} query that finds nothing
   * @returns {Found}
   */
  #nearest(query) {
    const units = [...query.units, ...query.phrases.flatMap((phrase) => readQuery(phrase.join(" ")).units)];
    const looser = { ...query, units, phrases: [], isOpen: true };
    const free = { ...looser, kind: "", verdict: "", outcome: "", without: [] };
    const isJoined = (/** @type {Unit} */ { phrases }) => phrases.length === 1; // dates have another, and are not taken apart
    const apart = units.flatMap((unit) => isJoined(unit) ? readQuery(unit.parts.join(" ")).units : [unit]);
    for (const one of [looser, free, { ...free, units: apart }]) {
      const result = findPassages(this.index, one);
      if (result.found.length) return result;
    }
    const likest = units.map(({ parts }) => likestWord(this.index, parts[0])).filter(Boolean);
    return findPassages(this.index, { ...free, units: likest.flatMap((word) => readQuery(word).units) });
  }

  /**
   * @param {Passage} passage
   * @param {Match[]} matches
   * @param {Set<number>} marked the ids of the words to be marked
   * @returns {Item}
   */
  #item(passage, matches, marked) {
    const [address] = this.index.pages[passage.page];
    const marking = new MarkedText(this.index, marked);
    const because = passage.because && `<span class="found__because">${marking.whole(passage.because)}</span> `;
    const text = because + marking.snippet(passage.text);
    const title = this.#title(passage, marking);
    const { terms } = marking;
    for (const { token, values, weight, isWeak } of matches) {
      if (weight && !isWeak && !values.has(passage.place)) terms[token] = false;
    }
    return { location: passage.anchor ? `${address}#${passage.anchor}` : address, title, text, terms, score: 1 };
  }

  /**
   * @param {Passage} passage
   * @param {MarkedText} marking
   * @returns {string} its label, its title or what it is about, and its kind or verdict, as HTML
   */
  #title(passage, marking) {
    const { sort, label, verdict, outcome } = passage;
    const name = /^\d+[a-z]+$/.test(label) ? this.index.annotation : this.index.sorts[sort];
    const head = sort === "page" ? "" : `<span class="found__label">${name} ${label}</span> `;
    if (sort === "claim") {
      const words = [`<span class="verdict" data-verdict="${verdict}">${this.index.verdicts[verdict]}</span>`];
      if (outcome) words.push(`<span class="outcome" data-outcome="${outcome}">${this.index.outcomes[outcome]}</span>`);
      return `${head}${marking.whole(passage.title)} ${words.join(" ")}`;
    }
    if (passage.title) return head + marking.whole(passage.title);
    const about = escape(this.index.claimOf(passage)?.title ?? "");
    const kind = `<span class="kind" data-kind="${sort}">${this.index.sorts[sort]}</span>`;
    return `${head}${kind} <span class="found__about">${about}</span>`;
  }

  /**
   * Puts passages of one page that follow each other together below its title, as the theme has it.
   *
   * @param {{ page: number, item: Item }[]} shown the best first
   * @returns {Item[][]}
   */
  #grouped(shown) {
    /** @type {{ page: number, isPage: boolean, items: Item[] }[]} */
    const groups = [];
    for (const { page, item } of shown) {
      const [location, title] = this.index.pages[page];
      const isPage = item.location === location;
      const group = groups.at(-1);
      item.score = groups.length ? 1 : 2;
      if (!isPage && group?.page === page && !group.isPage) {
        item.score = group.items[0].score;
        group.items.push(item);
        continue;
      }
      const heading = { location, title: escape(title), text: "", terms: {}, score: 0 };
      groups.push({ page, isPage, items: isPage ? [item] : [item, heading] });
    }
    return groups.map(({ items }) => items.sort((one, other) => other.score - one.score));
  }
}
