// The title of a work cited, and whether the work is what was asked for, and not the passages that cite it.

import { formOf } from "./words.js";

/** @import { Passage } from "./data.js" */
/** @import { Query } from "./query.js" */

const YEAR = /(?:\b\d{4}[a-z]?|n\.d)\. /; // after the author of a reference, and before its title
const TITLE = /^(?:[“"]([^”"]*)|[^.]*)/; // in quotation marks, or up to the next period
const MAIN = /^[^.:?!]*/; // of a title, what stands before another
const BEGUN = 3; // words of a title from which on it was surely meant
const BY_TITLE = 30;
const BY_NAME = 5;

/**
 * @param {string} text of a reference
 * @returns {string} the title in it
 */
export function titleOf(text) {
  const [whole = "", quoted] = TITLE.exec(text.split(YEAR)[1] ?? "") ?? [];
  return quoted ?? whole;
}

/**
 * @param {Passage} source
 * @param {Query} query
 * @returns {number} by how much it gains whose title, author or outlet was asked for; 1 for any other
 */
export function askedFor({ title, text }, { units }) {
  const asked = units.flatMap(({ parts }) => parts);
  const words = asked.join(" ");
  const called = titleOf(text);
  if (units.length > 1 && formOf(MAIN.exec(called)?.[0] ?? "") === words) return BY_TITLE;
  if (units.length >= BEGUN && `${formOf(called)} `.startsWith(`${words} `)) return BY_TITLE;
  const name = new Set(formOf(title).split(" "));
  if (!units.some(({ word }) => name.has(word) && !/^\d/.test(word))) return 1;
  const has = new Set(formOf(text).split(" "));
  return asked.every((word) => has.has(word)) ? BY_NAME : 1;
}
