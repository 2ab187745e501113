// The stem that the forms of a word share: a short stemmer for English, made for few texts and long titles.

// What would else fall together with another word.
const KEPT = new Set("department important importance plane police policy states statement united wine".split(" "));
/** @type {Map<string, string>} by the forms that have no ending in common with them */
const IRREGULAR = new Map(
  ("bought buy|broke break|broken break|brought bring|built build|chose choose|chosen choose|drawn draw|drew draw|driven drive|" +
    "drove drive|fallen fall|fell fall|fought fight|gave give|given give|grew grow|grown grow|held hold|kept keep|led lead|" +
    "lost lose|made make|men man|met meet|paid pay|people person|risen rise|rose rise|said say|sent send|sold sell|" +
    "sought seek|spent spend|spoke speak|taken take|took take|withdrawn withdraw|withdrew withdraw|won win|" +
    "written write|wrote write")
    .split("|")
    .map((pair) => /** @type {[string, string]} */ (pair.split(" "))),
);
/** @type {[RegExp, string][]} tried one after the other, with what remains of the word */
const ENDINGS = [
  [/(.{3,})(?:ies|ied)$/, "$1y"],
  [/(.{3,}(?:ss|x|z|ch|sh))es$/, "$1"],
  [/(.{2,}[^sui])s$/, "$1"],
  [/(.{3,})(?:ing|ed)$/, "$1"],
  [/(.{4,})(?:ation|ization)$/, "$1"],
  [/(.{4,})ion$/, "$1"],
  [/(.{4,})er$/, "$1"],
  [/(.{5,})(?:ment|ness)$/, "$1"],
  [/(.{5,})(?:ically|ical|ally|al|ive|ic|ly)$/, "$1"],
  [/(.{4,})(?:ence|ance|ent|ant)$/, "$1"],
  [/(.{4,})(?:ity|y)$/, "$1"],
  [/(.{3,})e$/, "$1"],
  [/(.{2,})([bdfgklmnprt])\2$/, "$1$2"],
];

/**
 * @param {string} word in small letters and American spelling
 * @returns {string} its stem, which need not be a word
 */
export function stem(word) {
  if (word.length < 3 || !/[bcdefgklmnprsty]$/.test(word) || /\d/.test(word) || KEPT.has(word)) return word;
  let short = IRREGULAR.get(word) ?? word;
  for (const [ending, rest] of ENDINGS) {
    short = short.replace(ending, rest);
    if (KEPT.has(short)) return short;
  }
  return short;
}
