// Words as the search compares them: without accents and case, in American spelling, figures as numbers and units.
// No comparison is made of text as it stands, so whatever a reader types is only ever a word.

import { americanSpelling, UNITS } from "./spelling.js";

/** @typedef {{ parts: string[], whole: string }} Read the parts of a token, and the whole where there are several */

// Letters and digits of all scripts by their ranges, which are found in half the time that classes such as \p{L} take.
const LETTER = "[0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff]";
export const TOKEN = new RegExp(`${LETTER}+(?:[.,'’&+/-]${LETTER}+)*%?`, "g");
const PLAIN = /^([A-Za-z]+)(?:['’]s)?$/;
/** @type {Record<string, string>} which no accent alone makes of others */
const OTHER_LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };
export const STOP_WORDS = new Set(
  ("a about an and are as at be been by can did do does for from had has have how in into is it its many much of on or " +
    "that the their there these they this those to was were what when where which who whom why will with would").split(
      " ",
    ),
);
// What belongs to how something is asked, and says little of what.
export const WEAK_WORDS = new Set(
  ("actually after again against all almost already also although always among any anyone anything around ask away " +
    "back because become becoming before being besides better between both but came cannot come comes coming could " +
    "doing done down during each either else enough even ever every everyone exactly far few find get gets getting " +
    "give gives go goes going gone good got happen happened happening happens he her here him his however i if " +
    "instead itself just keep keeps know known later least less let like likely look lot made make makes making may " +
    "maybe me mean means might more most must my need needs never next no nor not nothing now off often once one " +
    "only other others our out over own perhaps put quite rather really said same saw say says see seem seems seen " +
    "several shall she should show since so some someone something soon still such sure take taken takes tell than " +
    "them then thing things think though through together too took toward true try under until up upon use used " +
    "using very want wanted wants way we well went whether while whose without yes yet you your").split(" "),
);

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
  return found ? americanSpelling(found[1].toLowerCase()) : "";
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
  text = text.replace(/%$/, "").replace(/['’]s$/, "").replace(/['’]/g, "");
  if (/^\p{L}(?:\.\p{L})+$/u.test(text)) text = text.replaceAll(".", "");
  text = text.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  const [, amount, abbreviation] = /^(\d[\d.]*)([a-z]{2,3})$/.exec(text) ?? [];
  const unit = UNITS.get(abbreviation);
  if (unit) return { parts: [amount, unit], whole: "" };
  const parts = text.split(/[,&+/-]|\.(?!\d)/).filter(Boolean).map(americanSpelling);
  const whole = parts.length > 1 ? parts.join("") : "";
  if (isPercent) parts.push("percent");
  return { parts, whole };
}

/**
 * @param {string} written a way to write a term
 * @returns {string} its words as they are compared
 */
export function formOf(written) {
  return tokensOf(written).flatMap((token) => readToken(token).parts).join(" ");
}
