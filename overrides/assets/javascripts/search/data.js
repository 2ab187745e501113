// The index as it is published (structure/search_index.py), and a passage of it as it is searched.

/** @typedef {[page: number, anchor: string, sort: string, verdict: string, outcome: string, title: string, because: string, text: string, also: string, terms: number[], cites: number[]]} Entry a passage in the published index */
/**
 * @typedef {object} Data the published index (structure/search_index.py)
 * @property {string} language of the passages, such as "de"
 * @property {string} annotation what an annotation is called before its label
 * @property {[address: string, title: string][]} pages
 * @property {Record<string, string>} sorts names of sorts of passages, by their keys
 * @property {Record<string, string>} verdicts likewise
 * @property {Record<string, string>} outcomes likewise
 * @property {string[][]} synonyms words that are taken for one another
 * @property {string[][]} forms ways to write each term of the glossary, its title first
 * @property {Entry[]} passages
 */
/**
 * @typedef {object} Passage
 * @property {number} place among all passages
 * @property {number} page its place among all pages
 * @property {string} anchor
 * @property {string} sort
 * @property {string} verdict
 * @property {string} outcome
 * @property {string} title
 * @property {string} because
 * @property {string} text
 * @property {string} also other ways to write it
 * @property {number[]} terms that it uses, by their places in the glossary
 * @property {number[]} cites works, by their places among all passages
 * @property {string} around what is known of it besides what it says itself
 * @property {string} label that readers cite, if it has one
 * @property {number[]} starts of its parts in the stream
 * @property {number} end in the stream
 * @property {number[]} weights of a word in each of its parts
 */

/**
 * @param {Entry} entry
 * @param {number} place among all
 * @returns {Passage} which has not been read yet
 */
export function passageOf([page, anchor, sort, verdict, outcome, title, because, text, also, terms, cites], place) {
  const label = /^(?:claim|annotation|figure)-(.+)$/.exec(anchor)?.[1] ?? "";
  const said = { sort, verdict, outcome, title, because, text, also, terms, cites, around: "" };
  return { place, page, anchor, ...said, label, starts: [], end: 0, weights: [] };
}
