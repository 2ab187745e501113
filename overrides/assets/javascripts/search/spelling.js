// American spelling and units of figures written out, so that each word is one however it is written.

/** @type {Map<string, string>} by their abbreviations */
export const UNITS = new Map(
  Object.entries({ bn: "billion", bln: "billion", mn: "million", mln: "million", tn: "trillion", trn: "trillion" }),
);

/** @type {[RegExp, string][]} what is British, and what stands in its place; the first that fits counts */
const SPELLINGS = [
  [/^(.{3,})our(s|ed|ing|able|ite|hood|er|ers|ful|ly)?$/, "$1or$2"],
  [/^(.{3,})is(e|es|ed|ing|er|ers|ation|ations)$/, "$1iz$2"],
  [/^(.{3,})ys(e|es|ed|ing)$/, "$1yz$2"],
  [/^(def|off|pret|lic)ence(s|less)?$/, "$1ense$2"],
  [/^(.*(?:cent|met|theat|lit))re(s|d)?$/, "$1er$2"],
  [/^(.{4,}[aeio])ll(ed|ing|er|ers)$/, "$1l$2"],
  [/^(.{3,})ogue(s)?$/, "$1og$2"],
  [/^programme(s)?$/, "program$1"],
  [/^tonne(s)?$/, "ton$1"],
  [/^grey/, "gray"],
  [/^sceptic/, "skeptic"],
  [/^(judg|acknowledg)ement/, "$1ment"],
  [/^manoeuvr(?:e(?=s?$))?/, "maneuver"],
];

// What all of these end in or have, so that few words are looked at more closely.
const BRITISH =
  /(?:our(?:s|ed|ing|able|ite|hood|ers?|ful|ly)?|[iy]s(?:e|es|ed|ing|er|ers|ations?)|ence(?:s|less)?|[tm]re[sd]?|ll(?:ed|ing|ers?)|ogues?|mmes?|nnes?)$|^grey|^sceptic|gement|noeuvr/;

/**
 * @param {string} word in small letters
 * @returns {string} the same in American spelling, or the unit that it abbreviates
 */
export function americanSpelling(word) {
  if (word.length < 4) return UNITS.get(word) ?? word;
  if (!BRITISH.test(word)) return word;
  for (const [british, american] of SPELLINGS) if (british.test(word)) return word.replace(british, american);
  return word;
}
