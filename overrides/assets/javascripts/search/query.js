// What a reader has typed, taken apart: words, phrases in quotation marks, -words, filters, and the label of a passage.

import { labelled } from "./labels.js";
import { rules } from "./language.js";
import { readToken, tokensOf } from "./words.js";

/**
 * @typedef {object} Unit a word as it was typed
 * @property {string} token
 * @property {string[]} parts
 * @property {string} whole all parts in one, where there are several
 * @property {string[][]} phrases in which the parts may stand
 * @property {string} word if it is a single one
 * @property {boolean} isStop whether it is in nearly every passage
 * @property {boolean} isWeak whether it belongs to how something is asked more than to what
 */
/**
 * @typedef {object} Query
 * @property {string} text as it was typed
 * @property {Unit[]} units
 * @property {string[][]} phrases which a passage must have
 * @property {string[][]} without words and phrases which it must not have
 * @property {string} kind that it must be of
 * @property {string} verdict which its claim must have
 * @property {string} outcome which its claim must have
 * @property {string[]} anchors that were asked for by a label, the likeliest first
 * @property {string} date if it is nothing but one, as events are titled, with the year or without: February 24
 * @property {boolean} asksMore whether it is a question that no definition answers
 * @property {boolean} asksNumber whether a number answers it
 * @property {boolean} isOpen whether the last word may not be finished
 */

const LONGEST = 300; // letters; what is beyond is not looked at
const MOST = 24; // words
const PIECE = /(-?)(?:(kind|verdict|outcome|source):(\S*)|"([^"]*)(?:"|$)|(\S+))/giu;
const DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/;
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const SPACED = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/g; // a number with spaces between its thousands, as ISO 80000-1 has them
const DAY_FIRST = /^(\d{1,2}) ([a-z]+)(.*)$/;

/** @type {(token: string) => string[] | undefined} a date in figures as it is written in words: 9/11 is September 11 */
function dateInWords(token) {
  const [, year, isoMonth, isoDay] = ISO_DATE.exec(token) ?? [];
  const [, month, day, yearAfter] = DATE.exec(token) ?? [];
  const name = rules.months[Number(isoMonth ?? month) - 1];
  const number = Number(isoDay ?? day);
  if (!name || number < 1 || number > 31) return undefined;
  return [name, String(number), ...[year ?? yearAfter].filter(Boolean)];
}

/** @type {(text: string) => string} the date that it is, as events are titled, or nothing */
function dateOf(text) {
  const words = dateInWords(text) ?? text.toLowerCase().replace(DAY_FIRST, "$2 $1$3").split(/,? +/);
  const [month, day, year] = words;
  if (!rules.months.includes(month) || !/^\d{1,2}$/.test(day) || words.length > 3) return "";
  return `${month[0].toUpperCase()}${month.slice(1)} ${day}${year ? `, ${year}` : ""}`;
}

/** @type {(token: string) => Unit} */
function unitOf(token) {
  const { parts, whole } = readToken(token);
  const phrases = parts.length > 1 ? [parts] : [];
  const date = dateInWords(token);
  if (date) phrases.push(date);
  const word = parts.length === 1 ? parts[0] : "";
  return { token, parts, whole, phrases, word, isStop: rules.stopWords.has(word), isWeak: rules.weakWords.has(word) };
}

/** @type {(typed: string) => Query} */
export function readQuery(typed) {
  const text = typed.slice(0, LONGEST).replace(/[“”„«»]/g, '"').replace(rules.perCent, "percent")
    .replace(SPACED, (number) => number.replace(/\s/g, ""));
  /** @type {{ kind: string, verdict: string, outcome: string }} */
  const filters = { kind: "", verdict: "", outcome: "" };
  /** @type {Unit[]} */
  const units = [];
  /** @type {string[][]} */
  const phrases = [];
  /** @type {string[][]} */
  const without = [];
  const plain = [];
  for (const [piece, minus, filter, value, phrase, other] of text.matchAll(PIECE)) {
    if (filter?.toLowerCase() === "source" && !minus) {
      filters.kind = "source";
      units.push(...tokensOf(value).slice(0, MOST).map(unitOf));
      continue;
    }
    if (filter && !minus) {
      filters[/** @type {keyof filters} */ (filter.toLowerCase())] = value.toLowerCase();
      continue;
    }
    const found = tokensOf(phrase ?? other ?? piece).slice(0, MOST).map(unitOf);
    const parts = found.flatMap((unit) => unit.parts);
    if (minus && found.length) without.push(parts);
    else if (phrase !== undefined) phrases.push(parts);
    else if (!minus) {
      units.push(...found);
      plain.push(other);
    }
  }
  const whole = phrases.filter(({ length }) => length);
  return {
    text,
    ...filters,
    units: units.slice(0, MOST),
    phrases: whole,
    without,
    anchors: whole.length ? [] : labelled(plain.join(" ")),
    date: whole.length ? "" : dateOf(plain.join(" ")),
    asksMore: rules.more.test(text),
    asksNumber: rules.number.test(text),
    isOpen: /[\p{L}\p{N}]$/u.test(text) && !whole.length,
  };
}
