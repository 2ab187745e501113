// Words as the search compares them: without accents and case, English ones in American spelling, figures as numbers and units.
// No comparison is made of text as it stands, so whatever a reader types is only ever a word.

import { rules } from "./language.js";

/** @typedef {{ parts: string[], whole: string }} Read the parts of a token, and the whole where there are several */

// Letters and digits of all scripts by their ranges, which are found in half the time that classes such as \p{L} take.
const LETTER = "[0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff]";
export const TOKEN = new RegExp(`${LETTER}+(?:[.,'’&+/-]${LETTER}+)*%?`, "g");
const PLAIN = /^([A-Za-z]+)(?:['’]s)?$/;
/** @type {Record<string, string>} which no accent alone makes of others */
const OTHER_LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };

/** @type {Map<string, Read>} what tokens were read as */
const known = new Map();

/** @type {(text: string) => string} without accents, in small letters */
export function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[łøđßæœıþ]/g, (letter) => OTHER_LETTERS[letter]);
}

/** @type {(text: string) => string[]} its tokens: what stands between white space and punctuation */
export function tokensOf(text) {
  return text.match(TOKEN) ?? [];
}

/**
 * @param {string} token
 * @returns {string} the word that it is, if it is nothing but letters without accents, as nearly all are, or that and a genitive's s
 */
export function plainWord(token) {
  const found = PLAIN.exec(token);
  return found ? rules.spelled(found[1].toLowerCase()) : "";
}

/** @type {(token: string) => Read} its parts, and the whole where there are several: left, wing and leftwing; 36 and percent */
export function readToken(token) {
  let read = known.get(token);
  if (!read) known.set(token, read = readAnew(token));
  return read;
}

/** @type {(token: string) => Read} */
function readAnew(token) {
  const plain = plainWord(token);
  if (plain) return { parts: [plain], whole: "" };
  let text = fold(token);
  const isPercent = text.endsWith("%");
  text = rules.withoutApostrophes(text.replace(/%$/, ""));
  if (/^\p{L}(?:\.\p{L})+$/u.test(text)) text = text.replaceAll(".", "");
  text = text.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  const [, amount, abbreviation] = /^(\d[\d.]*)([a-z]{2,3})$/.exec(text) ?? [];
  const unit = rules.units.get(abbreviation);
  if (unit) return { parts: [amount, unit], whole: "" };
  const parts = text.split(/[,&+/-]|\.(?!\d)/).filter(Boolean).map(rules.spelled);
  const whole = parts.length > 1 ? parts.join("") : "";
  if (isPercent) parts.push(...rules.percent);
  return { parts, whole };
}

/**
 * @param {string} written a way to write a term
 * @returns {string} its words as they are compared
 */
export function formOf(written) {
  return tokensOf(written).flatMap((token) => readToken(token).parts).join(" ");
}
